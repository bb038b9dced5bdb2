using Candour.CareRecord.Store;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Safeguarding.Store;

/// <summary>Safeguarding entries as lists.</summary>
public static class SafeguardingList
{
    private const int Most = 200;

    /// <summary>Open entries first, the one due first at the top; then closed ones, the last closed first.</summary>
    /// <param name="staff">Only their own entries and those shared with them; null for the lead, who sees all.</param>
    public static Task<List<SafeguardingRow>> Of(CareRecordContext lists, string? staff) =>
        lists.Set<SafeguardingRow>().AsNoTracking()
            .Where(r => staff == null || r.RaisedBy == staff || r.Owner == staff || r.SharedWith.Contains(staff))
            .OrderByDescending(r => r.IsOpen).ThenByDescending(r => r.Closed).ThenBy(r => r.Due).ThenBy(r => r.Entry)
            .Take(Most).ToListAsync();

    public static Task<List<string>> OpenOf(CareRecordContext lists, string staff) =>
        lists.Set<SafeguardingRow>().Where(r => r.IsOpen && r.Owner == staff).OrderBy(r => r.Entry).Select(r => r.Entry).ToListAsync();

    /// <summary>Open entries that nobody took by their day and of which nobody was told yet.</summary>
    public static Task<List<SafeguardingRow>> Unopened(CareRecordContext lists, DateOnly today) =>
        lists.Set<SafeguardingRow>().AsNoTracking().Where(r => r.IsOpen && r.Taken == null && !r.Alarmed && r.Due < today).ToListAsync();
}
