using System.Data.Common;
using System.Diagnostics;
using System.Threading.Channels;
using Candour.Clinical;

namespace Candour.CareRecord.Store;

/// <summary>What a rebuild read and found.</summary>
/// <param name="Events">Events read.</param>
/// <param name="Rows">Rows by list.</param>
/// <param name="Differences">Rows, by list, that stood otherwise before: 0 everywhere unless a list had gone wrong.</param>
/// <param name="Misplaced">Events whose place in the index is not the one in their own bytes.</param>
public sealed record Rebuilt(
    long Events, IReadOnlyDictionary<string, long> Rows, IReadOnlyDictionary<string, long> Differences, long Misplaced, TimeSpan Took)
{
    public bool ListsWereEqual => Misplaced == 0 && Differences.Values.All(d => d == 0);
}

/// <summary>
/// Makes every list again from the events, beside the ones in use, compares, and swaps them in one transaction: no page
/// sees half a rebuild. Writers may go on meanwhile on PostgreSQL; what they add is caught up inside the swap, and
/// what they erase begins it again.
/// </summary>
public sealed class Rebuild(Database database)
{
    // Leaves are compared by "+": found by the index on streams, events come in order; by the one on leaves all their bytes would be sorted.
    private const string EverySql =
        """
        select e.stream, e.sequence, e.leaf, e.type, coalesce(p.kind, -1), p.bytes
        from event_index e left join part p on p.provider = e.provider and p.leaf = e.leaf
        where e.provider = @p0 and +e.leaf <= @p1
        order by e.stream, e.sequence, p.ordinal
        """;

    private const int MostTries = 5;
    private const int EventsInABatch = 1000, BytesInABatch = 1024 * 1024;

    private Dictionary<string, long> _rows = [];
    private long _events;
    private long _misplaced;

    /// <param name="swap">False: compare only, change nothing.</param>
    /// <param name="progress">Told now and then how many events have been read, and when all have.</param>
    /// <exception cref="UnreadableEventsException">An event cannot be read, or no list be made of it. Nothing was changed.</exception>
    public async Task<Rebuilt> Run(bool swap, Action<long>? progress = null)
    {
        try
        {
            return await RunUnguarded(swap, progress);
        }
        catch (Exception e) when (e is not (DbException or TimeoutException))
        {
            // Which event it was is not looked for while reading fast.
            if (await Unreadable.Find(database) is { } unreadable)
                throw unreadable;
            throw;
        }
    }

    private async Task<Rebuilt> RunUnguarded(bool swap, Action<long>? progress)
    {
        var started = Stopwatch.GetTimestamp();
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (await Try(swap, progress) is { } differences)
                return new(_events, _rows, differences, _misplaced, Stopwatch.GetElapsedTime(started));
        }

