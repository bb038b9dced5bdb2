using System.Data.Common;

namespace Candour.CareRecord.Store;

/// <summary>Reads streams. The latest commit is always seen: what is remembered is compared with the database's heads each time.</summary>
internal sealed class Reader(Database database) : IDisposable
{
    private readonly KnownHistories _known = new();
    private readonly Heads _heads = new(database);

    private const string TailSql =
        """
        select e.leaf, e.type, p.kind, p.bytes, p.ordinal
        from event_index e left join part p on p.provider = e.provider and p.leaf = e.leaf
        where e.provider = @p0 and e.stream = @p1 and e.sequence > @p2
        order by e.sequence, p.ordinal
        """;

    private const string StreamSql =
        """
        select e.leaf, e.type, p.kind, p.bytes, p.ordinal
        from event_index e left join part p on p.provider = e.provider and p.leaf = e.leaf
        where e.provider = @p0 and e.stream = @p1
        order by e.sequence, p.ordinal
        """;

    private const string CommandSql =
        """
        select e.leaf, e.type, p.kind, p.bytes, p.ordinal
        from command c
        join event_index e on e.provider = c.provider and e.leaf between c.first_leaf and c.last_leaf
        left join part p on p.provider = e.provider and p.leaf = e.leaf
        where c.provider = @p0 and c.id = @p1
        order by e.leaf, p.ordinal
        """;

    public async Task<History> Load(StreamId stream)
    {
        var growth = database.Growth?.Of(stream);
        if (_known.Of(stream, growth) is { } same)
            return same;
        // The service's head is read first: an erasure after this is seen by the next reader.
        var (head, service) = await _heads.Of(stream);
        var known = _known.Of(stream, service);
        if (known?.History.Version == head)
        {
            _known.Keep(known with { Growth = growth });
            return known.History;
        }

        var (events, bytes) = known is not null && known.History.Version < head
            ? Joined(known, await Read(TailSql, stream, known.History.Version))
            : await Read(StreamSql, stream);
        var history = new History(stream, events);
        _known.Keep(new(history, service, bytes, growth));
        return history;
    }

    private static (List<Recorded> Events, long Bytes) Joined(KnownHistories.Known known, (List<Recorded> Events, long Bytes) tail) =>
        ([.. known.History.Events, .. tail.Events], known.Bytes + tail.Bytes);

    /// <summary>The stream as it will be when these parts are gone.</summary>
    public async Task<History> LoadWithout(StreamId stream, IReadOnlyList<(long Leaf, int Ordinal)> parts) => new(
        stream, (await database.Statements.Query(StreamSql, reader => Read(reader, parts.ToHashSet()), database.Provider, stream.ToString())).Events);

    public async Task<Histories> Load(IReadOnlyCollection<StreamId> streams)
    {
        var histories = await Task.WhenAll(streams.Select(Load));
        return new(histories.DistinctBy(h => h.Stream).ToDictionary(h => h.Stream));
    }

    /// <summary>The events of a command; null when the record holds no such command.</summary>
    public async Task<IReadOnlyList<Recorded>?> OfCommand(string commandId)
    {
        var (events, _) = await database.Statements.Query(CommandSql, reader => Read(reader, null), database.Provider, commandId);
        return events.Count == 0 ? null : events;
    }

    /// <summary>This process has stored these: what is known grows with them, and need not be read again.</summary>
    public void Grew(Pending stored)
    {
        foreach (var (before, after) in stored.Grown)
        {
            if (_known.Find(before) is not { } known)
                continue;
            var bytes = stored.Events.Where(e => e.Envelope.Stream == after.Stream).Sum(e => e.Parts.Sum(p => (long)p.Bytes.Length));
            // Counted once since the history was read, the growth was this command's; more often, and it is read again.
            _known.Keep(known with { History = after, Bytes = known.Bytes + bytes, Growth = known.Growth is { } g ? (g.Stream + 1, g.Service) : null });
        }
    }

    /// <inheritdoc cref="KnownHistories.Clear"/>
    public void Forget() => _known.Clear();

    public void Dispose() => _known.Dispose();

    private Task<(List<Recorded> Events, long Bytes)> Read(string sql, StreamId stream, int? after = null) => database.Statements.Query(
        sql, reader => Read(reader, null), after is { } version ? [database.Provider, stream.ToString(), version] : [database.Provider, stream.ToString()]);

    private static async Task<(List<Recorded> Events, long Bytes)> Read(DbDataReader reader, HashSet<(long Leaf, int Ordinal)>? without)
    {
        var events = new List<Recorded>();
        var parts = new List<(PartKind Kind, byte[] Bytes)>(3);
        var (leaf, bytes) = (-1L, 0L);
        var type = "";
        var last = new LastRead();
        while (await reader.ReadAsync())
        {
            if (reader.GetInt64(0) != leaf)
            {
                if (parts.Count > 0)
                    events.Add(EventCodec.Read(type, parts, last));
                parts.Clear();
                leaf = reader.GetInt64(0);
                type = reader.GetString(1);
            }

            if (!reader.IsDBNull(2) && without?.Contains((leaf, reader.GetInt32(4))) != true)
            {
                parts.Add(((PartKind)reader.GetInt32(2), reader.GetFieldValue<byte[]>(3)));
                bytes += parts[^1].Bytes.Length;
            }
        }

        if (parts.Count > 0)
            events.Add(EventCodec.Read(type, parts, last));
        return (events, bytes);
    }
}
