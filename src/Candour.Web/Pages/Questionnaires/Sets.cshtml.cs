using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Questionnaires.Store;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Timers;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Pages.Consent;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Questionnaires;

/// <summary>
/// The questions of one referral, as staff need them around a session: ask again by link, hand over this device, or enter
/// what the person says. Answers are not here; they are on the person's page once sent.
/// </summary>
[Needs("answers", Act.View, Posting = Act.Create, About = About.Referral, Key = "referral", Part = "which questions were asked")]
public sealed class SetsModel(TheRecord record, Wordings wordings, TimerLoop loop, Who who, SignedIn signedIn, Randomness randomness) : PageModel
{
    [BindProperty]
    public string Once { get; set; } = "";

    [BindProperty]
    public string Form { get; set; } = "";

    [TempData]
    public string? Said { get; set; }

    public CareAtHand Care { get; private set; } = null!;

    public IReadOnlyList<QuestionnaireRow> Open { get; private set; } = [];

    /// <summary>Every set there ever was, the newest first.</summary>
    public IReadOnlyList<OneSet> Sets { get; private set; } = [];

    [BindProperty]
    public WithoutAnswers? Why { get; set; }

    [BindProperty]
    public string? InWords { get; set; }

    /// <summary>The set whose "not done" was refused: its part is shown open.</summary>
    public string? Refused { get; private set; }

    /// <summary>Photos kept of each set that was entered from paper.</summary>
    public Dictionary<string, int> OnPaper { get; } = [];

    /// <summary>The next session, when no set belongs to it yet.</summary>
    public Appointment? Without { get; private set; }

    /// <summary>What is to be answered together first, beside the questions of the next session; null when there is nothing, or it is asked.</summary>
    public (Appointment Session, IReadOnlyList<string> Instruments)? TogetherFirst { get; private set; }

    public async Task<IActionResult> OnGetAsync(string referral) => await Load(referral) ? Page() : NotFound();

    public async Task<IActionResult> OnPostHandOverAsync(string referral)
    {
        if (!await Load(referral) || Mine() is null)
            return NotFound();
        var stream = Streams.Questionnaire(Form);
        var outcome = await record.Write(
            who.OrderFor($"{Once}/hand", onBehalfOf: Care.Person.Id), [stream], (all, now) => HandOverQuestionnaire.Decide(all[stream], now));
        if (!this.Stored(outcome))
            return Page();
        await signedIn.HandOver(Care.Person.Id, $"questionnaire/{Form}");
        return this.See($"/q/{Form}");
    }

    public async Task<IActionResult> OnPostAskAsync(string referral)
    {
        if (!await Load(referral) || Mine() is not { } set)
            return NotFound();
        var (stream, person, message) = (Streams.Questionnaire(Form), Streams.Person(Care.Person.Id), Ids.New(randomness));
        var ends = Appointment.Of(Care.Referral).FirstOrDefault(a => a.Id == set.Appointment) is { } session
            ? session.Ends : set.WindowTo;
        var atWork = await AtWork.Now(record, randomness);
        var outcome = await record.Write(
            who.OrderFor($"{Once}/ask"), [stream, person, Streams.Service, Streams.Policy],
            (all, now) => new AskToAnswerNow(message).Decide(all[stream], all[person], Sender.Of(all, now), ends, ServicePolicy.On(London.DayOf(now), all[Streams.Policy]).HomeQuestionnaires(now, atWork), now));
        if (!this.Stored(outcome))
            return Page();
        loop.Nudge();
        var queued = outcome is Outcome.Done done ? done.Events.Select(e => e.Event).OfType<MessageQueued>().FirstOrDefault() : null;
        Said = queued is { Due: var due } && due > Moment.Now(record.Clock)
            ? $"{Care.Person.Called} is sent the link again at {Words.Time(due)} on {Words.LongDay(London.DayOf(due))}, in the hours that are safe."
            : $"{Care.Person.Called} is sent the link again.";
        return this.See(Request.Path);
    }

    public async Task<IActionResult> OnPostNotDoneAsync(string referral)
    {
        if (!await Load(referral) || Mine() is null)
            return NotFound();
        var (stream, form) = (Streams.Referral(referral), Streams.Questionnaire(Form));
        var outcome = await record.Write(
            who.OrderFor($"{Once}/not", onBehalfOf: Care.Person.Id), [stream, form], (all, now) => new SayNotDone(Why, InWords).Decide(all[form], all[stream], now));
        if (!this.Stored(outcome))
        {
            Refused = Form;
            return Page();
        }

        Said = "Saved. No score is made of it.";
        return this.See(Request.Path);
    }

    /// <summary>Opens the questions of the next session now, for answering with somebody at hand; only in the window in which they count.</summary>
    public async Task<IActionResult> OnPostOpenAsync(string referral) =>
        !await Load(referral) || Without is not { } session ? NotFound()
        : await Issue(session, "open", together: false, care => InstrumentSet.For(SendQuestions.MainProblem(care), wordings, SendQuestions.Answered(care), alone: true));

