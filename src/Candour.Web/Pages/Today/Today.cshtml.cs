using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Appointments.Store;
using Candour.CareRecord.Letters.Store;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Safeguards.Store;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Staff.Store;
using Candour.CareRecord.Supervision.Store;
using Candour.CareRecord.Today;
using Candour.CareRecord.Treatment.Store;
using Candour.CareRecord.Waiting.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Pages.Safeguards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Today;

/// <summary>What is first, what is next, what is left, then nothing.</summary>
[Needs("appointment", Act.View, Meets = Conditions.EmploymentContacts)]
public sealed class TodayModel(TheRecord record, Randomness randomness, Who who, WhoLooked looks, Looked looked, Colleagues colleagues, CaseFacts cases) : PageModel
{
    private const int UnreadDays = 14;

    [BindProperty]
    public Shown Shown { get; set; } = new();

    public TodaysWork Work { get; private set; } = null!;

    /// <summary>Answers that came in and that this clinician has not looked at since.</summary>
    public IReadOnlyList<OnePerson> Unread { get; private set; } = [];

    /// <summary>People to talk about in supervision; empty for whoever supervises nobody.</summary>
    public IReadOnlyList<OnAgenda> Agenda { get; private set; } = [];

    /// <summary>This clinician's people who heard nothing for over 60 days.</summary>
    public IReadOnlyList<OnePerson> Quiet { get; private set; } = [];

    /// <summary>Staff id and name of who covers for this clinician: told of a day that is too full. Null: nobody is named.</summary>
    public (string Id, string Name)? Covers { get; private set; }

    /// <summary>When they were told of as many people as there are now; null: they were not.</summary>
    public Moment? ToldAt { get; private set; }

    /// <summary>Colleagues who told this supervisor that their day is too full.</summary>
    public IReadOnlyList<StaffRow> TooFull { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await Load();
        Shown = new() { Command = Ids.New(randomness) };
    }

    /// <summary>"Tell Sam": the clinician's own word about their own day.</summary>
    public async Task<IActionResult> OnPostTellAsync()
    {
        await Load();
        var (mine, tell) = (Streams.Staff(who.Actor.Id), new TellFullDay(Work.Day, Work.PeopleToSee, Covers?.Id));
        var outcome = await record.Write(who.OrderFor(Shown.Command), [mine], (h, _) => tell.Decide(h[mine]));
        return this.Stored(outcome) ? this.See("/today") : Page();
    }

    private async Task Load()
    {
        var (me, now) = (who.Actor.Id, Moment.Now(record.Clock));
        var today = London.DayOf(now);
        await using var lists = record.Lists();
        var day = (await lists.OfClinician(me, today, today)).ThatMaySee(who);
        var unfinished = (await lists.ToFinish(me, now)).ThatMaySee(who);
        var risks = await RiskTaskList.OfStaff(lists, me, now);
        var covering = await Supervising.Now(record, lists);
        var supervising = who.Actor.Role == Roles.Supervisor ? covering : null;
        var letters = await lists.LettersOf(me);
        var things = await lists.FirstThings(me, supervising);
        var people = await lists.PeopleByIds([.. day.Concat(unfinished).Select(a => a.Person).Concat(risks.Select(r => r.Person)).Concat(letters.Select(l => l.Person)).Distinct()]);
        var agreed = Colleague.Of(await record.Read(Streams.Staff(me)))?.PeopleADay;
        if (supervising is not null)
        {
            Agenda = await lists.OfSupervisor(supervising, me);
            TooFull = await lists.TooFullToldTo(me, today);
        }

        Quiet = await lists.QuietOf(me, today);
        foreach (var one in await lists.AnsweredSince(me, now.Minus(TimeSpan.FromDays(UnreadDays))))
        {
            if (!await looks.LookedSince(one.Person.Person, me, one.Care.LastAnswers!.Value))
                Unread = [.. Unread, one];
        }

        var told = await Told(risks);
        var ring = told.Count < risks.Count ? await WhomToRing.Words(record, randomness, me) : "";
        Work = TodaysWork.Of(today, day, unfinished, risks, told, ring, things, people, letters, agreed);
        if (Work.TooMany is not null && covering.Of(me) is { } covers && covers != me)
            Covers = (covers, covering.NameOf(covers) ?? (await colleagues.Names())(covers));
        if (Covers is { } known && await lists.StaffById(me) is { } row && row.FullDay == today && row.FullDayPeople == Work.PeopleToSee && row.FullDayTo == known.Id)
            ToldAt = row.FullDayAt;
    }

    /// <summary>
    /// What was told last in the tasks that may be opened, one's own and those nobody has. Each is a look at that person's
    /// record, stored and shown to them.
    /// </summary>
    private async Task<IReadOnlyDictionary<string, string>> Told(IEnumerable<RiskTaskRow> risks)
    {
        var told = new Dictionary<string, string>();
        var stored = new List<Task>();
        foreach (var row in risks)
        {
            if (!await cases.MayOpen(who.Actor, row))
                continue;
            if (RiskTask.Find(await record.Read(Streams.Person(row.Person)), row.Task) is not { Told: [_, ..] all })
                continue;
            stored.Add(looked.At(row.Person, row.Referral, Parts.Of("risk_task"),
                row.IsFor(who.Actor.Id) ? "a task about your care that was theirs to do" : "a task about your care that nobody had yet"));
            told[row.Task] = WhatWasTold.InShort(all);
        }

        await Task.WhenAll(stored);
        return told;
    }
}
