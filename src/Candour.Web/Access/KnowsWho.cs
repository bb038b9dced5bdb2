using System.Security.Claims;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.Web.Components.Frame;

namespace Candour.Web.Access;

/// <summary>Reads the session of each request from the store, so that its end, a role taken away or an account closed count at once.</summary>
internal sealed class KnowsWho(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, Who who, WebSessions sessions, Accounts accounts, Devices devices)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<WithoutTheRecordAttribute>() is not null)
        {
            await next(http);
            return;
        }

        who.On(await devices.PseudonymOf(http), http.Request);
        if (SessionCookie.TokenOf(http.Request) is { } token && await sessions.Find(token) is { } session)
        {
            http.Features.Set(session);
            await Recognise(session, who, accounts);
            if (who.Staff is { } staff)
                http.Features.Set(new SignedInStaff(staff.Name, RoleWords.One(staff.Role), staff.Role, staff.Roles.Count > 1));
            _ = sessions.Touch(session);
            // Form tokens are bound to the session they were made for.
            http.User = new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, session.Id)], "session"));
        }

        await next(http);
    }

    private static async Task Recognise(WebSession session, Who who, Accounts accounts)
    {
        if (session.Kind == WebSessions.Patient)
        {
            who.Is(new PatientSession(
                session.Id, session.Subject, Enum.Parse<PatientStrength>(session.Strength!), session.Link, session.Target, session.Started,
                HandedOver: session.Role == WebSessions.HandedOver));
        }
        else if (session.Kind == WebSessions.Staff
            && await accounts.Find(session.Subject) is { Disabled: false } account
            && account.Roles.Contains(session.Role))
        {
            who.Is(new StaffSession(
                session.Id, account.Id, account.Staff, account.Name, session.Role!,
                [session.Role!, .. account.Roles.Where(role => role != session.Role)], session.Started));
        }
    }
}

/// <summary>Answers without asking the record who sends the request: it must work when the record cannot be read.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class WithoutTheRecordAttribute : Attribute;
