using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Questionnaires;

public enum StartState
{
    Ready,
    Sent,
    Over,

    /// <summary>Staff began to put in what the person says: nothing of it is shown here.</summary>
    Entered,
}

/// <summary>The start page of a set: what it is, who sees it, who fills it in. Asks nothing before Start.</summary>
[ForThePerson]
[Needs("answers", Act.Create, About = About.Questionnaire)]
public sealed class StartModel(TheRecord record, Forms forms, Who who, SignedIn signedIn, Randomness randomness) : PageModel
{
    [BindProperty]
    public FilledInBy? FilledInBy { get; set; }

    [BindProperty]
    public string? AskedFor { get; set; }

    [BindProperty]
    public RepeatReason? Why { get; set; }

    [BindProperty]
    public string Once { get; set; } = "";

    public string Id { get; private set; } = "";

    public StartState State { get; private set; }

    public string Heading { get; private set; } = "";

    public string? Caption { get; private set; }

    public string Clinician { get; private set; } = "";

    public string ClinicianAtStart => char.ToUpperInvariant(Clinician[0]) + Clinician[1..];

    public string? LateWords { get; private set; }

    public string? OverWords { get; private set; }

    public string EnteredWords { get; } = new EnteredForYou().Message;

    /// <summary>The session moved, and the questions of its new time are there.</summary>
    public bool HasNew { get; private set; }

    /// <summary>Something was typed here before the session moved, and not sent.</summary>
    public bool KeepsTyped { get; private set; }

    public string? SentAt { get; private set; }

    public string ContactWords { get; private set; } = "";

    public bool Resuming { get; private set; }

    public int Count { get; private set; }

    /// <summary>PHQ-9 and GAD-7 ask about two weeks, PCL-5 about a month.</summary>
    public string Period { get; private set; } = "";

    public bool AsksAboutSafety { get; private set; }

    /// <summary>Twenty-two seconds a question, up to whole minutes: sixteen take about six.</summary>
    public int Minutes => Math.Max(1, ((Count * 22) + 59) / 60);

    public async Task<IActionResult> OnGet(string id) =>
        await forms.Find(id) is { } form ? await Show(form) : NotFound();

    public async Task<IActionResult> OnPost(string id)
    {
        if (FilledInBy is not { } filledIn)
            return await Again(id, new SayWhoFirst());
        if (await forms.Find(id) is not { } form)
            return NotFound();
        var (stream, referral) = (Streams.Questionnaire(id), Streams.Referral(form.Issued.Referral));
        var outcome = await record.Write(
            who.OrderFor(Once), [stream, referral], (all, now) => new StartQuestionnaire(filledIn, Forms.ModeOf(who)).Decide(all[stream], now, all[referral]));
        return outcome is Outcome.No no ? await Again(id, no.Because) : Redirect(await NextOf(id));
    }

    public async Task<IActionResult> OnPostDecline(string id)
    {
        if (await forms.Find(id) is not { } form)
            return NotFound();
        var (stream, referral) = (Streams.Questionnaire(id), Streams.Referral(form.Issued.Referral));
        var outcome = await record.Write(
            who.OrderFor($"{Once}/decline"), [stream, referral],
            (all, now) => new DeclineQuestionnaire().Decide(all[stream], all[referral], now));
        return outcome is Outcome.No no ? await Again(id, no.Because) : Redirect($"/q/{id}/declined");
    }

    public async Task<IActionResult> OnPostAgain(string id)
    {
        if (await forms.Find(id) is not { } form)
            return NotFound();
        if (AskedFor is null)
            return await Again(id, new SayIfAsked());
        if (AskedFor == "no" && Why is null)
            return Redirect($"/q/{id}/sent");
        if (Why is not { } why)
            return await Again(id, new SayWhyAgain());
        var (stream, referral) = (Streams.Questionnaire(id), Streams.Referral(form.Issued.Referral));
        var fresh = Ids.New(randomness);
        var outcome = await record.Write(
            who.OrderFor($"{Once}/again"), [stream, referral],
            (all, now) => new RepeatQuestionnaire(fresh, why, AskedFor == "yes").Decide(all[stream], all[referral], now));
        if (outcome is Outcome.No no)
            return await Again(id, no.Because);
        return await GoOn(RepeatQuestionnaire.Open(form, await record.Read(referral)) ?? id);
    }

