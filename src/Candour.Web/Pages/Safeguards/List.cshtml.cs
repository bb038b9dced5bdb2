using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Safeguards.Store;
using Candour.CareRecord.Staff.Store;
using Candour.CareRecord.Supervision.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Safeguards;

/// <summary>A task in the list.</summary>
/// <param name="Who">The person and what was told, for a reader who may open the task; null for everybody else.</param>
public sealed record TaskLine(string Task, string Due, string Whose, string Since, string Told, int Entries, WhoAndWhat? Who);

/// <param name="What">In short, never in words of the person's own.</param>
public sealed record WhoAndWhat(string Name, string What);

/// <summary>Open tasks for duty, supervisors and the clinical lead; one by one, never closed together.</summary>
[Needs("risk_task", Act.View)]
public sealed class ListModel(TheRecord record, Accounts accounts, CaseFacts cases, Looked looked, Who who) : PageModel
{
    /// <summary>Under this name the page before says what was done there.</summary>
    internal const string Done = "Done";

    public IReadOnlyList<TaskLine> Rows { get; private set; } = [];

    public int Overdue { get; private set; }

    public ResponseTimes Times { get; private set; } = ResponseTimes.Of([]);

    /// <summary>The service lead sees that a task is late, not what it says.</summary>
    public bool MayOpen => who.Staff?.Role != Roles.ServiceLead;

    /// <summary>Clinicians without a supervisor at work whose people wait for supervision: for supervisors and the clinical lead.</summary>
    public IReadOnlyList<WithoutSupervisor> Without { get; private set; } = [];

    public string Text(TimeSpan? time) => time switch
    {
        null => "",
        { TotalMinutes: < 120 } short_ => Words.Count((int)Math.Ceiling(short_.TotalMinutes), "minute", "minutes"),
        { } long_ => $"{Words.Count((int)long_.TotalHours, "hour", "hours")} {Words.Count(long_.Minutes, "minute", "minutes")}",
    };

    /// <summary>Who it is and what they told, where the reader may open the task. Each is a look at that person's record, stored and shown to them.</summary>
    private async Task<WhoAndWhat?> WhoAndWhat(RiskTaskRow row)
    {
        if (!MayOpen || !await cases.MayOpen(who.Actor, row))
            return null;
        var person = await record.Read(Streams.Person(row.Person));
        if (RiskTask.Find(person, row.Task) is not { Told: [_, ..] told })
            return null;
        await looked.At(row.Person, row.Referral, Parts.Of("risk_task"), "a list of tasks about people's care");
        return new(CareRecord.Referrals.Person.Of(person)?.FullName ?? "Name not known", WhatWasTold.InShort(told));
    }

    public async Task OnGet()
    {
        var now = Moment.Now(record.Clock);
        await using var lists = record.Lists();
        var names = (await accounts.All()).ToDictionary(a => a.Staff, a => a.Name);
        var open = await RiskTaskList.Open(lists);
        Overdue = open.Count(t => t.Due < now);
        foreach (var t in open)
        {
            Rows = [.. Rows, new TaskLine(
                t.Task,
                $"{(t.Due < now ? "Overdue, " : "")}{Words.Time(t.Due)} {RiskWords.DayWords(t.Due, now)}",
                (t.HeldBy ?? t.Owner) == Cover.Nobody ? "Nobody yet" : names.GetValueOrDefault(t.HeldBy ?? t.Owner, "a colleague"),
                $"{Words.Time(t.Opened)} {RiskWords.DayWords(t.Opened, now)}",
                $"{Words.Time(t.LastTold)} {RiskWords.DayWords(t.LastTold, now)}",
                t.Entries,
                await WhoAndWhat(t))];
        }

        if (who.Staff?.Role is Roles.ClinicalLead or Roles.Supervisor or Roles.ServiceLead)
            Without = await lists.WithoutSupervisor(await Supervising.Now(record, lists));
        var recent = await RiskTaskList.OpenedSince(lists, now.Minus(TimeSpan.FromDays(28)));
        Times = ResponseTimes.OfLooks([.. recent.Select(t => (t.Opened, t.FirstLook))]);
    }
}
