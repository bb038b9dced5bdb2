using System.Security.Claims;
using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Web.Pages.Questionnaires;
using Microsoft.AspNetCore.Antiforgery;

namespace Candour.Web.Access;

/// <summary>What became of a form that a person sent after their session had run out.</summary>
/// <param name="Kept">Sealed, to be checked and sent after the link was opened again.</param>
/// <param name="Help">Not null: a worry in it was written down and told to our team; the answer shows where to get help.</param>
public sealed record LateForm(bool Kept, HelpWords? Help);

/// <summary>
/// A form of a person's own page that arrives after thirty idle minutes: nothing typed is lost, and a worry reaches its task
/// although nobody is signed in any more. Only a form that was made for that very session is believed.
/// </summary>
public sealed class LateForms(
    TheRecord record, Forms forms, ShownPages pages, KeptForms kept, EndedSession ended, IAntiforgery antiforgery, Who who, Randomness randomness)
{
    /// <summary>Null when nothing was sent.</summary>
    public async Task<LateForm?> Take(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
            return null;
        if (await ended.Find() is not { Kind: WebSessions.Patient } session || !await WasMadeFor(session, http))
            return new(Kept: false, Help: null);
        if (session.Ends > Moment.Now(record.Clock) && await Tell(session, http) is { } help)
            return new(Kept: false, help);
        // The script sends each choice by itself, and the whole form when it hears that the session has ended.
        var isKept = http.Request.Query["handler"] != "Choose" && await KeepIt(http, session);
        return new(isKept, Help: null);
    }

    private async Task<bool> KeepIt(HttpContext http, WebSession session) => await kept.Keep(http, SubjectOf(session), proven: true) is not null;

    /// <summary>
    /// Whose the kept form is: a session that may read finds all of the person's; one that answers, only what was typed on the
    /// same thing.
    /// </summary>
    internal static string SubjectOf(WebSession session) => SubjectOf(session.Subject, session.Strength == nameof(PatientStrength.Read) ? null : session.Target);

    internal static string SubjectOf(string person, string? target) => target is null ? person : $"{person}/{target}";

    /// <summary>The form's token names the session it was made for: the page that sent it was shown to this session and no other.</summary>
    private async Task<bool> WasMadeFor(WebSession session, HttpContext http)
    {
        http.User = new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, session.Id)], "session"));
        try
        {
            return http.Request.HasFormContentType && !SameSite.FromElsewhere(http.Request) && await antiforgery.IsRequestValidAsync(http);
        }
        catch (InvalidDataException)
        {
            return false;
        }
        finally
        {
            http.User = new();
        }
    }

    /// <summary>An answer above "not at all" to a question about safety, or "things have got worse": written as at any other time.</summary>
    private async Task<HelpWords?> Tell(WebSession session, HttpContext http)
    {
        var (form, path) = (await http.Request.ReadFormAsync(), http.Request.Path.Value?.Trim('/').Split('/') ?? []);
        var by = new By(session.Subject, Roles.Patient, who.Device);
        if (path is ["q", var id, var nth] && int.TryParse(nth, out var number) && int.TryParse(form["Answer"], out var value) && form["Skip"].Count == 0)
            return await forms.Find(id) is { } set && MayAnswer(session, set) ? await Answer(set, number, value, form, session, by) : null;
        if (path is not ["me", "worse"] || session.Strength != nameof(PatientStrength.Read))
            return null;
        var worry = new HandOnWorry(session.Subject, null, RiskSource.FeelsWorse, form["Said"], Now: false, HelpShown: true);
        var once = Ids.IsOne(form["Once"]) ? form["Once"].ToString() : Ids.New(randomness);
        return await worry.Write(record, new(once, by), randomness) is Outcome.Done ? await Help(session.Subject, "someone") : null;
    }

    private static bool MayAnswer(WebSession session, Questionnaire set) =>
        set.Issued.Person == session.Subject && (session.Strength == nameof(PatientStrength.Read) || session.Target == $"questionnaire/{set.Id}");

    private async Task<HelpWords?> Answer(Questionnaire set, int number, int value, IFormCollection form, WebSession session, By by)
    {
        if (number < 1 || number > set.Items.Count || set.Items[number - 1] is not { Item.Safety: true } asked || !asked.Item.RaisesConcern(value))
            return null;
        var page = pages.Open(form["Shown"]);
        var answer = new GiveAnswer(asked.Instrument, asked.Item.Number, value, page.At, page.Id)
        {
            Mode = session.Role == WebSessions.HandedOver ? AnswerMode.Kiosk : AnswerMode.Link, InPrivate = set.IsTypedForThem && form["Alone"] == "yes",
        };
        return await answer.Write(record, new(page.CommandOf($"c/{value}"), by), set.Id, randomness) is Outcome.Done
            ? await forms.Help((await forms.Find(set.Id))!, reads: false)
            : null;
    }

    private async Task<HelpWords> Help(string person, string who)
    {
        var (now, history) = (Moment.Now(record.Clock), await record.Read(Streams.Person(person)));
        return new(who, WhenRead.Of(await forms.Policy(now), now, history.Last<RiskDisclosed>()?.ToldBy, history), HasSafetyPlan: false);
    }
}
