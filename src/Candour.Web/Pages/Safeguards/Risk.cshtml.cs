using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Safeguards.Store;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Treatment.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Components;
using Candour.Web.Pages.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Safeguards;

/// <summary>One worry: what was told, by when somebody looks, what was done. Only item 9 of a form that was not sent is shown.</summary>
[Needs("risk_task", CareRecord.Access.Act.View, About = About.RiskTask, Key = "task")]
public sealed class RiskModel(TheRecord record, Accounts accounts, CaseFacts cases, Who who, Randomness randomness) : PageModel
{
    private const int MostMinutesAgo = 7 * 24 * 60;

    private IReadOnlyList<Account> _staff = [];
    private Facts _standing = Facts.None;

    [BindProperty]
    public string Once { get; set; } = "";

    /// <summary>The version of the person's record that the page shows: what is told after it is not answered unseen.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public RiskContact? Contact { get; set; }

    [BindProperty]
    public int? MinutesAgo { get; set; }

    [BindProperty]
    public int? NextHours { get; set; }

    [BindProperty]
    public string? ActSaid { get; set; }

    [BindProperty]
    public string? Said { get; set; }

    [BindProperty]
    public string? Plan { get; set; }

    [BindProperty]
    public string? Informed { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public string Person { get; private set; } = "";

    public string? Referral { get; private set; }

    public string Called { get; private set; } = "";

    public string Heading { get; private set; } = "";

    public RiskDeadline Deadline { get; private set; } = null!;

    public IReadOnlyList<ToldWords> Told { get; private set; } = [];

    public IReadOnlyList<string> Before { get; private set; } = [];

    public string ContactBy { get; private set; } = "";

    /// <summary>Numbers and addresses, for whoever may see them; none once the task is closed.</summary>
    public IReadOnlyList<(string Words, string Where, string? WhyNot)> Numbers { get; private set; } = [];

    /// <summary>Where they were last, and who could help; nothing once the task is closed.</summary>
    public IReadOnlyList<string> LastPlace { get; private set; } = [];

    /// <summary>Asks for a safety plan, or to go through it again, at each worry.</summary>
    public PlanPrompt Plans { get; private set; } = null!;

    /// <summary>This reader may write the safety plan or, where nothing is to do about it, read it.</summary>
    public bool MayPlan { get; private set; }

    public bool MayPathway { get; private set; }

    /// <summary>For whoever may act on it and not see who it is.</summary>
    public bool MayOpenInAnEmergency => May.Embedded.Ever(who.Actor, CareRecord.Access.Act.Create, "break_glass") is Answer.Yes;

    public bool IsOpen { get; private set; }

    public string? Holder { get; private set; }

    public string HeldUntil { get; private set; } = "";

    public RiskClosingProposed? Proposed { get; private set; }

    public string ProposedBy { get; private set; } = "";

    /// <summary>Somebody asked for the closing before more was told: it does not count any more.</summary>
    public string? OvertakenWords { get; private set; }

    public string CloseWords => Role(RiskDoing.Close) == Roles.PwpTrainee ? "Ask my supervisor to close this" : "Close this";

    /// <summary>Only what may be done, and what was typed before it was refused.</summary>
    public bool ShowWriting => Role(RiskDoing.Write) is not null || ActSaid is not null;

    public bool ShowClosing => Role(RiskDoing.Close) is not null || (Said ?? Plan ?? Informed) is not null;

    public bool ShowHandingOn => Role(RiskDoing.HandOn) is not null || (To ?? Why) is not null;

    public bool MayAgree => Role(RiskDoing.Agree) is not null;

    /// <summary>What the reader may not do here, and who does; null where nothing is missing.</summary>
    public string? NotMine => RiskRole.Of(RiskDoing.HandOn, who.Actor, _standing).No?.Message;

    public IReadOnlyList<Account> Colleagues { get; private set; } = [];

    public IReadOnlyList<string> Story { get; private set; } = [];

    public string OpenedAt { get; private set; } = "";

    public async Task<IActionResult> OnGet(string task) => await Show(task) ? Page() : NotFound();

    public Task<IActionResult> OnPostClaim(string task) =>
        Do(task, RiskDoing.Write, "claim", (person, by, now) => new ClaimRiskTask(task).Decide(person, by, now));

    public Task<IActionResult> OnPostAct(string task)
    {
        // What cannot be read as a number is refused in the words of the decision.
        ModelState[nameof(MinutesAgo)]?.Errors.Clear();
        // So is a next step that is no number of hours, or too many to be a time at all.
        var tooFar = (int)Ladder.LongestHold.TotalHours + 1;
        var hours = ModelState[nameof(NextHours)] is { Errors.Count: > 0 } ? tooFar : NextHours;
        ModelState[nameof(NextHours)]?.Errors.Clear();
        return Do(task, RiskDoing.Write, "act", (person, _, now) => new TakeRiskAction(
            task, Contact, MinutesAgo is >= 0 and <= MostMinutesAgo and var ago ? now.Minus(TimeSpan.FromMinutes(ago)) : null, ActSaid,
            hours is { } next ? now.Plus(TimeSpan.FromHours(Math.Clamp(next, 0, tooFar))) : null) { Shown = Version }.Decide(person, now));
    }

    public Task<IActionResult> OnPostClose(string task) =>
        Do(task, RiskDoing.Close, "close", (person, by, _) => new CloseRiskTask(task, Said, Plan, Informed) { Shown = Version }.Decide(person, by), asShown: true);

    public Task<IActionResult> OnPostAgree(string task) =>
        Do(task, RiskDoing.Agree, "agree", (person, by, _) => new AgreeToClosing(task) { Shown = Version }.Decide(person, by), asShown: true);

    public async Task<IActionResult> OnPostHandOn(string task)
    {
        var message = Ids.New(randomness);
        var staff = await accounts.All();
        return await Do(task, RiskDoing.HandOn, "hand", (person, by, now) =>
            new HandOnRiskTask(task, To, Why, [.. RiskTakers.Of(staff, Relations(person)).Select(s => s.Staff)], message).Decide(person, by, now));
    }

    /// <param name="asShown">Refused too when a colleague did something about this task after the page was opened.</param>
    private async Task<IActionResult> Do(string task, RiskDoing doing, string what, Func<History, By, Moment, Decision> decide, bool asShown = false)
    {
        await using var lists = record.Lists();
        if (await RiskTaskList.Find(lists, task) is not { } row || !MayRead(_standing = await Standing(row)))
            return NotFound();
        var (role, not) = RiskRole.Of(doing, who.Actor, _standing);
        if (role is null)
        {
            ModelState.Add(not!);
            return await Show(task) ? Page() : NotFound();
        }

        var by = who.By with { Role = role };
        var person = Streams.Person(row.Person);
        var outcome = await record.Write(new Order($"{Once}/{what}", by), [person], (all, now) => decide(all[person], by, now), asShown ? (person, Version) : null);
        if (outcome is not Outcome.No no)
            return await After(row, what);
        ModelState.Add(no.Because);
        return await Show(task) ? Page() : NotFound();
    }

    /// <summary>
    /// A task that is closed or handed on opens the record no longer (safety 2.2: an open task of mine). Whoever it shuts out goes
    /// on from the list, and is told so, instead of to a page that is not theirs any more.
    /// </summary>
    private async Task<IActionResult> After(RiskTaskRow row, string what)
    {
        if (MayRead(await Standing(row)))
            return Redirect($"/risk/{row.Task}");
        TempData[ListModel.Done] = what == "hand"
            ? "Handed on. The task is no longer yours, so this record is closed to you."
            : "Closed. What you wrote is kept. The task was why you could open this record, so it is closed to you now.";
        return Redirect("/risk");
    }

    private async Task<bool> Show(string id)
    {
        await using var lists = record.Lists();
        if (await RiskTaskList.Find(lists, id) is not { } row || !MayRead(_standing = await Standing(row)))
            return false;
        var person = await record.Read(Streams.Person(row.Person));
        if (RiskTask.Find(person, id) is not { } task)
            return false;
        var now = Moment.Now(record.Clock);
        _staff = await accounts.All();
        (Once, Version) = (Ids.New(randomness), person.Version);
        ModelState.Remove(nameof(Once));
        ModelState.Remove(nameof(Version));
        (Person, Referral, IsOpen, OpenedAt) = (task.Person, task.Referral, task.IsOpen, Words.Time(now));
        var known = CareRecord.Referrals.Person.Of(person);
        Called = known?.Called ?? "This person";
        await ShowTold(task, person, now);
        Deadline = RiskDeadline.Of(
            task, ServicePolicy.On(London.DayOf(now), await record.Read(Streams.Policy)), (await AtWork.Now(record, randomness)).For(person), Called, NameOf, now);
        ShowHolder(task, now);
        ContactBy = ContactLines.Safe(known);
        if (IsOpen)
            LastPlace = ContactLines.LastPlace(await NewestReferral(lists, task) is { } at ? await record.Read(Streams.Referral(at)) : null, now);
        Plans = PlanPrompt.Of(PlanAtHand.Of(person), Called, London.DayOf(now));
        Colleagues = [.. RiskTakers.Of(_staff, Relations(person)).Where(s => s.Staff != who.Staff?.Staff)];
        ShowLinks(task, known);
        Story = [.. task.Events.Select(e => RiskWords.Line(e, NameOf, now)).Where(l => l.Length > 0)];
        return true;
    }

    /// <summary>The task's own; a worry that was handed on without one: the person's newest.</summary>
    private static async Task<string?> NewestReferral(CareRecord.Store.CareRecordContext lists, RiskTask task) =>
        task.Referral ?? (await lists.ReferralsOf(task.Person)).FirstOrDefault()?.Referral;

    private Task<Facts> Standing(RiskTaskRow row) => cases.Of(who.Actor, null, new(row.Person, row.Referral, null, $"risk/{row.Task}"));

    /// <summary>The service lead sees in the list that a task is late, and not what it says.</summary>
    private bool MayRead(Facts facts) => May.Embedded.Ask(
        who.Actor with { Roles = [.. who.Actor.Roles.Where(r => r != Roles.ServiceLead)] }, CareRecord.Access.Act.View, "risk_task", facts) is Answer.Yes;

    private string? Role(RiskDoing doing) => RiskRole.Of(doing, who.Actor, _standing).Role;

    private static IReadOnlyCollection<string> Relations(History person) => [.. RelationRow.RowsOf(person).Select(r => r.Staff)];

    /// <summary>Only what this reader may open is a link.</summary>
    private void ShowLinks(RiskTask task, CareRecord.Referrals.Person? known)
    {
        MayPlan = Asked(Plans.Asks ? CareRecord.Access.Act.Create : CareRecord.Access.Act.View, "safety_plan");
        MayPathway = task.Referral is not null && Asked(CareRecord.Access.Act.View, "answers");
        Numbers = IsOpen && Asked(CareRecord.Access.Act.View, "contact_details") ? ContactLines.All(known) : [];

        bool Asked(string act, string resource) => May.Embedded.Ask(who.Actor, act, resource, _standing) is Answer.Yes;
    }

    private async Task ShowTold(RiskTask task, History person, Moment now)
    {
        var told = person.Recorded<RiskDisclosed>().Where(d => d.Event.Task == task.Id).ToList();
        var words = new List<ToldWords>();
        foreach (var (envelope, e) in told)
        {
            var form = e.Questionnaire is { } q ? Questionnaire.Of(await record.Read(Streams.Questionnaire(q))) : null;
            words.Add(new(RiskWords.What(e, Called), RiskWords.Where(envelope, e, task, form, Called, now), e.Said));
        }

        Told = [.. words.AsEnumerable().Reverse()];
        Heading = words[^1].What;
        if (task.Referral is { } referral)
            Before = BeforeIt.Lines(await record.Read(Streams.Referral(referral)), told[0].Envelope.At, now);
    }

    private void ShowHolder(RiskTask task, Moment now)
    {
        if (task.HeldBy is { } holder && task.HeldUntil is { } until && until > now)
            (Holder, HeldUntil) = (NameOf(holder), $"{Words.Time(until)} {RiskWords.DayWords(until, now)}");
        if (task.Proposed is { } proposed)
            (Proposed, ProposedBy) = (proposed.Event, NameOf(proposed.Envelope.By.Actor));
        if (task.Overtaken is { } overtaken)
            OvertakenWords = $"{NameOf(overtaken.Envelope.By.Actor)} asked for this to be closed before more was told. Look at what is new first.";
    }

    private string NameOf(string staff) =>
        staff == Person ? Called
        : staff == Cover.Nobody ? "whoever is on duty"
        : staff == By.Worker.Actor ? "the clock"
        : _staff.FirstOrDefault(s => s.Staff == staff)?.Name ?? "a colleague";
}
