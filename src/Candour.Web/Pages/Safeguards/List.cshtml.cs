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

/// <summary>A task in the list: no name, no answer.</summary>
public sealed record TaskLine(string Task, string Due, string Whose, string Since, int Entries);

/// <summary>Open tasks for duty, supervisors and the clinical lead; one by one, never closed together.</summary>
[Needs("risk_task", Act.View)]
public sealed class ListModel(TheRecord record, Accounts accounts, Who who) : PageModel
{
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

    public async Task OnGet()
    {
        var now = Moment.Now(record.Clock);
        await using var lists = record.Lists();
        var names = (await accounts.All()).ToDictionary(a => a.Staff, a => a.Name);
        var open = await RiskTaskList.Open(lists);
        Overdue = open.Count(t => t.Due < now);
        Rows = [.. open.Select(t => new TaskLine(
            t.Task,
            $"{(t.Due < now ? "Overdue, " : "")}{Words.Time(t.Due)} {RiskWords.DayWords(t.Due, now)}",
            t.Owner == Cover.Nobody ? "Nobody yet" : names.GetValueOrDefault(t.HeldBy ?? t.Owner, "a colleague"),
            $"{Words.Time(t.Opened)} {RiskWords.DayWords(t.Opened, now)}",
            t.Entries))];
        if (who.Staff?.Role is Roles.ClinicalLead or Roles.Supervisor or Roles.ServiceLead)
            Without = await lists.WithoutSupervisor(await Supervising.Now(record, lists));
        var recent = await RiskTaskList.OpenedSince(lists, now.Minus(TimeSpan.FromDays(28)));
        Times = ResponseTimes.OfLooks([.. recent.Select(t => (t.Opened, t.FirstLook))]);
    }
}
