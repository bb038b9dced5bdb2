using Npgsql;
using NpgsqlTypes;

namespace Candour.CareRecord.Store;

/// <summary>What the append on PostgreSQL inserts: a command a table, whole columns at once.</summary>
internal sealed class InsertsPostgres(string provider, Randomness salts)
{
    /// <param name="lastLeaf">The last leaf in the record; the events take those after it.</param>
    public void Add(NpgsqlBatch batch, List<Pending> commands, IReadOnlyList<View> views, long lastLeaf)
    {
        var next = lastLeaf + 1;
        var events = new List<(long Leaf, SealedEvent Event)>();
        var ranges = new List<(string Id, long First, long Last)>();
        var erased = new List<(long Leaf, int Ordinal, long By)>();
        foreach (var command in commands)
        {
            var first = next;
            foreach (var e in command.Events)
                events.Add((next++, e));
            ranges.Add((command.CommandId, first, next - 1));
            erased.AddRange(command.Erase.Select(e => (e.Leaf, e.Ordinal, next - 1)));
        }

        if (events.Count > 0)
        {
            var parts = events.SelectMany(e => e.Event.Parts.Select(p => (e.Leaf, Part: p))).ToList();
            batch.BatchCommands.Add(Sql(
                "insert into leaf (provider, id, commitments, hash) select $1, * from unnest($2, $3, $4)",
                provider, Column(events, e => e.Leaf), Column(events, e => e.Event.Commitments),
                Column(events, e => Leaf.Hash(Leaf.Data(e.Event.Commitments)))));
            batch.BatchCommands.Add(Sql(
                "insert into part (provider, leaf, ordinal, kind, salt, bytes) select $1, * from unnest($2, $3, $4, $5, $6)",
                provider, Column(parts, p => p.Leaf), Column(parts, p => p.Part.Ordinal), Column(parts, p => (int)p.Part.Kind),
                Column(parts, p => p.Part.Salt), Column(parts, p => p.Part.Bytes)));
            batch.BatchCommands.Add(Sql(
                "insert into event_index (provider, leaf, stream, sequence, type, at, command) select $1, * from unnest($2, $3, $4, $5, $6, $7)",
                provider, Column(events, e => e.Leaf), Column(events, e => e.Event.Envelope.Stream.ToString()),
                Column(events, e => e.Event.Envelope.Sequence), Column(events, e => e.Event.Envelope.Type),
                Column(events, e => e.Event.Envelope.At.Milliseconds), Column(events, e => e.Event.Envelope.CommandId)));
            batch.BatchCommands.Add(Sql(
                "insert into command (provider, id, first_leaf, last_leaf) select $1, * from unnest($2, $3, $4)",
                provider, Column(ranges, r => r.Id), Column(ranges, r => r.First), Column(ranges, r => r.Last)));
        }

        foreach (var (sql, values) in commands.SelectMany(command => SentForms.Remember(provider, command)))
            batch.BatchCommands.Add(Sql(Schema.Numbered(sql), values));
        foreach (var (leaf, ordinal, by) in erased)
            batch.BatchCommands.Add(Sql("select erase_part($1, $2, $3)", leaf, ordinal, by));

        foreach (var change in commands.SelectMany(c => c.Rows))
        {
            batch.BatchCommands.Add(change.Remove
                ? Sql(change.Table.DeleteSqlPostgres, [.. Schema.DeleteValues(change.Table, change.Row, provider)])
                : Sql(change.Table.UpsertSqlPostgres, [.. Schema.UpsertValues(change.Table, change.Row, provider)]));
        }

        if (views.Count > 0)
        {
            batch.BatchCommands.Add(Sql(
                "insert into view (provider, person, actor, at, salt, bytes) select $1, * from unnest($2, $3, $4, $5, $6)",
                provider, Column(views, v => v.Person), Column(views, v => v.By.Actor), Column(views, v => v.At.Milliseconds),
                Column(views, _ => salts.Bytes(Leaf.SaltLength)), Column(views, Schema.BytesOf)));
        }
    }

    private static TColumn[] Column<T, TColumn>(IEnumerable<T> rows, Func<T, TColumn> of) => [.. rows.Select(of)];

    public static NpgsqlBatchCommand Sql(string sql, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(value is null
                ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Unknown }
                : new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
