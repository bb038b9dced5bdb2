using Candour.CareRecord.Store;
using Candour.Clinical;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Safeguards.Store;

/// <summary>Risk tasks as lists. Overdue is what the clock says when the page is read.</summary>
public static class RiskTaskList
{
    /// <summary>Open tasks, the one due first at the top.</summary>
    public static Task<List<RiskTaskRow>> Open(CareRecordContext lists) =>
        lists.Set<RiskTaskRow>().AsNoTracking().Where(t => t.IsOpen).OrderBy(t => t.Due).ToListAsync();

    /// <summary>Open tasks of one member of staff, those they were told of, and those nobody owns or is dealing with at the moment.</summary>
    public static Task<List<RiskTaskRow>> OfStaff(CareRecordContext lists, string staff, Moment now)
    {
        var told = $" {staff} ";
        return lists.Set<RiskTaskRow>().AsNoTracking()
            .Where(t => t.IsOpen && (t.Owner == staff || t.HeldBy == staff || t.Paged.Contains(told)
                || (t.Owner == Cover.Nobody && (t.HeldUntil == null || t.HeldUntil <= now))))
            .OrderBy(t => t.Due)
            .ToListAsync();
    }

    /// <summary>Open tasks that a member of staff owns or deals with: somebody else has to have them before they go.</summary>
    public static Task<List<RiskTaskRow>> InHandsOf(CareRecordContext lists, string staff) =>
        lists.Set<RiskTaskRow>().AsNoTracking().Where(t => t.IsOpen && (t.Owner == staff || t.HeldBy == staff)).OrderBy(t => t.Due).ToListAsync();

    /// <summary>The open task of a person; null when there is none.</summary>
    public static Task<RiskTaskRow?> OfPerson(CareRecordContext lists, string person) =>
        lists.Set<RiskTaskRow>().AsNoTracking().FirstOrDefaultAsync(t => t.Person == person && t.IsOpen);

    public static Task<RiskTaskRow?> Find(CareRecordContext lists, string task) =>
        lists.Set<RiskTaskRow>().AsNoTracking().FirstOrDefaultAsync(t => t.Task == task);

    /// <summary>Open tasks with a rung due by now: the work of the timer.</summary>
    public static Task<List<RiskTaskRow>> WithRungDue(CareRecordContext lists, Moment now) =>
        lists.Set<RiskTaskRow>().AsNoTracking().Where(t => t.IsOpen && t.NextRung <= now).OrderBy(t => t.NextRung).ToListAsync();

    /// <summary>Tasks opened since a moment, for the response times of the service.</summary>
    public static Task<List<RiskTaskRow>> OpenedSince(CareRecordContext lists, Moment since) =>
        lists.Set<RiskTaskRow>().AsNoTracking().Where(t => t.Opened >= since).ToListAsync();
}
