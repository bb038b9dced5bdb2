using Candour.CareRecord.Store;
using Candour.CareRecord.Timers;
using Candour.Clinical;

namespace Candour.CareRecord.Access.Store;

/// <summary>
/// Once an hour commits to the looks of the hours before: one event on the service's stream. What was looked at is in the
/// event only as a root, so that nothing of it can be read there and nothing of it can be changed unseen.
/// </summary>
public sealed class CommitsViews : IDueWork
{
    private const int MostAtOnce = 100_000;

    public string Name => "commit-views";

    public async Task<int> Run(TheRecord record, Moment now)
    {
        var hour = now.Milliseconds - now.Milliseconds % 3_600_000;
        var from = ((await record.Read(Streams.Service)).Last<ViewsCommitted>()?.To ?? 0) + 1;
        var views = await Stored(record, from, hour);
        if (views.Count == 0)
            return 0;
        var committed = new ViewsCommitted
        {
            From = views[0].Id, To = views[^1].Id, Count = views.Count,
            Root = Convert.ToHexStringLower(ViewTree.Root([.. views.Select(v => v.Commitment)])),
        };
        await record.Write(
            new Order($"commit-views/{committed.From}", By.Worker), [Streams.Service],
            (histories, _) => (histories[Streams.Service].Last<ViewsCommitted>()?.To ?? 0) + 1 == from
                ? Decision.Accept(Streams.Service, committed)
                : Decision.AlreadySo);
        return views.Count;
    }

    /// <summary>Whether the stored looks still are what an event committed to.</summary>
    public static async Task<bool> Holds(TheRecord record, ViewsCommitted committed)
    {
        var views = (await Stored(record, committed.From, long.MaxValue)).Where(v => v.Id <= committed.To).ToList();
        return views.Count == committed.Count
            && Convert.ToHexStringLower(ViewTree.Root([.. views.Select(v => v.Commitment)])) == committed.Root;
    }

    // In the order they were stored, up to the first of this hour: what stands behind it waits with it, so none is passed over.
    private static async Task<List<(long Id, byte[] Commitment)>> Stored(TheRecord record, long from, long before)
    {
        await using var connection = await record.Database.Open();
        return await Sql.Rows(
            connection, null,
            row => (row.GetInt64(0), Leaf.Commitment(row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2))),
            $"""
             select id, salt, bytes from {Schema.View} where provider=@p0 and id>=@p1
               and id < coalesce((select min(id) from {Schema.View} where provider=@p0 and id>=@p1 and at>=@p2), {long.MaxValue})
             order by id limit {MostAtOnce}
             """,
            record.Database.Provider, from, before);
    }
}
