using System.Data.Common;
using Candour.CareRecord.Store;
using Candour.Clinical;

namespace Candour.CareRecord.Timers.Store;

/// <summary>Something the timers could not do.</summary>
/// <param name="Item">Id of the one thing; empty for a work as a whole.</param>
/// <param name="Fault">The type of the fault.</param>
/// <param name="Owner">The role whose it is to look.</param>
public sealed record Trouble(string Work, string Item, int Tries, Moment Since, Moment NextTry, string Fault, string Owner, bool SetAside);

/// <summary>Keeps what fails apart: it is tried again with longer waits, and after five tries a person has to look.</summary>
public static class Troubles
{
    public const int MostTries = 5;

    private const string Columns = "work, item, tries, first_try, next_try, fault, owner, set_aside";

    /// <summary>
    /// Does one thing of a work unless it is set aside or its next try is still to come. What it throws is kept here and goes
    /// no further, unless the record itself cannot be reached.
    /// </summary>
    /// <param name="owner">The role whose it is when five tries have failed.</param>
    /// <returns>True when it was done.</returns>
    public static async Task<bool> Try(
        TheRecord record, string work, string item, Moment now, Func<Task> act, string owner = Roles.Administrator)
    {
        var before = await Find(record, work, item);
        if (before is { SetAside: true } || before?.NextTry > now)
            return false;
        try
        {
            await act();
        }
        catch (Exception e) when (e is not (RecordUnavailableException or OperationCanceledException))
        {
            await Keep(record, work, item, now, e, owner, before, mostTries: MostTries);
            return false;
        }

        if (before is not null)
            await Forget(record, work, item);
        return true;
    }

    /// <summary>Everything in trouble, what was set aside first.</summary>
    public static async Task<IReadOnlyList<Trouble>> All(TheRecord record)
    {
        await using var connection = await record.Database.Open();
        return await Sql.Rows(
            connection, null, Read, $"select {Columns} from timer_trouble where provider=@p0 order by set_aside desc, first_try", record.Database.Provider);
    }

    /// <summary>A person has looked and mended it: it is tried again at the next round.</summary>
    public static Task TryAgain(TheRecord record, string work, string item) => Forget(record, work, item);

    /// <summary>A work as a whole failed. It is never set aside, for it may be the one that escalates; it is tried again and shown.</summary>
    internal static async Task WorkFailed(TheRecord record, string work, Moment now, Exception e) =>
        await Keep(record, work, "", now, e, Roles.Administrator, await Find(record, work, ""), mostTries: int.MaxValue);

    internal static async Task<bool> Waits(TheRecord record, string work, Moment now) => (await Find(record, work, ""))?.NextTry > now;

    internal static Task Forget(TheRecord record, string work, string item) => record.Operate((connection, transaction) => Sql.Run(
        connection, transaction, "delete from timer_trouble where provider=@p0 and work=@p1 and item=@p2", record.Database.Provider, work, item));

    internal static async Task<Trouble?> Find(TheRecord record, string work, string item)
    {
        await using var connection = await record.Database.Open();
        return (await Sql.Rows(
            connection, null, Read, $"select {Columns} from timer_trouble where provider=@p0 and work=@p1 and item=@p2",
            record.Database.Provider, work, item)).SingleOrDefault();
    }

    private static Task Keep(TheRecord record, string work, string item, Moment now, Exception e, string owner, Trouble? before, int mostTries)
    {
        var tries = (before?.Tries ?? 0) + 1;
        var next = now.Plus(TimeSpan.FromMinutes(Math.Min(10, 1 << Math.Min(tries - 1, 4))));
        return record.Operate((connection, transaction) => Sql.Run(
            connection, transaction,
            $"insert into timer_trouble (provider, {Columns}) values (@p0,@p1,@p2,@p3,@p4,@p5,@p6,@p7,@p8) "
            + "on conflict (provider, work, item) do update set tries=excluded.tries, next_try=excluded.next_try, fault=excluded.fault, set_aside=excluded.set_aside",
            record.Database.Provider, work, item, tries, (before?.Since ?? now).Milliseconds, next.Milliseconds, e.GetType().Name, owner, tries >= mostTries));
    }

    private static Trouble Read(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetInt32(2), new(row.GetInt64(3)), new(row.GetInt64(4)), row.GetString(5), row.GetString(6), row.GetBoolean(7));
}
