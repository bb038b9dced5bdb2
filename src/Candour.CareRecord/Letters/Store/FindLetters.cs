using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Letters.Store;

/// <summary>Letters looked up in their list.</summary>
public static class FindLetters
{
    /// <summary>The longest waiting first, and how many there are.</summary>
    public static async Task<(IReadOnlyList<LetterRow> First, int All)> Waiting(TheRecord record, int most)
    {
        await using var lists = record.Lists();
        var rows = await lists.Set<LetterRow>().AsNoTracking().OrderBy(l => l.Since).Take(most).ToListAsync();
        return (rows, await lists.Set<LetterRow>().CountAsync());
    }
}
