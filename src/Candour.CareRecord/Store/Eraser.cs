using Candour.CareRecord.Erasure;

namespace Candour.CareRecord.Store;

/// <summary>
/// Erases parts: in one transaction the erasure event, the parts, and the lists of the streams they stood in; after it the
/// traces a database keeps of deleted rows in the files of its tables (decision 0017); last the line in the erasure list kept
/// apart from backups, which every restore replays.
/// </summary>
/// <param name="record">The record.</param>
/// <param name="erasureList">The file of erased positions, kept apart from backups.</param>
/// <param name="owner">PostgreSQL: the owner's connection string; only an owner may vacuum.</param>
public sealed class Eraser(TheRecord record, string erasureList, string? owner = null)
{
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

    public async Task<Outcome> Erase(Order order, EraseParts what)
    {
        var leaves = new List<(long Leaf, int Ordinal)>();
        var streams = new HashSet<StreamId>();
        var beside = new List<PartToErase>();
        foreach (var part in what.Parts)
        {
            var at = (await Read(
                """
                select o.leaf, e.stream from position o join event_index e on e.provider = o.provider and e.leaf = o.leaf
                join part p on p.provider = o.provider and p.leaf = o.leaf and p.ordinal = @p2
                where o.provider = @p0 and o.position = @p1
                """,
                part.Position, part.Ordinal)).SingleOrDefault();
            if (at is null)
                return new Outcome.No(new NothingToErase());
            leaves.Add(((long)at[0], part.Ordinal));
            beside.AddRange((await Read("select ordinal, kind from part where provider = @p0 and leaf = @p1", at[0]))
                .Select(r => new PartToErase(part.Position, Convert.ToInt32(r[0]), (PartKind)Convert.ToInt32(r[1]))));
            streams.Add(StreamId.Parse((string)at[1]));
        }

        beside.RemoveAll(b => what.Parts.Any(p => p.Position == b.Position && p.Ordinal == b.Ordinal));
        // The core goes last: while other parts of its event stand, the index leads to them.
        leaves.Sort((a, b) => b.Ordinal.CompareTo(a.Ordinal));
        var outcome = await record.WriteErasing(order, streams, leaves, h => what.Decide(h, order.By, beside));
        if (outcome is not Outcome.Done { Again: false } done)
            return outcome;
        await ForgetTraces();
        await File.AppendAllLinesAsync(erasureList, what.Parts.Select(p => $"{p.Position}.{p.Ordinal} {done.Events[0].Envelope.At}"));
        return outcome;
    }

    private async Task ForgetTraces()
    {
        if (_database.IsPostgres)
        {
            if (owner is null)
                return;
            await using var source = Npgsql.NpgsqlDataSource.Create(owner);
            foreach (var table in Lists.All.Select(l => l.Name).Append(Schema.Part).Append(Schema.EventIndex))
            {
                // Written anew: a plain vacuum gives the place of a row back and leaves its bytes there.
                await using var vacuum = source.CreateCommand($"vacuum (full) {table}");
                vacuum.CommandTimeout = 0;
                await vacuum.ExecuteNonQueryAsync();
            }

            return;
        }

        foreach (var step in new[] { "pragma wal_checkpoint(TRUNCATE)", "vacuum", "pragma wal_checkpoint(TRUNCATE)" })
        {
            await using var connection = await _database.Open();
            await using var command = connection.CreateCommand();
            command.CommandText = step;
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync();
        }
    }

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
}