        throw new TimeoutException($"Something was erased during each of {MostTries} rebuilds; nothing was changed. Rebuild when nobody erases.");
    }

    // Null: something was erased meanwhile, and the rows made beside may still hold it. Made again from what is left.
    private async Task<Dictionary<string, long>?> Try(bool swap, Action<long>? progress)
    {
        (_rows, _events, _misplaced) = ([], 0, 0);
        await using var reading = await database.Open();
        await using var writing = await database.Open();
        if (!database.IsPostgres)
        {
            // Pages are read where they lie instead of being copied, and the tables beside stay in memory while they are small.
            await Execute(reading, "pragma mmap_size=2147418112");
            await Execute(writing, "pragma temp.cache_size=-65536");
        }

        var last = Convert.ToInt64(await Scalar(writing, "select coalesce(max(leaf), 0) from event_index where provider=@p0", database.Provider));
        foreach (var list in Lists.All)
            await Execute(writing, $"create temp table rebuilt_{list.Name} as select * from {list.Name} where 1 = 0");

        await using (var transaction = await writing.BeginTransactionAsync())
        {
            await using var staging = new Staging(writing, transaction, database);
            await foreach (var made in Made(reading, last))
            {
                _events += made.Events;
                _misplaced += made.Misplaced;
                foreach (var (list, row) in made.Rows)
                {
                    _rows[list.Name] = _rows.GetValueOrDefault(list.Name) + 1;
                    await staging.Add(list, row);
                }

                if (_events / 50_000 != (_events - made.Events) / 50_000)
                    progress?.Invoke(_events);
            }

            await staging.Flush();
            await transaction.CommitAsync();
        }

        progress?.Invoke(_events);
        var differences = await CompareAndSwap(writing, last, swap);
        foreach (var list in Lists.All)
            await Execute(writing, $"drop table rebuilt_{list.Name}");
        return differences;
    }

    private async Task<Dictionary<string, long>?> CompareAndSwap(DbConnection connection, long last, bool swap)
    {
        await using var transaction = await connection.BeginTransactionAsync(
            database.IsPostgres ? System.Data.IsolationLevel.ReadCommitted : System.Data.IsolationLevel.Serializable);
        if (database.IsPostgres)
            await Execute(connection, "select pg_advisory_xact_lock(hashtext('candour/append/' || @p0))", database.Provider);
        if (Convert.ToInt64(await Scalar(connection, "select count(*) from erased where provider=@p0 and by_leaf > @p1", database.Provider, last)) > 0)
            return null;
        await CatchUp(connection, transaction, last);
        var differences = new Dictionary<string, long>();
        foreach (var list in Lists.All)
        {
            var columns = string.Join(", ", list.Columns.Select(c => c.Quoted).Prepend("provider"));
            // Found by its key and compared column by column: a set of whole rows would first be sorted.
            var same = string.Join(" and ", list.Columns.Select(c => $"n.{c.Quoted} {(c.IsKey ? "=" : "is not distinct from")} o.{c.Quoted}"));
            differences[list.Name] = Convert.ToInt64(await Scalar(
                connection,
                $"""
                 select (select count(*) from {list.Name} where provider=@p0) + (select count(*) from rebuilt_{list.Name})
                      - 2 * (select count(*) from rebuilt_{list.Name} n join {list.Name} o on o.provider=@p0 and {same})
                 """,
                database.Provider));
            if (swap && differences[list.Name] > 0)
            {
                await Execute(connection, $"delete from {list.Name} where provider=@p0", database.Provider);
                await Execute(connection, $"insert into {list.Name} ({columns}) select {columns} from rebuilt_{list.Name}");
            }
        }

        await transaction.CommitAsync();
        return differences;
    }

    // Streams that grew while we were reading: their rows as of then give way to their rows as of now.
    private async Task CatchUp(DbConnection connection, DbTransaction transaction, long last)
    {
        var grown = new List<StreamId>();
        await using (var command = Command(connection, "select distinct stream from event_index where provider=@p0 and leaf > @p1", database.Provider, last))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                grown.Add(StreamId.Parse(reader.GetString(0)));
        }

        await using var staging = new Staging(connection, transaction, database);
        var streams = new Reader(database);
        foreach (var stream in grown)
        {
            var now = await streams.Load(stream);
            var then = await FirstEvents(connection, stream, last);
            foreach (var change in Lists.Changes(new(stream, [.. now.Events.Take(then)]), now))
                await staging.Change(change);
        }

        await staging.Flush();
    }

    private async Task<int> FirstEvents(DbConnection connection, StreamId stream, long last) => Convert.ToInt32(await Scalar(
        connection, "select count(*) from event_index where provider=@p0 and stream=@p1 and leaf <= @p2", database.Provider, stream.ToString(), last));

    /// <summary>Rows from events: one thread reads, as many as there are cores make rows, the caller writes them.</summary>
    private async IAsyncEnumerable<Made> Made(DbConnection connection, long last)
    {
        var made = Channel.CreateBounded<Made>(64);
        var making = Task.Run(async () =>
        {
            try
            {
                await Parallel.ForEachAsync(Batches(connection, last), async (batch, stop) => await made.Writer.WriteAsync(Store.Made.Of(batch), stop));
                made.Writer.Complete();
            }
            catch (Exception e)
            {
                made.Writer.Complete(e);
            }
        });
        await foreach (var batch in made.Reader.ReadAllAsync())
            yield return batch;
        await making;
    }

    private async IAsyncEnumerable<List<StoredStream>> Batches(DbConnection connection, long last)
    {
        await using var command = Command(connection, EverySql, database.Provider, last);
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync();
        var batch = new List<StoredStream>();
        var (count, bytes, leaf) = (0, 0L, -1L);
        while (await reader.ReadAsync())
        {
            // Each column is asked for once: asking costs as much as what is done with it.
            if (reader.GetInt64(2) is var at && at != leaf)
            {
                leaf = at;
                var stream = reader.GetString(0);
                if (batch.Count == 0 || stream != batch[^1].Stream)
                {
                    if (count >= EventsInABatch || bytes >= BytesInABatch)
                    {
                        yield return batch;
                        (batch, count, bytes) = ([], 0, 0);
                    }

                    batch.Add(new(stream, []));
                }

                batch[^1].Events.Add(new(reader.GetInt32(1), reader.GetString(3), new(1)));
                count++;
            }

            // No kind: every part of the event was erased.
            if (reader.GetInt32(4) is var kind and >= 0)
            {
                var part = reader.GetFieldValue<byte[]>(5);
                batch[^1].Events[^1].Parts.Add(((PartKind)kind, part));
                bytes += part.Length;
            }
        }

        if (batch.Count > 0)
            yield return batch;
    }

    private DbCommand Command(DbConnection connection, string sql, params object[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = database.IsPostgres ? Schema.Numbered(sql) : sql;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            if (!database.IsPostgres)
                parameter.ParameterName = $"@p{i}";
            parameter.Value = values[i];
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private async Task Execute(DbConnection connection, string sql, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<object?> Scalar(DbConnection connection, string sql, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        command.CommandTimeout = 0;
        return await command.ExecuteScalarAsync();
    }
}
