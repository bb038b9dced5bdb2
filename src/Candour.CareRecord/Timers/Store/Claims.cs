using Candour.CareRecord.Store;
using Candour.Clinical;

namespace Candour.CareRecord.Timers.Store;

/// <summary>
/// Which process has which work in hand. On PostgreSQL several machines ask at once and skip what another is just taking;
/// on SQLite the lane makes them one after the other.
/// </summary>
internal static class Claims
{
    /// <summary>After this a claim is free again: its holder died.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Takes every free work of these names and returns what was taken.</summary>
    public static async Task<IReadOnlySet<string>> Take(TheRecord record, IReadOnlyCollection<string> names, string holder, Moment now)
    {
        var taken = new HashSet<string>();
        await record.Operate(async (connection, transaction) =>
        {
            taken.Clear();
            foreach (var name in names)
            {
                await Sql.Run(
                    connection, transaction,
                    "insert into timer (provider, name, claimed_until, claimed_by, ran) values (@p0,@p1,0,'',0) on conflict do nothing",
                    record.Database.Provider, name);
                var free = await Sql.Rows(
                    connection, transaction, row => row.GetString(0),
                    "select name from timer where provider=@p0 and name=@p1 and claimed_until<=@p2"
                    + (record.Database.IsPostgres ? " for update skip locked" : ""),
                    record.Database.Provider, name, now.Milliseconds);
                if (free.Count == 0)
                    continue;
                await Sql.Run(
                    connection, transaction, "update timer set claimed_until=@p2, claimed_by=@p3 where provider=@p0 and name=@p1",
                    record.Database.Provider, name, now.Plus(Lease).Milliseconds, holder);
                taken.Add(name);
            }
        });
        return taken;
    }

    /// <summary>Gives back what this holder has, and notes what ran to its end.</summary>
    public static Task GiveBack(TheRecord record, IReadOnlyCollection<string> taken, IReadOnlyCollection<string> ran, string holder, Moment now) =>
        record.Operate(async (connection, transaction) =>
        {
            foreach (var name in taken)
            {
                await Sql.Run(
                    connection, transaction,
                    $"update timer set claimed_until=0, claimed_by=''{(ran.Contains(name) ? ", ran=@p3" : "")} where provider=@p0 and name=@p1 and claimed_by=@p2",
                    ran.Contains(name) ? [record.Database.Provider, name, holder, now.Milliseconds] : [record.Database.Provider, name, holder]);
            }
        });
}
