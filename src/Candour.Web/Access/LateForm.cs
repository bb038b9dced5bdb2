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
/// <param name="Told">It was written down as at any other time.</param>
public sealed record LateForm(bool Kept, HelpWords? Help, bool Told = false);

/// <summary>
/// A form of a person's own page that arrives after thirty idle minutes, or after a newer session took the place of its own:
/// nothing typed is lost, and a worry reaches its task although nobody is signed in any more. Only a form that was made for that
/// very session is believed.
/// </summary>
public sealed class LateForms(
    TheRecord record, Forms forms, ShownPages pages, KeptForms kept, EndedSession ended, WebSessions sessions, IAntiforgery antiforgery, Who who, Randomness randomness)
{
    // A worry is heard as long after the end of the session it was asked in.
    private static readonly TimeSpan StillTold = TimeSpan.FromHours(24);

    /// <summary>Null when nothing was sent.</summary>
    public async Task<LateForm?> Take(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
            return null;
        return await ended.Find() is { Kind: WebSessions.Patient } session && await WasMadeFor(session, http)
            ? await Take(session, http)
            : new(Kept: false, Help: null);
    }

    /// <summary>A form from a page that an earlier session of the same person was shown: another tab, before the link was opened again. Null when it is from none.</summary>
    public async Task<LateForm?> TakeOfEarlier(HttpContext http, PatientSession now)
    {
        foreach (var session in await sessions.EarlierOf(now.Person))
        {
            if (await WasMadeFor(session, http))
                return await Take(session, http);
        }

        return null;
    }

    private async Task<LateForm> Take(WebSession session, HttpContext http)
    {
        if (session.Ends.Plus(StillTold) > Moment.Now(record.Clock) && await Tell(session, http) is { } told)
            return told;
        // The script sends each choice by itself, and the whole form when it hears that the session has ended.
        var isKept = !IsChoice(http.Request) && await KeepIt(http, session);
        return new(isKept, Help: null);
    }

    private async Task<bool> KeepIt(HttpContext http, WebSession session) => await kept.Keep(http, SubjectOf(session), proven: true) is not null;

    /// <summary>
    /// Whose the kept form is: a session that may read finds all of the person's; one that answers, only what was typed on the
    /// same thing.
    /// </summary>
    internal static string SubjectOf(WebSession session) => SubjectOf(session.Subject, Reads(session) ? null : session.Target);

    internal static string SubjectOf(string person, string? target) => target is null ? person : $"{person}/{target}";

    /// <summary>The form's token names the session it was made for: the page that sent it was shown to this session and no other.</summary>
    private async Task<bool> WasMadeFor(WebSession session, HttpContext http)
    {
        var user = http.User;
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
            http.User = user;
        }
    }

    /// <summary>
    /// An answer above "not at all" to a question about safety, "things have got worse", "somebody told me what to answer":
    /// written as at any other time. Null when it is none of these.
    /// </summary>
    private async Task<LateForm?> Tell(WebSession session, HttpContext http)
    {
        var (form, path) = (await http.Request.ReadFormAsync(), http.Request.Path.Value?.Trim('/').Split('/') ?? []);
        var by = new By(session.Subject, Roles.Patient, who.Device);
        var order = new Order(Ids.IsOne(form["Once"]) ? form["Once"].ToString() : Ids.New(randomness), by);
        switch (path)
        {
            case ["q", var id, "tell-us"]:
                return await forms.Find(id) is { } told && MayAnswer(session, told) && await ReportPressure.Write(record, order, id, form["Said"], randomness) is Outcome.Done
                    ? new(Kept: false, Help: null, Told: true)
                    : null;
            case ["q", var id, var nth] when int.TryParse(nth, out var number) && int.TryParse(form["Answer"], out var value) && form["Skip"].Count == 0:
                return await forms.Find(id) is { } set && MayAnswer(session, set) ? Shown(await Answer(set, number, value, http.Request, session, by)) : null;
            case ["me", "not-what-i-said", var id, var nth] when int.TryParse(nth, out var number) && int.TryParse(form["Answer"], out var value):
                return await forms.Find(id) is { } copy && Reads(session) && copy.Issued.Person == session.Subject ? Shown(await Said(copy, number, value, order)) : null;
            case ["me", "worse"] when Reads(session):
                var worry = await HandOnWorry.FeelsWorse(record, session.Subject, form["Said"]);
                return await worry.Write(record, order, randomness) is Outcome.Done ? Shown(await Help(session.Subject, "someone")) : null;
            default:
                return null;
        }
    }

    private static LateForm? Shown(HelpWords? help) => help is null ? null : new(Kept: false, help, Told: true);

    private static bool IsChoice(HttpRequest request) => request.Query["handler"] == "Choose";

    private static bool Reads(WebSession session) => session.Strength == nameof(PatientStrength.Read);

    private static bool MayAnswer(WebSession session, Questionnaire set) =>
        set.Issued.Person == session.Subject && (Reads(session) || session.Target == $"questionnaire/{set.Id}");

    private async Task<HelpWords?> Said(Questionnaire set, int number, int value, Order order)
    {
        if (number < 1 || number > set.Items.Count || set.Items[number - 1] is not { Item.Safety: true } asked || !asked.Item.RaisesConcern(value))
            return null;
        return await new SayWhatISaid(asked.Instrument, asked.Item.Number, value).Write(record, order, set.Id, randomness) is Outcome.Done
            ? await forms.Help((await forms.Find(set.Id))!, reads: true)
            : null;
    }

    private async Task<HelpWords?> Answer(Questionnaire set, int number, int value, HttpRequest request, WebSession session, By by)
    {
        var form = await request.ReadFormAsync();
        if (number < 1 || number > set.Items.Count || set.Items[number - 1] is not { Item.Safety: true } asked || !asked.Item.RaisesConcern(value))
            return null;
        var page = pages.Open(form["Shown"]);
        var answer = new GiveAnswer(asked.Instrument, asked.Item.Number, value, page.At, page.Id)
        {
            Mode = session.Role == WebSessions.HandedOver ? AnswerMode.Kiosk : AnswerMode.Link, InPrivate = set.IsTypedForThem && form["Alone"] == "yes",
            Choice = IsChoice(request) && int.TryParse(form["Choice"], out var nth) ? nth : null,
        };
        return await answer.Write(record, new(page.CommandOf($"{GiveAnswer.Continue}/{value}"), by), set.Id, randomness) is Outcome.Done
            ? await forms.Help((await forms.Find(set.Id))!, reads: false)
            : null;
    }

    private async Task<HelpWords> Help(string person, string who)
    {
        var (now, history) = (Moment.Now(record.Clock), await record.Read(Streams.Person(person)));
        return new(who, WhenRead.Of(await forms.Policy(now), now, history.Last<RiskDisclosed>()?.ToldBy, history), HasSafetyPlan: false);
    }
}
