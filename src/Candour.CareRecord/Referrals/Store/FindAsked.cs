using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Referrals.Store;

/// <summary>What people asked to have put right, looked up in its list.</summary>
public static class FindAsked
{
    /// <summary>How many wait, and since when the longest does; null when none does.</summary>
    public static async Task<(int Count, Clinical.Moment? Since)> Waiting(TheRecord record)
    {
        await using var lists = record.Lists();
        var asked = await lists.Set<AskedRow>().AsNoTracking().OrderBy(a => a.Asked).Select(a => a.Asked).ToListAsync();
        return asked.Count == 0 ? (0, null) : (asked.Count, asked[0]);
    }

    /// <summary>The longest waiting first.</summary>
    public static async Task<IReadOnlyList<AskedRow>> Open(TheRecord record, int most)
    {
        await using var lists = record.Lists();
        return await lists.Set<AskedRow>().AsNoTracking().OrderBy(a => a.Asked).Take(most).ToListAsync();
    }
}
