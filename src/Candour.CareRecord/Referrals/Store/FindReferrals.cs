using Candour.CareRecord.Store;
using Candour.Clinical;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Referrals.Store;

/// <summary>Referrals looked up in their lists.</summary>
public static class FindReferrals
{
    public const int Page = 50;

    /// <summary>No list is longer; a larger number typed into an address asks for the last page.</summary>
    public const int MostPages = 100_000;

    public static async Task<ReferralRow?> One(TheRecord record, string referral)
    {
        await using var lists = record.Lists();
        return await lists.Set<ReferralRow>().AsNoTracking().SingleOrDefaultAsync(r => r.Referral == referral);
    }

    /// <summary>A clinician was asked to look at it and it is still in the inbox, or danger was told in it.</summary>
    public static async Task<bool> AwaitsClinician(TheRecord record, string referral)
    {
        await using var lists = record.Lists();
        return await lists.Set<InboxRow>().AnyAsync(r => r.Referral == referral && (r.ClinicianAskedAt != null || r.SaidDanger));
    }

    /// <summary>All referrals of a person, newest first.</summary>
    public static async Task<IReadOnlyList<ReferralRow>> OfPerson(TheRecord record, string person)
    {
        await using var lists = record.Lists();
        return await lists.Set<ReferralRow>().AsNoTracking().Where(r => r.Person == person).OrderByDescending(r => r.ReceivedOn).ToListAsync();
    }

    /// <summary>The clock that goes on for somebody who comes back: of the newest referral that was closed and can still be taken up again. Null: none.</summary>
    /// <param name="alike">People who may be this one.</param>
    public static async Task<WaitGoesOn?> GoesOn(TheRecord record, Traits traits, IEnumerable<PersonRow> alike)
    {
        var returns = alike.Where(row => Likeness.IsReturn(traits, row.Traits)).Select(row => row.Person).ToList();
        if (returns.Count == 0)
            return null;
        var today = London.Today(record.Clock);
        await using var lists = record.Lists();
        var closed = await lists.Set<ReferralRow>().AsNoTracking()
            .Where(r => returns.Contains(r.Person) && r.Stage == Stage.Closed && r.ComeBackUntil >= today)
            .OrderByDescending(r => r.EndedOn).FirstOrDefaultAsync();
        return closed is null ? null : new() { Earlier = closed.Referral, CountsFrom = closed.CountsFrom };
    }

    /// <summary>The inbox, with who it is: danger first, however it is sorted; then, where nobody chose, the oldest.</summary>
    /// <param name="page">0 for the first.</param>
    public static async Task<(IReadOnlyList<(InboxRow Row, PersonRow Person)> Rows, InboxCounts Counts)> Inbox(
        TheRecord record, InboxFilter filter, int page, InboxOrder order = InboxOrder.Came, bool down = false)
    {
        await using var lists = record.Lists();
        var all = lists.Set<InboxRow>().AsNoTracking();
        var pairs = lists.Set<PairRow>().AsNoTracking().Where(p => p.State == PairState.Open || p.State == PairState.Proposed || p.State == PairState.ToAsk);
        var counts = new InboxCounts(
            await all.CountAsync(),
            await all.CountAsync(r => r.SaidDanger),
            await all.CountAsync(r => r.Unconfirmed),
            await pairs.CountAsync(),
            await all.AnyAsync() ? await all.MinAsync(r => r.Came) : null);
        var some = filter switch
        {
            InboxFilter.Danger => all.Where(r => r.SaidDanger),
            InboxFilter.Unconfirmed => all.Where(r => r.Unconfirmed),
            InboxFilter.SamePerson => all.Where(r => pairs.Any(p => p.PersonA == r.Person || p.PersonB == r.Person)),
            _ => all,
        };
        var rows = await (order switch
        {
            InboxOrder.Person => some.Join(lists.Set<PersonRow>(), r => r.Person, p => p.Person, (r, p) => new { r, p })
                .OrderByDescending(x => x.r.SaidDanger).ThenBy(x => x.p.LastKey, down).ThenBy(x => x.p.FirstKey, down).ThenBy(x => x.r.Referral).Select(x => x.r),
            InboxOrder.From => some.OrderByDescending(r => r.SaidDanger).ThenBy(r => r.Source, down).ThenBy(r => r.Came).ThenBy(r => r.Referral),
            _ => some.OrderByDescending(r => r.SaidDanger).ThenBy(r => r.Came, down).ThenBy(r => r.Referral),
        }).Skip(page * Page).Take(Page).ToListAsync();
        var people = rows.Select(r => r.Person).ToList();
        var known = await lists.Set<PersonRow>().AsNoTracking().Where(p => people.Contains(p.Person)).ToDictionaryAsync(p => p.Person);
        return ([.. rows.Select(r => (r, known[r.Person]))], counts);
    }

