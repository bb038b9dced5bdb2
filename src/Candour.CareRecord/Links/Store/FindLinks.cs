using Candour.Clinical;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Links.Store;

/// <summary>Links looked up in their list.</summary>
public static class FindLinks
{
    /// <summary>The link of this hash, and whether a newer one of the same kind has taken its place. Null: there is none.</summary>
    public static async Task<(LinkRow Link, bool Newer)?> ByHash(TheRecord record, string tokenHash)
    {
        await using var lists = record.Lists();
        var row = await lists.Set<LinkRow>().AsNoTracking().SingleOrDefaultAsync(l => l.TokenHash == tokenHash);
        if (row is null)
            return null;
        var newer = LinkTerms.Of(row.Purpose).NewestOnly && await lists.Set<LinkRow>().AnyAsync(l =>
            l.Person == row.Person && l.Purpose == row.Purpose && l.Target == row.Target && l.Issued > row.Issued);
        return (row, newer);
    }

    /// <summary>Ids of the links of this purpose and target that still open: what a feature ends when the thing is done.</summary>
    public static async Task<IReadOnlyList<string>> Open(TheRecord record, LinkPurpose purpose, string target) =>
        await record.Database.Statements.Rows(
            row => row.GetString(0),
            "select link from link_list where provider=@p0 and purpose=@p1 and target=@p2 and state=@p3",
            record.Database.Provider, purpose.ToString(), target, LinkState.Open.ToString());

    /// <summary>Ids of all links of the person that still open: ended when the person dies.</summary>
    public static async Task<IReadOnlyList<string>> OpenOf(TheRecord record, string person)
    {
        await using var lists = record.Lists();
        return await lists.Set<LinkRow>().Where(l => l.Person == person && l.State == LinkState.Open).Select(l => l.Link).ToListAsync();
    }

    /// <summary>Links closed by wrong dates that nobody at the front desk has looked at, oldest first.</summary>
    public static async Task<IReadOnlyList<LinkRow>> Locked(TheRecord record)
    {
        await using var lists = record.Lists();
        return await lists.Set<LinkRow>().AsNoTracking().Where(l => l.State == LinkState.Locked).OrderBy(l => l.Since).ToListAsync();
    }

    /// <summary>Codes the person was sent since the moment, over all their links.</summary>
    public static async Task<int> CodesSince(TheRecord record, string person, Moment since)
    {
        await using var lists = record.Lists();
        return await lists.Set<LinkCodeRow>().CountAsync(c => c.Person == person && c.Sent > since);
    }
}
