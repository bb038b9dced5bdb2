using System.Globalization;
using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Appointments.Store;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Sessions.Store;
using Candour.CareRecord.Staff;
using Candour.Clinical;
using Candour.Clinical.Codes;
using Candour.Clinical.Problems;
using Candour.Web.Access;
using Candour.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Sessions;

/// <summary>One session: start it, write it up, save it whole or in part. Its kind is worked out and shown, never asked.</summary>
[SavesAsYouType]
[Needs("note", Act.View, Posting = Act.Create, About = About.Appointment)]
public sealed class SessionModel(TheRecord record, Randomness randomness, Who who, Colleagues colleagues, CaseFacts cases) : PageModel
{
    private Facts _standing = new();

    [BindProperty]
    public SessionForm Form { get; set; } = new();

    [BindProperty]
    public InternetLogForm Log { get; set; } = new();

    [BindProperty]
    public Shown Shown { get; set; } = new();

    public AppointmentRow Row { get; private set; } = null!;

    public PathwayView View { get; private set; } = null!;

    public Appointment There { get; private set; } = null!;

    public Moment Now => Moment.Now(record.Clock);

    public int? Item9 { get; private set; }

    public Func<string, string> NameOf { get; private set; } = null!;

    public string Me => who.Actor.Id;

    public IReadOnlyList<NoteDraftRow> Drafts { get; private set; } = [];

    /// <summary>Set when the same part was changed since the form was opened: what is there now beside what was typed.</summary>
    public BothTexts? Both { get; private set; }

    /// <summary>"Saved. Still to do: risk." after a save; null otherwise.</summary>
    [TempData]
    public string? Said { get; set; }

    /// <summary>Internet therapy put down for this person, oldest first; what was taken back with it.</summary>
    public IReadOnlyList<LoggedTherapy> Logs => LoggedTherapy.Of(View.Referral);

    /// <inheritdoc cref="LogRole"/>
    public bool MayTakeOut(LoggedTherapy log) => log.TakenBack is null && LogRole.Of(log.Log, who.Actor, _standing) is not null;

    /// <summary>The log was refused: its part of the page stays open.</summary>
    public bool LogIsOpen { get; private set; }

    /// <summary>The page could not be saved; what was spoken about safety was handed on all the same: its task. Null otherwise.</summary>
    public string? WorryTold { get; private set; }

    public IReadOnlyList<string> Missing => SessionParts.Missing(There, Item9);

    public ContactType.Kind Kind => ContactType.Of(There, View.Referral, View.Person.Called);

    /// <summary>The therapies whose parts can be ticked: the signed plan's, else any on the day.</summary>
    public string? Therapy => Form.Therapy ?? There.Saved?.Therapy ?? View.Plan?.Therapy;

    /// <summary>No named treatment is agreed to, and care goes on: what is done counts as an assessment, whatever it was.</summary>
    public bool BeforeConsent =>
        View.Plan is null && View.Course.IsOpen && There.Booked.Kind is not (AppointmentType.EmploymentSupport or AppointmentType.FollowUp);

    /// <param name="therapy">Without a signed plan: the treatment whose parts are to be ticked.</param>
    public async Task<IActionResult> OnGetAsync(string id, string? draft, string? therapy)
    {
        if (!await Load(id))
            return NotFound();
        Shown = Shown.Now(randomness, View.Referral);
        Form = SessionForm.Of(There, Ids.New(randomness));
        // A draft of this page's own: two tabs make two.
        Form.Draft = Ids.New(randomness);
        if (Clinical.Problems.Therapy.OfCode(therapy) is not null && View.Plan is null)
            Form.Therapy ??= therapy;
        if (draft is not null && NoteDraft.Of(await record.Read(NoteDraft.Stream(draft)), who.Actor.Id) is { Block: null } kept)
            (Form.Draft, Form.Note) = (draft, kept.Text);
        return Page();
    }