    /// <summary>Came before the moment and nobody has opened them.</summary>
    public static async Task<int> UnreadSince(TheRecord record, Moment before)
    {
        await using var lists = record.Lists();
        return await lists.Set<InboxRow>().CountAsync(r => r.ReadAt == null && r.Came < before);
    }

    /// <summary>Said danger and still in the inbox, with the people: who has each is on the task list.</summary>
    public static async Task<IReadOnlyList<InboxRow>> Danger(TheRecord record)
    {
        await using var lists = record.Lists();
        return await lists.Set<InboxRow>().AsNoTracking().Where(r => r.SaidDanger).OrderBy(r => r.Came).ToListAsync();
    }

    /// <summary>Everybody who is one of a pair that is not decided, or is joined; joined counts before a question.</summary>
    public static async Task<IReadOnlyDictionary<string, PairState>> Paired(TheRecord record)
    {
        await using var lists = record.Lists();
        var pairs = await lists.Set<PairRow>().AsNoTracking().Where(p => p.State != PairState.TwoPeople).ToListAsync();
        return pairs.SelectMany(p => new[] { (p.PersonA, p.State), (p.PersonB, p.State) }).GroupBy(p => p.Item1)
            .ToDictionary(g => g.Key, g => g.Any(p => p.State == PairState.Joined) ? PairState.Joined : g.First().State);
    }

    /// <summary>Everybody who is read as one with a person, over any number of joined pairs; the person first.</summary>
    /// <param name="without">A pair that is taken as not joined: one about to be undone.</param>
    public static async Task<IReadOnlyList<string>> JoinedWith(TheRecord record, string person, string? without = null)
    {
        await using var lists = record.Lists();
        var pairs = await lists.Set<PairRow>().AsNoTracking().Where(p => p.State == PairState.Joined && p.Pair != without).ToListAsync();
        var all = new List<string> { person };
        for (var i = 0; i < all.Count; i++)
            all.AddRange(pairs.Where(p => p.PersonA == all[i] || p.PersonB == all[i]).Select(p => p.PersonA == all[i] ? p.PersonB : p.PersonA).Except(all).ToList());
        return all;
    }

    /// <summary>Pairs of a person that are not decided, or are joined.</summary>
    public static async Task<IReadOnlyList<PairRow>> Pairs(TheRecord record, string person)
    {
        await using var lists = record.Lists();
        return await lists.Set<PairRow>().AsNoTracking()
            .Where(p => (p.PersonA == person || p.PersonB == person) && p.State != PairState.TwoPeople).OrderBy(p => p.Pair).ToListAsync();
    }
}

/// <summary>How many are in the inbox, and when the oldest came.</summary>
public sealed record InboxCounts(int All, int Danger, int Unconfirmed, int SamePerson, Moment? Oldest);

/// <summary>The column that the inbox is sorted by, after danger.</summary>
public enum InboxOrder
{
    Came,
    Person,
    From,
}

public enum InboxFilter
{
    All,
    Danger,
    SamePerson,
    Unconfirmed,
}
