using System.Security.Cryptography;
using System.Text;
using Candour.CareRecord.Erasure;
using Candour.Clinical;

namespace Candour.CareRecord.Store;

/// <summary>
/// Erases parts: first a line for each in the erasure list kept apart from backups; in one transaction the erasure event, the
/// parts, and the lists of the streams they stood in; after it the traces a database keeps of deleted rows in the files of its
/// tables (decision 0017); last the line that all is done. Stopped on its way, the same order or <see cref="Replay"/> goes on.
/// </summary>
/// <param name="record">The record.</param>
/// <param name="erasureList">The file of what was erased, kept apart from backups.</param>
/// <param name="owner">PostgreSQL: the owner's connection string; only an owner may vacuum.</param>
public sealed class Eraser(TheRecord record, string erasureList, string? owner = null)
{
    private readonly ErasureList _list = new(erasureList);
    private readonly Database _database = record.Database;

    /// <summary>The parts of these kinds of a stream's events up to now; empty where nothing is left.</summary>
    public async Task<IReadOnlyList<PartToErase>> Find(StreamId stream, params PartKind[] kinds)
    {
        await record.Number();
        var found = await Read(
            """
            select o.position, p.ordinal, p.kind from event_index e
            join part p on p.provider = e.provider and p.leaf = e.leaf
            join position o on o.provider = e.provider and o.leaf = e.leaf
            where e.provider = @p0 and e.stream = @p1 order by o.position, p.ordinal
            """,
            stream.ToString());
        return [.. found.Select(r => new PartToErase((long)r[0], Convert.ToInt32(r[1]), (PartKind)Convert.ToInt32(r[2]))).Where(p => kinds.Contains(p.Kind))];
    }

    /// <exception cref="ErasureUnfinishedException">Erased, and traces are left: the same order again goes on.</exception>
    public async Task<Outcome> Erase(Order order, EraseParts what)
    {
        if (await record.ResultOf(order.CommandId) is { } before)
        {
            if (_list.Unfinished().Any(e => e.Command == order.CommandId))
                await Finish(order.CommandId);
            return new Outcome.Done(before, Again: true);
        }

        if (await Standing(what) is not { } there)
            return new Outcome.No(new NothingToErase());
        if (what.Decide(await record.Read(Streams.Service), order.By, there.Beside) is Refused refused)
            return new Outcome.No(refused.Because);
        _list.Begin(order.CommandId, there.Listed, what.Code, what.AskedBy, Moment.Now(record.Clock));
        var outcome = await record.WriteErasing(order, there.Streams, there.Parts, h => what.Decide(h, order.By, there.Beside));
        if (outcome is Outcome.Done)
            await Finish(order.CommandId);
        else
            _list.Withdraw(order.CommandId);
        return outcome;
    }

    /// <summary>
    /// Goes through the list: finishes what was interrupted, and erases again what a restored copy has brought back, by an event
    /// of its own that names who had asked. Run after every restore, before anybody works; may be repeated.
    /// </summary>
    /// <exception cref="ErasureUnfinishedException">Erased, and traces are left: run it again.</exception>
    public async Task<Replayed> Replay()
    {
        await record.Number();
        var (finished, again, undecided) = (0, 0, 0);
        foreach (var erasure in _list.Unfinished())
        {
            if (await record.ResultOf(erasure.Command) is null)
            {
                undecided++;
                continue;
            }

            await Finish(erasure.Command);
            finished++;
        }

        var erased = _list.Erased();
        foreach (var erasure in erased)
        {
            var parts = await StillStanding(erasure);
            if (parts.Count == 0)
                continue;
            var what = new EraseParts(parts, erasure.Code, $"The erasure of {erasure.At}", "A restored copy had brought it back.", erasure.AskedBy);
            var there = (await Standing(what))!;
            var order = new Order($"again/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(erasure.Command)))[..32]}", By.Worker);
            if (await record.WriteErasing(order, there.Streams, there.Parts, h => what.Decide(h, order.By, there.Beside)) is Outcome.No no)
                throw new InvalidOperationException($"What was erased by {erasure.Command} stands in the record again: {no.Because.Message}");
            again++;
        }

        // Always: a replay may itself have been interrupted after its commit.
        if (erased.Count > 0)
            await ForgetTraces(erased[^1].Command);
        return new(finished, again, undecided);
    }

    private async Task Finish(string command)
    {
        await ForgetTraces(command);
        _list.Finish(command);
    }

