using System.Data.Common;

namespace Candour.CareRecord.Store;

/// <summary>
/// Stores a batch of commands and views in one transaction. Only the lane calls it, one batch at a time.
/// Each command is checked against the heads of its streams and stored whole or not at all; a stale one never sinks the others.
/// Events committed by earlier transactions are given their positions first, in order: positions are only ever given to what
/// is committed, by one sequencer, and never move.
/// </summary>
internal abstract class Append : IAsyncDisposable
{
    /// <summary>Answers every command's <see cref="Pending.Ended"/> and returns when the views are stored.</summary>
    /// <exception cref="NotPromisedException">Committed, and the server has not promised that it lasts; the commands are told so.</exception>
    public abstract Task Store(IReadOnlyList<Pending> commands, IReadOnlyList<View> views);

    /// <summary>Gives positions to events that are committed and have none.</summary>
    public abstract Task Number();

    /// <summary>
    /// Whether what stands in the database may not yet stand where a COMMIT promises it (on a standby): the last promise was not
    /// kept, or this process has none yet.
    /// </summary>
    public virtual bool Owes => false;

    /// <summary>Returns when all that was committed before is as safe as a COMMIT promises.</summary>
    /// <exception cref="NotPromisedException">The server has not promised it.</exception>
    public virtual Task Promise() => Task.CompletedTask;

    /// <summary>Runs operational work (accounts, sessions, claims) in a transaction of its own, in the lane.</summary>
    /// <exception cref="NotPromisedException">Committed, and the server has not promised that it lasts.</exception>
    public abstract Task Operate(Func<DbConnection, DbTransaction, Task> work);

    public abstract ValueTask DisposeAsync();

    /// <summary>Tells every command that nothing was stored; none is left to store. Looks still are.</summary>
    private protected static IReadOnlyList<Pending> Refuse(IReadOnlyList<Pending> commands, Exception because)
    {
        foreach (var command in commands)
            command.Ended.TrySetException(new RecordUnavailableException(because));
        return [];
    }

    // On PostgreSQL: what is compared stands whole in each subquery, because the provider wall lets no other expression use the
    // index; the upper bound tells the planner that these are few. More than that are numbered by the next call.
    private protected const string NumberSql =
        """
        insert into position (provider, position, leaf)
        select l.provider,
               coalesce((select max(p.position) from position p where p.provider = @p0), 0) + row_number() over (order by l.id),
               l.id
        from leaf l
        where l.provider = @p0
          and l.id > (select coalesce(max(p.leaf), 0) from position p where p.provider = @p0)
          and l.id <= (select coalesce(max(p.leaf), 0) + 1000000 from position p where p.provider = @p0)
        """;
}
