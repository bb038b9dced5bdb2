using Candour.CareRecord.Store;
using Candour.CareRecord.Treatment;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Letters.Store;

/// <summary>Letters looked up in their list.</summary>
public static class FindLetters
{
    /// <summary>Letters to a GP that are this clinician's to write, to approve or to post, the longest first.</summary>
    public static Task<List<LetterRow>> LettersOf(this CareRecordContext db, string staff) =>
        db.Set<LetterRow>().AsNoTracking().Where(l => l.Owner == staff && l.PostedOn == null).OrderBy(l => l.Since).Take(100).ToListAsync();

    /// <summary>Letters to a GP that this clinician posted or had posted since a day: what the post may still bring back, the latest first.</summary>
    public static async Task<IReadOnlyList<LetterRow>> InThePost(TheRecord record, string staff, DateOnly since, int most)
    {
        await using var lists = record.Lists();
        return await lists.Set<LetterRow>().AsNoTracking().Where(l => l.Owner == staff && l.PostedOn >= since)
            .OrderByDescending(l => l.PostedOn).ThenBy(l => l.Referral).Take(most).ToListAsync();
    }

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
        return await First(lists.Set<LetterRow>().Where(l => l.Owner == clinician || lists.Set<PeopleRow>().Any(p => p.Referral == l.Referral && p.Clinician == clinician)), most);
    }

    private static async Task<(IReadOnlyList<LetterRow> First, int All)> First(IQueryable<LetterRow> rows, int most)
    {
        var waiting = rows.AsNoTracking().Where(l => l.PostedOn == null);
        return (await waiting.OrderBy(l => l.Since).Take(most).ToListAsync(), await waiting.CountAsync());
    }
}
