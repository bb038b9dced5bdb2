using Candour.CareRecord.Referrals.Store;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Access.Store;

/// <summary>One opening in an emergency, for the reviewer: with what was said.</summary>
public sealed record Opening(BreakGlassRow Row, string Person, string Staff, string Why);

/// <summary>Openings in an emergency, as pages need them.</summary>
public sealed class Openings(TheRecord record, Accounts accounts)
{
    /// <summary>Not reviewed yet, the oldest first.</summary>
    public async Task<IReadOnlyList<Opening>> Unreviewed()
    {
        await using var db = record.Lists();
        var rows = await db.Set<BreakGlassRow>().Where(r => !r.Reviewed).OrderBy(r => r.ReviewBy).ThenBy(r => r.Opening).Take(200).ToListAsync();
        var found = new List<Opening>();
        foreach (var row in rows)
        {
            var said = (await record.Read(Streams.Person(row.Person))).First<BreakGlassOpened>(o => o.Opening == row.Opening);
            found.Add(new(
                row, await CalledOf(row.Person) ?? "", (await accounts.OfStaff(row.Staff))?.Name ?? row.Staff, said?.Why ?? ""));
        }

        return found;
    }

    /// <summary>What a person is called; null when nobody is known by the id.</summary>
    public async Task<string?> CalledOf(string person)
    {
        await using var db = record.Lists();
        return await db.Set<PersonRow>().Where(r => r.Person == person).Select(r => r.Called).FirstOrDefaultAsync();
    }

    /// <summary>The referral whose page an opening leads to: the newest.</summary>
    public async Task<string?> NewestReferral(string person)
    {
        await using var db = record.Lists();
        return await db.Set<ReferralRow>().Where(r => r.Person == person).OrderByDescending(r => r.ReceivedOn).Select(r => r.Referral).FirstOrDefaultAsync();
    }
}
