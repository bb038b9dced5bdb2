using Candour.CareRecord.Treatment;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Letters.Store;

/// <summary>Letters looked up in their list.</summary>
public static class FindLetters
{
    /// <summary>The longest waiting first, and how many there are.</summary>
    public static async Task<(IReadOnlyList<LetterRow> First, int All)> Waiting(TheRecord record, int most)
    {
        await using var lists = record.Lists();
        return await First(lists.Set<LetterRow>(), most);
    }

    /// <summary>The same of a clinician's people.</summary>
    public static async Task<(IReadOnlyList<LetterRow> First, int All)> OfPeopleOf(TheRecord record, string clinician, int most)
    {
        await using var lists = record.Lists();
        return await First(lists.Set<LetterRow>().Where(l => lists.Set<PeopleRow>().Any(p => p.Referral == l.Referral && p.Clinician == clinician)), most);
    }

    private static async Task<(IReadOnlyList<LetterRow> First, int All)> First(IQueryable<LetterRow> rows, int most) =>
        (await rows.AsNoTracking().OrderBy(l => l.Since).Take(most).ToListAsync(), await rows.CountAsync());
}