    public async Task<IActionResult> OnPostStartAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        var start = new StartSession
        {
            Appointment = id, Person = Form.Person, WithoutAnswers = Form.WithoutAnswers, WithoutAnswersWords = Form.WithoutAnswersWords,
            WhereNow = Form.WhereNow, WhoCouldHelp = Form.WhoCouldHelp, WhereNotAsked = Form.WhereNotAsked,
        };
        return await Write(id, (person, referral, _, now) => start.Decide(person, referral, now), null, () => null);
    }

    public async Task<IActionResult> OnPostSaveAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        foreach (var (field, words) in Form.Unread())
            ModelState.AddModelError(field, words);
        var command = Shown.Command;
        if (ModelState.ErrorCount > 0)
        {
            await HandOnWhatWasSpoken(command);
            return Page();
        }

        var save = Form.ToSave(There, RiskIds.New(randomness), await Qualifications());
        var atWork = await AtWork.Now(record, randomness);
        var answer = await Write(
            id,
            (person, referral, policy, now) => save.Decide(person, referral, Cover.At(ServicePolicy.On(London.DayOf(now), policy), now, There.Clinician, atWork.For(person)), who.By, now),
            "Saved.",
            () => There.Closed is null ? Form.Beside(There) : null);
        if (answer is PageResult)
            await HandOnWhatWasSpoken(command);
        return answer;
    }

    /// <summary>Nothing that is wrong with the rest of the page stands between a spoken worry and its task (H46).</summary>
    private async Task HandOnWhatWasSpoken(string command)
    {
        if (Form.Spoken != SpokenThoughts.Some || There.Safety?.Spoken == SpokenThoughts.Some)
            return;
        var said = string.IsNullOrWhiteSpace(Form.SafetyWords) ? "Thoughts of this kind were spoken of in a session." : Form.SafetyWords;
        var worry = new HandOnWorry(Row.Person, Row.Referral, RiskSource.Session, said, Now: false, HelpShown: false);
        if (await worry.Write(record, who.OrderFor($"{command}/worry"), randomness) is Outcome.Done)
            WorryTold = RiskTask.OpenOf(await record.Read(Streams.Person(Row.Person)))?.Id;
    }

    public async Task<IActionResult> OnPostDraftAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        var draft = NoteDraft.Stream(Form.Draft ?? Ids.New(randomness));
        var outcome = await record.Write(
            who.OrderFor(Shown.Command + "/draft"), [draft], (h, _) => NoteDraft.Save(h[draft], who.By, id, Form.Note ?? ""));
        return this.Stored(outcome) ? this.See($"/sessions/{id}?draft={draft.Id}") : Page();
    }

    /// <summary>What the page's script saves while somebody types: the draft alone, answered with one sentence. No look at the record.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(string id)
    {
        if (!await Load(id) || !Ids.IsOne(Form.Draft))
            return NotFound();
        if (string.IsNullOrWhiteSpace(Form.Note) || There.Notes.LastOrDefault().Event?.Note == Form.Note.Trim())
            return new OkObjectResult("");
        var draft = NoteDraft.Stream(Form.Draft!);
        var outcome = await record.Write(who.OrderFor(Ids.New(randomness)), [draft], (h, _) => NoteDraft.Save(h[draft], who.By, id, Form.Note));
        return outcome is Outcome.Done
            ? new OkObjectResult($"Draft saved at {Words.Time(Moment.Now(record.Clock))}. Only you can see it.")
            : new StatusCodeResult(StatusCodes.Status409Conflict);
    }

    public async Task<IActionResult> OnPostNoteAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        return await Write(id, (_, referral, _, _) => new AddNote(id, Form.Note, Form.Why).Decide(referral), "Added.", () => [Form.BesideNote(There)]);
    }

    public async Task<IActionResult> OnPostInternetAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        var log = Log.ToLog();
        var (person, referral) = (Streams.Person(Row.Person), Streams.Referral(Row.Referral));
        var outcome = await record.Write(
            who.OrderFor(Shown.Command), [person, referral], (h, now) => log.Decide(h[person], h[referral], who.Actor.Id, now));
        if (!this.Stored(outcome))
        {
            LogIsOpen = true;
            Form = SessionForm.Of(There, Ids.New(randomness));
            return Page();
        }

        Said = outcome.IsHeld() ? LateEntry.Waits : "Added to the log.";
        return this.See($"/sessions/{id}");
    }

    /// <param name="said">Said on the next page; null: nothing.</param>
    /// <param name="mine">Where the same part was changed meanwhile: the lines of what can still be saved here; null: nothing can.</param>
    private async Task<IActionResult> Write(
        string id, Func<History, History, History, Moment, Decision> decide, string? said, Func<IReadOnlyList<BothText>?> mine)
    {
        var (person, referral) = (Streams.Person(Row.Person), Streams.Referral(Row.Referral));
        var draft = NoteDraft.Stream(Form.Draft ?? "none");
        var outcome = await record.Write(
            who.OrderFor(Shown.Command), [person, referral, Streams.Policy, draft],
            (h, now) => decide(h[person], h[referral], h[Streams.Policy], now) is Accepted accepted
                ? said is not null && accepted.Events.Count > 0 && NoteDraft.End(h[draft]) is Accepted end ? accepted.And(end) : accepted
                : decide(h[person], h[referral], h[Streams.Policy], now),
            (referral, Shown.Version));
        await Load(id);
        if (this.Stored(outcome))
        {
            Said = said is null ? null : outcome.IsHeld() ? LateEntry.Waits
                : Missing.Count > 0 ? $"{said} Still to do: {string.Join(", ", Missing)}."
                : There.TypeProposed is not null ? $"{said} “Treatment” is kept with your reason. It counts as an assessment until a second person agrees." : said;
            return this.See(There.Closed is not null && said is not null ? $"/pathways/{Row.Referral}" : $"/sessions/{id}{PartsToTick}");
        }

        // What another tab saved is not said beside what this one could not.
        Said = null;
        if (Shown.ChangedSince(View.Referral, outcome, Me, e => (e as SessionClosed)?.Appointment == id || (e as AppointmentCancelled)?.Appointment == id) is { } changed)
        {
            var lines = There.Cancelled is null ? mine() : null;
            Both = new(await colleagues.NameOf(changed), changed.When, lines ?? Form.Beside(There), $"/sessions/{id}")
            {
                Form = lines is null ? null : "mine", BothStand = There.Closed is not null,
            };
            Shown.Again(randomness, View.Referral);
            ModelState.Remove("Shown.Command");
            ModelState.Remove("Shown.Version");
        }

        return Page();
    }

    /// <summary>A treatment was chosen without a signed plan: the next page asks which parts of it were done.</summary>
    private string PartsToTick =>
        BeforeConsent && There.Saved?.Therapy is null && Clinical.Problems.Therapy.OfCode(Form.Therapy) is { } chosen ? $"?therapy={chosen.Code}" : "";

    private async Task<bool> Load(string id)
    {
        await using var lists = record.Lists();
        if (await lists.AppointmentById(id) is not { } row)
            return false;
        Row = row;
        var histories = await record.Read([Streams.Referral(row.Referral), Streams.Person(row.Person)]);
        if (PathwayView.Of(histories[Streams.Referral(row.Referral)], histories[Streams.Person(row.Person)], London.Today(record.Clock)) is not { } view)
            return false;
        View = view;
        if (Logs.Count > 0)
            _standing = await cases.Of(who.Actor, null, await cases.Whom(nameof(About.Appointment), id, null));
        There = view.Appointments.First(a => a.Id == id);
        Item9 = PathwayAnswers.Item9Of(view.Referral, id);
        NameOf = await colleagues.Names();
        Drafts = [.. (await lists.DraftsOf(who.Actor.Id, id)).Where(d => d.Block is null)];
        return true;
    }

    private async Task<IReadOnlyList<string>> Qualifications() =>
        [.. (await record.Read(Streams.Staff(There.Clinician))).All<QualificationAwarded>()
            .Where(q => q.AwardedOn <= There.Day || (q.AwardedOn is null && q.PlannedFor >= There.Day)).Select(q => q.Qualification)];
}
