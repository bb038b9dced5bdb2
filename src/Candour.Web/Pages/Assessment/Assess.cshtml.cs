using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Appointments.Store;
using Candour.CareRecord.Assessment;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Problem;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Sessions.Store;
using Candour.CareRecord.Waiting;
using Candour.CareRecord.Waiting.Store;
using Candour.Clinical;
using Candour.Clinical.Problems;
using Candour.Web.Access;
using Candour.Web.Components;
using Candour.Web.Hosting;
using Candour.Web.Pages.Consent;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Assessment;

/// <summary>The guided assessment: ten blocks in any order, each saved by itself; the call can drop and go on tomorrow.</summary>
[SavesAsYouType]
[Needs("note", Act.View, Posting = Act.Create, About = About.Appointment)]
public sealed class AssessModel(TheRecord record, Randomness randomness, Who who, Colleagues colleagues) : PageModel
{
    [BindProperty]
    public AssessForm Form { get; set; } = new();

    /// <summary>Field key and what was typed.</summary>
    [BindProperty]
    public Dictionary<string, string?> Said { get; set; } = [];

    [BindProperty]
    public Shown Shown { get; set; } = new();

    [TempData(Key = "Said")]
    public string? Saved { get; set; }

    public CareAtHand Care { get; private set; } = null!;

    public Appointment There { get; private set; } = null!;

    public TheAssessment Assessment { get; private set; } = null!;

    /// <summary>1 to 10.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>The block after this one; null at the last.</summary>
    public AssessmentPart? Following => AssessmentForm.Parts.ElementAtOrDefault(Number);

    public AssessmentPart Part => AssessmentForm.Parts[Number - 1];

    public ProblemDescriptor? Problem => MainProblem.Of(Care.Referral);

    public bool AnswersIn => Care.Referral.Any<ScoresRecorded>(s => s.Appointment == There.Id && !s.Together);

    /// <summary>"in", "not in", or for which other appointment they were given.</summary>
    public string AnswersWords
    {
        get
        {
            if (AnswersIn)
                return "in";
            var other = Appointment.Of(Care.Referral).LastOrDefault(a =>
                a.Id != There.Id && a.Attendance is null && Care.Referral.Any<ScoresRecorded>(s => s.Appointment == a.Id));
            return other is null ? "not in"
                : $"not in for this appointment. {Care.Person.Called} answered on {Day(Care.Referral.Last<ScoresRecorded>(s => s.Appointment == other.Id)!.FilledAt)}"
                    + $" for the {Kinds.Words(other.Booked.Kind).ToLowerInvariant()} on {Day(other.Starts)}";
        }
    }

    public ContactType.Kind Kind => There.Saved is null
        ? new("01", null, "This will count as: Assessment. Treatment counts from signed consent and a session with treatment in it.")
        : ContactType.Of(There, Care.Referral, Care.Person.Called);

    public string Me { get; private set; } = "";

    public IReadOnlyList<string> Choices { get; private set; } = [];

    /// <summary>One's own drafts of this assessment, newest first.</summary>
    public IReadOnlyList<NoteDraftRow> Drafts { get; private set; } = [];

    /// <summary>Set when this block was changed since it was opened: what is there now beside what was typed.</summary>
    public BothTexts? Both { get; private set; }

    public Moment Now => Moment.Now(record.Clock);

    /// <summary>Null on another day, and where the record's start is later than this clock.</summary>
    public int? MinutesGone => There.StartedAt is { } at && London.DayOf(at) == Care.Today && at <= Moment.Now(record.Clock)
        ? (int)Moment.Now(record.Clock).Since(at).TotalMinutes
        : null;

    public string LeftWords => There.PlannedMinutes - MinutesGone is { } left and > 0 ? $"{Clinical.Words.Count(left, "minute", "minutes")} left." : "The time is up.";

    /// <summary>"Risk and decision", of the two blocks that matter most.</summary>
    public string StillOpen => string.Join(" and ", new[] { AssessmentBlock.Risk, AssessmentBlock.SharedDecision }
        .Where(b => Assessment.StateOf(b) != BlockState.Done).Select((b, i) => (b, i) switch
        {
            (AssessmentBlock.Risk, _) => "Risk",
            (_, 0) => "Decision",
            _ => "decision",
        }));

    public string Differ => CloseAssessment.Differ(Care.Person.Called, Assessment.Item9!.Value, Assessment.Spoken!.Value).Message
        .Replace(" Say how you understand this.", "", StringComparison.Ordinal);