    /// <summary>Opens, beside the questions of the session, what is answered with somebody here before it is sent to anybody.</summary>
    public async Task<IActionResult> OnPostTogetherAsync(string referral) =>
        !await Load(referral) || TogetherFirst is not { Session: var session } ? NotFound()
        : await Issue(session, "together", together: true, care => InstrumentSet.TogetherFirst(SendQuestions.MainProblem(care), wordings, SendQuestions.Answered(care)));

    private async Task<IActionResult> Issue(Appointment session, string what, bool together, Func<History, IReadOnlyList<string>> instruments)
    {
        var (stream, id) = (Care.Referral.Stream, Ids.New(randomness));
        var outcome = await record.Write(who.OrderFor($"{Once}/{what}"), [stream], (all, _) => new IssueQuestionnaire
        {
            Id = id, Referral = stream.Id, Person = Care.Person.Id, Appointment = session.Id, Starts = session.Starts,
            Ends = session.Ends, Clinician = session.Clinician, Wordings = wordings,
            Instruments = instruments(all[stream]), Together = together,
        }.Decide(all[stream]));
        return this.Stored(outcome) ? this.See(Request.Path) : Page();
    }

    public string NameOf(QuestionnaireRow set) => set switch
    {
        _ when IsTogether(set) => $"To answer together, before {Words.LongDay(London.DayOf(set.WindowTo))}, {Words.Time(set.WindowTo)}",
        { Week: { } week } => $"Questions {week} weeks after the first treatment",
        _ => $"Questions before {Words.LongDay(London.DayOf(set.WindowTo))}, {Words.Time(set.WindowTo)}",
    };

    public bool IsTogether(QuestionnaireRow set) => Care.Referral.Any<QuestionsIssued>(q => q.Questionnaire == set.Questionnaire && q.Together);

    /// <summary>Sent, the first of its questions, its session still at that time, and no other set of them open: what was asked again is entered beside it.</summary>
    public bool MayAskAgain(QuestionnaireRow set)
    {
        var same = Sets.Select(s => s.Row).Where(s => s.Appointment == set.Appointment && s.Week == set.Week && s.WindowTo == set.WindowTo && IsTogether(s) == IsTogether(set)).ToList();
        return set.Submitted is not null && same.TrueForAll(s => s.Number >= set.Number && (s.Submitted is not null || s.Declined)) && Care.Course.IsOpen
            && SessionOfSet.Left(Appointment.Of(Care.Referral).FirstOrDefault(a => a.Id == set.Appointment), set.WindowTo) is null;
    }

    public string StateOf(QuestionnaireRow set) => set switch
    {
        { ByStaff: true } => "Entered by staff, not finished",
        { Opened: not null } => "Begun, not sent",
        _ => "Not begun",
    };

    private QuestionnaireRow? Mine() => Open.FirstOrDefault(q => q.Questionnaire == Form);

    private async Task<bool> Load(string referral)
    {
        if (await CareAtHand.Find(record, referral) is not { } care)
            return false;
        Care = care;
        var now = Moment.Now(record.Clock);
        await using var lists = record.Lists();
        var all = await QuestionnaireList.OfReferral(lists, referral);
        // What a colleague has begun to enter is entered to its end, wherever the session has gone meanwhile.
        var sessions = Appointment.Of(care.Referral);
        Open = [.. all.Where(q => q is { Submitted: null, Declined: false } && q.Closes >= now
            && (q.ByStaff || SessionOfSet.Left(sessions.FirstOrDefault(a => a.Id == q.Appointment), q.WindowTo) is null))];
        if (PathwayView.Of(care.Referral, care.PersonHistory, care.Today) is { } view)
            Sets = [.. all.OrderByDescending(q => q.WindowTo).ThenByDescending(q => q.Number).Select(q => OneSet.Of(q, view, now))];
        var next = sessions.Where(a => a.IsLive && a.Ends > now && now >= a.Starts.Minus(IssueQuestionnaire.Window)).OrderBy(a => a.Starts.Milliseconds).FirstOrDefault();
        var ofNext = all.Where(q => q.Appointment == next?.Id && q.WindowTo == next?.Starts).ToList();
        Without = ofNext.Count == 0 ? next : null;
        TogetherFirst = ofNext.Count > 0 && !ofNext.Exists(IsTogether)
            && InstrumentSet.TogetherFirst(SendQuestions.MainProblem(care.Referral), wordings, SendQuestions.Answered(care.Referral)) is { Count: > 0 } first
            ? (next!, first) : null;
        foreach (var set in all.Where(q => q.ByStaff))
        {
            if (Questionnaire.Of(await record.Read(Streams.Questionnaire(set.Questionnaire))) is { StaffEntry.Reason: StaffEntryReason.PaperForm } paper)
                OnPaper[set.Questionnaire] = paper.Photos.Count;
        }

        if (Once.Length == 0 || HttpMethods.IsGet(Request.Method))
            Once = Ids.New(randomness);
        return true;
    }
}
