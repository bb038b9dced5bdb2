using Candour.CareRecord.Safeguards.Store;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Referrals.Store;

/// <summary>Open risk tasks of people in the inbox: whose each is, without its words.</summary>
public static class OpenTasks
{
    public static async Task<IReadOnlyDictionary<string, RiskTaskRow>> Of(TheRecord record, IReadOnlyCollection<string> people)
    {
        await using var lists = record.Lists();
        return await lists.Set<RiskTaskRow>().AsNoTracking().Where(t => t.IsOpen && people.Contains(t.Person)).ToDictionaryAsync(t => t.Person);
    }
}

/// <summary>A pair with both people, for the inbox.</summary>
public sealed record PairLine(PairRow Pair, PersonRow A, PersonRow B)
{
    public static async Task<IReadOnlyList<PairLine>> Undecided(TheRecord record)
    {
        await using var lists = record.Lists();
        var pairs = await lists.Set<PairRow>().AsNoTracking()
            .Where(p => p.State == PairState.Open || p.State == PairState.Proposed || p.State == PairState.ToAsk)
            .OrderBy(p => p.Since).ThenBy(p => p.Pair).Take(FindReferrals.Page).ToListAsync();
        var people = await FindPeople.Many(record, [.. pairs.SelectMany(p => new[] { p.PersonA, p.PersonB }).Distinct()]);
        return [.. pairs.Select(p => new PairLine(p, people[p.PersonA], people[p.PersonB]))];
    }
}
