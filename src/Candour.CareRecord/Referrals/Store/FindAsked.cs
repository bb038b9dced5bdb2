using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Referrals.Store;

/// <summary>What people asked to have put right, looked up in its list.</summary>
public static class FindAsked
{
    /// <summary>The longest waiting first.</summary>
    public static async Task<IReadOnlyList<AskedRow>> Open(TheRecord record, int most)
    {
        await using var lists = record.Lists();
        return await lists.Set<AskedRow>().AsNoTracking().OrderBy(a => a.Asked).Take(most).ToListAsync();
    }
}
