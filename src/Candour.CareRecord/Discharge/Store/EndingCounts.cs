using Candour.CareRecord.Store;
using Candour.CareRecord.Treatment;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Discharge.Store;

/// <param name="Ended">Referrals that ended in any way, those closed without any care included.</param>
/// <param name="WithoutNotice">Of these, ended without notice, each reason by itself, zero included.</param>
public sealed record EndingCounts(int Ended, IReadOnlyDictionary<NoNotice, int> WithoutNotice)
{
    public static async Task<EndingCounts> Between(CareRecordContext db, DateOnly from, DateOnly to)
    {
        var ended = db.Set<PeopleRow>().AsNoTracking().Where(r => r.EndedOn >= from && r.EndedOn <= to);
        var without = await ended.Where(r => r.WithoutNotice != null).GroupBy(r => r.WithoutNotice).Select(g => new { g.Key, Many = g.Count() }).ToListAsync();
        return new(
            await ended.CountAsync(),
            Enum.GetValues<NoNotice>().ToDictionary(why => why, why => without.FirstOrDefault(w => w.Key == why)?.Many ?? 0));
    }
}