    private async Task ForgetTraces(string command)
    {
        try
        {
            await Traces.Forget(_database, owner);
        }
        catch (Exception e) when (e is System.Data.Common.DbException or IOException or TimeoutException)
        {
            throw new ErasureUnfinishedException(command, e);
        }
    }

    // Null: one of them is not there, or not any more.
    private async Task<There?> Standing(EraseParts what)
    {
        var there = new There([], [], [], []);
        foreach (var part in what.Parts)
        {
            var at = (await Read(
                """
                select o.leaf, e.stream, l.commitments from position o
                join event_index e on e.provider = o.provider and e.leaf = o.leaf
                join leaf l on l.provider = o.provider and l.id = o.leaf
                join part p on p.provider = o.provider and p.leaf = o.leaf and p.ordinal = @p2
                where o.provider = @p0 and o.position = @p1
                """,
                part.Position, part.Ordinal)).SingleOrDefault();
            if (at is null)
                return null;
            there.Parts.Add(((long)at[0], part.Ordinal));
            there.Streams.Add(StreamId.Parse((string)at[1]));
            there.Listed.Add(new(part.Position, part.Ordinal, CommitmentIn((byte[])at[2], part.Ordinal)));
            there.Beside.AddRange((await Read("select ordinal, kind from part where provider = @p0 and leaf = @p1", at[0]))
                .Select(r => new PartToErase(part.Position, Convert.ToInt32(r[0]), (PartKind)Convert.ToInt32(r[1]))));
        }

        there.Beside.RemoveAll(b => what.Parts.Any(p => p.Position == b.Position && p.Ordinal == b.Ordinal));
        // The core goes last: while other parts of its event stand, the index leads to them.
        there.Parts.Sort((a, b) => b.Ordinal.CompareTo(a.Ordinal));
        return there;
    }

    /// <summary>Those parts of a listed erasure that stand in the record, as the very ones that were erased.</summary>
    private async Task<List<PartToErase>> StillStanding(ListedErasure erasure)
    {
        var found = new List<PartToErase>();
        foreach (var part in erasure.Parts)
        {
            var at = (await Read(
                """
                select p.kind, l.commitments from position o
                join leaf l on l.provider = o.provider and l.id = o.leaf
                join part p on p.provider = o.provider and p.leaf = o.leaf and p.ordinal = @p2
                where o.provider = @p0 and o.position = @p1
                """,
                part.Position, part.Ordinal)).SingleOrDefault();
            if (at is not null && CommitmentIn((byte[])at[1], part.Ordinal) == part.Commitment)
                found.Add(new(part.Position, part.Ordinal, (PartKind)Convert.ToInt32(at[0])));
        }

        return found;
    }

    private static string CommitmentIn(byte[] commitments, int ordinal) =>
        Convert.ToHexStringLower(commitments.AsSpan(ordinal * Leaf.HashLength, Leaf.HashLength));

    private async Task<List<object[]>> Read(string sql, params object[] values)
    {
        await using var connection = await _database.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = _database.IsPostgres ? Schema.Numbered(sql) : sql;
        object[] all = [_database.Provider, .. values];
        for (var i = 0; i < all.Length; i++)
        {
            var parameter = command.CreateParameter();
            if (!_database.IsPostgres)
                parameter.ParameterName = $"@p{i}";
            parameter.Value = all[i];
            command.Parameters.Add(parameter);
        }

        var rows = new List<object[]>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Where the parts stand.</summary>
    /// <param name="Beside">What stands in the same events and is not to go.</param>
    private sealed record There(List<(long Leaf, int Ordinal)> Parts, HashSet<StreamId> Streams, List<ListedPart> Listed, List<PartToErase> Beside);
}

/// <summary>What a replay of the erasure list did.</summary>
/// <param name="Finished">Erasures that had been interrupted after their commit.</param>
/// <param name="ErasedAgain">Erasures that a restored copy had forgotten.</param>
/// <param name="Undecided">Begun, and not in this record: nobody knows whether they were committed in the record that was lost.</param>
public sealed record Replayed(int Finished, int ErasedAgain, int Undecided);

/// <summary>The parts are erased; traces of them are still in the database's files. The same order again goes on from there.</summary>
public sealed class ErasureUnfinishedException(string commandId, Exception inner) : Exception(
    $"What was to be erased is gone from the record, and traces of it are still in the database's files: {inner.Message} Run: candour erasures", inner)
{
    public string CommandId { get; } = commandId;
}