    /// <summary>To the questions of the session at its new time.</summary>
    public async Task<IActionResult> OnPostNew(string id) =>
        await forms.Find(id) is { } form && await New(form) is { } set ? await GoOn(set) : Redirect($"/q/{id}");

    /// <summary>The link opens one form: from here on it is this one.</summary>
    private async Task<IActionResult> GoOn(string set)
    {
        if (who.Patient is { Strength: PatientStrength.Answer } patient)
            await signedIn.AsPatient(patient.Person, patient.Strength, patient.Link, $"questionnaire/{set}", patient.HandedOver);
        return Redirect($"/q/{set}");
    }

    private async Task<string?> New(Questionnaire form) =>
        SessionOfSet.NewSet(form.Issued, await record.Read(Streams.Referral(form.Issued.Referral))) is { } set && set != form.Id ? set : null;

    private async Task<IActionResult> Again(string id, Refusal because)
    {
        ModelState.Add(because);
        return await forms.Find(id) is { } form ? await Show(form) : NotFound();
    }

    private async Task<string> NextOf(string id) =>
        (await forms.Find(id))?.NextOpen is { } next ? $"/q/{id}/{next}" : $"/q/{id}/check";

    private async Task<IActionResult> Show(Questionnaire form)
    {
        var now = Moment.Now(record.Clock);
        var today = London.DayOf(now);
        Id = form.Id;
        Once = Ids.New(randomness);
        ModelState.Remove(nameof(Once));
        Clinician = await forms.FirstNameOf(form);
        var session = form.Issued.WindowTo;
        var day = London.DayOf(session);
        var left = SessionOfSet.Left(form.Issued, await record.Read(Streams.Referral(form.Issued.Referral)));
        State = form.IsClosed(now) || left is not null ? StartState.Over : form.IsSent ? StartState.Sent : form.StaffEntry is not null ? StartState.Entered : StartState.Ready;
        Heading = State switch
        {
            StartState.Over => "These questions are closed",
            StartState.Sent => "You answered these",
            StartState.Entered => "These answers are being entered for you",
            _ => form.Issued.Appointment is null ? "Questions about how you are" : $"Questions before {session.DayName()}'s session",
        };
        if (form.Issued.Appointment is not null)
            Caption = $"{(await forms.NameOf(form) is { } name ? $"with {name}, " : "")}{WordsOf(day)}, {Words.Time(session)}";
        OverWords = left?.Message ?? new FormsOver(session).Message;
        HasNew = left is { Now: not null } && await New(form) is not null;
        KeepsTyped = left is not null && form is { IsSent: false, StaffEntry: null, Given.Count: > 0 };
        SentAt = form.Submitted is { } sent ? $"{Words.Time(sent)}{(London.DayOf(sent) == today ? "" : $" on {Words.Day(London.DayOf(sent), today)}")}" : null;
        LateWords = now > session && form.Issued.Appointment is not null
            ? $"Your session began at {Words.Time(session)}. You can still answer. We mark late answers so that nobody mixes them up."
            : null;
        ContactWords = WhenRead.NextWorking(await forms.Policy(now), now) is { } by
            ? $"They will contact you {by}."
            : "We cannot promise when. Use the numbers we show you.";
        Count = form.Items.Count;
        AsksAboutSafety = form.Items.Any(i => i.Item.Safety);
        Period = !form.Issued.Instruments.Contains(InstrumentSet.Trauma) ? "Answer for the last 2 weeks."
            : form.Issued.Instruments.Count == 1 ? "Answer for the last month." : "Each question says which time it is about.";
        Resuming = form.Given.Count > 0;
        return Page();
    }

    private static string WordsOf(DateOnly day) => Words.LongDay(day)[..^5];
}
