using Candour.CareRecord.Store;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Consent.Store;

/// <summary>How plans were signed in a span of days: each way counted, zero included.</summary>
public static class SignatureCounts
{
    public static async Task<IReadOnlyDictionary<SignedHow, int>> SignedBetween(this CareRecordContext db, DateOnly from, DateOnly to)
    {
        var counts = await db.Set<SignatureRow>().AsNoTracking().Where(s => s.SignedOn >= from && s.SignedOn <= to)
            .GroupBy(s => s.How).Select(g => new { g.Key, Many = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Many);
        return Enum.GetValues<SignedHow>().ToDictionary(how => how, how => counts.GetValueOrDefault(how));
    }
}
