using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Store;
using Candour.Clinical;
using Candour.Web.Pages.Faults;

namespace Candour.Web.Access;

/// <summary>
/// Asks the permissions table before any page runs. A page is for staff unless it says that it is for people. No: 401 for nobody, 403 for the wrong role, 404 for a record out of
/// scope, the same as one that does not exist. Yes: what was asked stands in the request, for the view log.
/// </summary>
internal sealed class Gate(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, Who who, TheRecord record, CaseFacts cases, Looked looked)
    {
        var endpoint = http.GetEndpoint();
        if (endpoint is null || endpoint.Metadata.GetMetadata<OpenToAllAttribute>() is not null)
        {
            await next(http);
            return;
        }

        // Start-up has checked that one of the two is there; if not, nothing is open.
        var needs = endpoint.Metadata.GetMetadata<NeedsAttribute>();
        var status = needs is null ? StatusCodes.Status403Forbidden
            : who.Patient is not null && endpoint.Metadata.GetMetadata<IForPeople>() is null ? StatusCodes.Status404NotFound
            : await Decide(http, who, needs, record, cases);
        if (status == StatusCodes.Status401Unauthorized)
        {
            var ended = await http.RequestServices.GetRequiredService<EndedSession>().Find();
            if (ended is { Kind: WebSessions.Staff } && await http.RequestServices.GetRequiredService<KeptForms>().Keep(http, ended.Subject) is { } kept)
                http.Features.Set(new WasKept(kept));
            http.Features.Set(ended is { Kind: WebSessions.Patient } || ended is null && IsOfPatients(http.Request.Path) ? new OfAPatient() : null);
        }

        if (status != StatusCodes.Status200OK)
        {
            http.Response.StatusCode = status;
            return;
        }

        // A page stores its look when it is about to show; what is no page (a file, a picture) before it begins.
        if (endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor>() is null)
            await looked.Store();
        await next(http);
    }

    private static async Task<int> Decide(HttpContext http, Who who, NeedsAttribute needs, TheRecord record, CaseFacts cases)
    {
        if (who is { Staff: null, Patient: null })
            return StatusCodes.Status401Unauthorized;
        var action = needs.ActionFor(http.Request.Method);
        var id = http.Request.RouteValues[needs.Key] as string ?? "";
        var whom = await cases.Whom(needs.About.ToString(), id, who.Patient?.Person ?? who.Staff?.Staff);
        if (whom is null && needs.About != About.TheService)
            return StatusCodes.Status404NotFound;
        var facts = await cases.Of(who.Actor, who.Patient, whom);
        if (needs.Meets is { } met)
            facts = facts with { Met = [.. facts.Met, met] };
        switch (whom is null ? May.Embedded.Ever(who.Actor, action, needs.Resource, needs.Whole, needs.Meets) : May.Embedded.Ask(who.Actor, action, needs.Resource, facts))
        {
            case Answer.Yes yes:
                who.AllowedBy = yes.Role;
                http.Features.Set(new Look(needs.Resource, needs.Part ?? Parts.Of(needs.Resource), yes, whom));
                return StatusCodes.Status200OK;
            case Answer.No { Why: Why.WrongRole }:
                http.Features.Set(new NotYourPage(RoleWords.WhoMay(needs.Resource, action, needs.Meets), "your service lead"));
                await Refused(http, who, needs, whom, record);
                return StatusCodes.Status403Forbidden;
            default:
                await Refused(http, who, needs, whom, record);
                return StatusCodes.Status404NotFound;
        }
    }

    internal static bool IsOfPatients(PathString path) =>
        path.StartsWithSegments("/me", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/q", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/reply", StringComparison.OrdinalIgnoreCase);

    private static async Task Refused(HttpContext http, Who who, NeedsAttribute needs, Whom? whom, TheRecord record)
    {
        if (whom?.Person is not { } person)
            return;
        await record.Log(new View(
            person, whom.Referral, who.By, who.Session, needs.Part ?? Parts.Of(needs.Resource), "", "refused", PatientSees: false,
            Moment.Now(record.Clock)));
    }
}

/// <summary>The page asked for is a patient's: they are told how to come back in, not asked for a password.</summary>
internal sealed record OfAPatient;

/// <summary>What a request was let see: stored before it is answered.</summary>
/// <param name="Part">In plain words.</param>
internal sealed record Look(string Resource, string Part, Answer.Yes By, Whom? Whom);