    public IReadOnlyList<Choice> SpokenChoices =>
    [
        .. new[] { (nameof(SpokenThoughts.None), "No"), (nameof(SpokenThoughts.Some), "Yes"), (nameof(SpokenThoughts.WouldNotSay), "Would rather not say") }
            .Select(c => new Choice { Value = c.Item1, Label = c.Item2, Checked = Value(AssessmentForm.Spoken) == c.Item1 }),
    ];

    public static string Words(BlockState state) => state switch
    {
        BlockState.Done => "done",
        BlockState.Part => "part",
        _ => "not yet",
    };

    /// <summary>What was typed just now, else what the record holds.</summary>
    public string Value(string field) => Said.TryGetValue(field, out var typed) ? typed ?? "" : Assessment.Said(Part.Block, field);

    public IReadOnlyList<Choice> YesNo(string field) =>
        [.. new[] { "yes", "no" }.Select(v => new Choice { Value = v, Label = v == "yes" ? "Yes" : "No", Checked = Value(field) == v })];

    private string Day(Moment at) => Clinical.Words.Day(London.DayOf(at), Care.Today);

    public async Task<IActionResult> OnGetAsync(string id, string? draft, int block = 1)
    {
        if (!await Load(id, block))
            return NotFound();
        Shown = Shown.Now(randomness, Care.Referral);
        (Form.Notes, Form.Draft) = (Assessment.Notes(Part.Block), Ids.New(randomness));
        if (draft is not null && NoteDraft.Of(await record.Read(NoteDraft.Stream(draft)), who.Actor.Id) is { } kept && kept.Block == Part.Block && kept.Appointment == id)
        {
            (Form.Notes, Form.Draft) = (kept.Text, draft);
            // A field that the draft left empty is empty in it, whatever was saved before.
            Said = Part.Fields.Select(f => f.Key).Append(AssessmentForm.Spoken).Append(AssessmentForm.Understood).ToDictionary(key => key, _ => (string?)"");
            foreach (var (key, said) in kept.Fields.Zip(kept.Said ?? []))
                Said[key] = said;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostStartAsync(string id, int block = 1)
    {
        if (!await Load(id, block))
            return NotFound();
        var start = new StartSession
        {
            Appointment = id, Person = Care.Person.Id, WithoutAnswers = Form.WithoutAnswers, WithoutAnswersWords = Form.WithoutAnswersWords,
            WhereNow = Form.WhereNow, WhoCouldHelp = Form.WhoCouldHelp, WhereNotAsked = Form.WhereNotAsked,
        };
        return await Write(id, (person, referral, _, now) => start.Decide(person, referral, now), null, $"/assess/{id}");
    }

    public async Task<IActionResult> OnPostSaveAsync(string id, int block = 1)
    {
        if (!await Load(id, block))
            return NotFound();
        var save = new SaveAssessmentBlock
        {
            Appointment = id, Person = Care.Person.Id, Block = Part.Block, Fields = Said, Notes = Form.Notes, RiskIds = RiskIds.New(randomness),
        };
        return await Write(id, save.Decide, "Saved.", $"/assess/{id}/{block}", NoteDraft.Stream(Ids.IsOne(Form.Draft) ? Form.Draft! : "none"));
    }

    public async Task<IActionResult> OnPostDraftAsync(string id, int block = 1)
    {
        if (!await Load(id, block))
            return NotFound();
        var draft = NoteDraft.Stream(Ids.IsOne(Form.Draft) ? Form.Draft! : Ids.New(randomness));
        var outcome = await Keep(draft, Shown.Command + "/draft");
        return this.Stored(outcome) ? this.See($"/assess/{id}/{block}?draft={draft.Id}") : Page();
    }

    /// <summary>What the page's script saves while somebody types: the draft alone, answered with one sentence. No look at the record.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(string id, int block = 1)
    {
        if (!await Load(id, block) || !Ids.IsOne(Form.Draft))
            return NotFound();
        if (Lines().All(line => line.Mark == "same"))
            return new OkObjectResult("");
        return await Keep(NoteDraft.Stream(Form.Draft!), Ids.New(randomness)) switch
        {
            Outcome.Done { Events.Count: 0 } => new OkObjectResult(""),
            Outcome.Done => new OkObjectResult($"Draft saved at {Clinical.Words.Time(Moment.Now(record.Clock))}. Only you can see it."),
            _ => new StatusCodeResult(StatusCodes.Status409Conflict),
        };
    }

    private Task<Outcome> Keep(StreamId draft, string command) => record.Write(
        who.OrderFor(command), [draft], (h, _) => NoteDraft.Save(h[draft], who.By, There.Id, Part.Block, Said, Form.Notes));

    public async Task<IActionResult> OnPostCloseAsync(string id, int block = 10)
    {
        if (!await Load(id, block))
            return NotFound();
        var close = new CloseAssessment
        {
            Appointment = id, Person = Care.Person.Id, Activity = Ids.New(randomness), RiskIds = RiskIds.New(randomness), Called = Care.Person.Called,
            Attendance = There.Attendance is null ? new() { Appointment = id, Code = "5", Trace = Form.Trace, WhyLate = Form.WhyLate } : null,
            WhyLate = Form.WhyLate,
        };
        return await Write(id, (person, referral, cover, now) => close.Decide(person, referral, cover, who.By, now), "The assessment is closed.", $"/pathways/{Care.Id}");
    }

    private async Task<IActionResult> Write(
        string id, Func<History, History, Cover, Moment, Decision> decide, string? said, string next, StreamId? draft = null)
    {
        var (person, referral) = (Streams.Person(Care.Person.Id), Streams.Referral(Care.Id));
        var atWork = await AtWork.Now(record, randomness);
        var outcome = await record.Write(
            who.OrderFor(Shown.Command), draft is { } its ? [person, referral, Streams.Policy, its] : [person, referral, Streams.Policy],
            (h, now) =>
            {
                var decided = decide(h[person], h[referral], Cover.At(ServicePolicy.On(London.DayOf(now), h[Streams.Policy]), now, There.Clinician, atWork.For(h[person])), now);
                return decided is Accepted accepted && draft is { } kept && NoteDraft.End(h[kept]) is Accepted end ? accepted.And(end) : decided;
            },
            (referral, Shown.Version));
        if (!this.Stored(outcome, Shown, randomness))
        {
            Saved = null;
            if (outcome is Outcome.No { Because: SomeoneChangedThis changed } && draft is not null)
                Both = new(await colleagues.NameOf(changed), changed.When, Lines(), $"/assess/{id}/{Number}") { Form = "mine" };
            return Page();
        }

        if (said is not null)
        {
            await Load(id, Number);
            Saved = outcome.IsHeld() ? LateEntry.Waits : Assessment.IsClosed ? said : $"{said} {Assessment.Progress}";
        }

        return this.See(next);
    }

    /// <summary>The block as the record holds it beside the block as it was typed; only what holds something in one of the two.</summary>
    private IReadOnlyList<BothText> Lines() =>
    [
        .. Part.Fields.Select(f => (f.Key, f.Label))
            .Concat(Part.Block == AssessmentBlock.Risk ? [(AssessmentForm.Spoken, "Spoken"), (AssessmentForm.Understood, "How you understand it")] : [])
            .Select(f => new BothText(f.Item2, Assessment.Said(Part.Block, f.Item1), Said.GetValueOrDefault(f.Item1)))
            .Append(new("Anything else", Assessment.Notes(Part.Block), Form.Notes))
            .Where(line => !string.IsNullOrWhiteSpace(line.There + line.Mine)),
    ];

    private async Task<bool> Load(string id, int block)
    {
        if (block is < 1 or > 10)
            return false;
        await using var lists = record.Lists();
        if (await lists.AppointmentById(id) is not { } row || await CareAtHand.Find(record, row.Referral) is not { } care)
            return false;
        (Care, Number) = (care, block);
        There = Appointment.Find(care.Referral, id)!;
        Assessment = TheAssessment.Of(care.Referral, id);
        Me = (await colleagues.Names())(There.Clinician);
        Drafts = [.. (await lists.DraftsOf(who.Actor.Id, id)).Where(d => d.Block is not null)];
        if (Part.Block == AssessmentBlock.SharedDecision && Problem is { } problem)
        {
            var choices = new List<string>();
            foreach (var (step, therapy, _) in Conformity.Treatments(problem, care.Today, MainProblem.CbtDeclined(care.Referral)))
            {
                var half = HalfWait.Of(await lists.WaitsFor((int)step, therapy.Code, care.Today));
                choices.Add($"{therapy.PlainName}, step {(int)step}: {(half is { } days ? $"half of people wait {Clinical.Words.Wait(days)}" : "too few people to say how long the wait is")}");
            }

            Choices = choices;
        }

        return true;
    }
}
