using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Appointments.Store;
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
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Today;

/// <summary>What is first, what is next, what is left, then nothing.</summary>
[Needs("appointment", Act.View)]
public sealed class TodayModel(TheRecord record, Who who, WhoLooked looks, Looked looked) : PageModel
{
    private const int UnreadDays = 14;

    public TodaysWork Work { get; private set; } = null!;

    /// <summary>Answers that came in and that this clinician has not looked at since.</summary>
    public IReadOnlyList<OnePerson> Unread { get; private set; } = [];

    /// <summary>People to talk about in supervision; empty for whoever supervises nobody.</summary>
    public IReadOnlyList<OnAgenda> Agenda { get; private set; } = [];

    /// <summary>This clinician's people who heard nothing for over 60 days.</summary>
    public IReadOnlyList<OnePerson> Quiet { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var (me, now) = (who.Actor.Id, Moment.Now(record.Clock));
        var today = London.DayOf(now);
        await using var lists = record.Lists();
        var day = await lists.OfClinician(me, today, today);
        var unfinished = await lists.ToFinish(me, now);
        var risks = await RiskTaskList.OfStaff(lists, me);
        var supervising = who.Actor.Role == Roles.Supervisor ? await Supervising.Now(record, lists) : null;
        var things = await lists.FirstThings(me, supervising);
        var people = await lists.PeopleByIds([.. day.Concat(unfinished).Select(a => a.Person).Concat(risks.Select(r => r.Person)).Distinct()]);
        var agreed = (await record.Read(Streams.Staff(me))).Last<StaffJoined>()?.PeopleADay;
        if (supervising is not null)
            Agenda = await lists.OfSupervisor(supervising, me);
        Quiet = await lists.QuietOf(me, today);
        foreach (var one in await lists.AnsweredSince(me, now.Minus(TimeSpan.FromDays(UnreadDays))))
        {
            if (!await looks.LookedSince(one.Person.Person, me, one.Care.LastAnswers!.Value))
                Unread = [.. Unread, one];
        }

        Work = TodaysWork.Of(today, day, unfinished, risks, await Told(risks.Where(r => r.Owner == me || r.HeldBy == me)), things, people, agreed);
    }

    /// <summary>What was told last in tasks that are one's own. Each is a look at that person's record, stored and shown to them.</summary>
    private async Task<IReadOnlyDictionary<string, string>> Told(IEnumerable<RiskTaskRow> mine)
    {
        var told = new Dictionary<string, string>();
        var stored = new List<Task>();
        foreach (var row in mine)
        {
            if (RiskTask.Find(await record.Read(Streams.Person(row.Person)), row.Task) is not { Told: [_, ..] all })
                continue;
            stored.Add(looked.At(row.Person, row.Referral, Parts.Of("risk_task"), "a task about your care that was theirs to do"));
            told[row.Task] = WhatWasTold.InShort(all);
        }

        await Task.WhenAll(stored);
        return told;
    }
}
