using System.Data.Common;

namespace Candour.CareRecord.Store;

/// <summary>Reads streams. The latest commit is always seen: nothing is cached between calls.</summary>
internal sealed class Reader(Database database)
{
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
        await using var connection = await Open();
        return new(stream, await Read(connection, StreamSql, stream.ToString()));
    }

    /// <summary>The stream as it will be when these parts are gone.</summary>
    public async Task<History> LoadWithout(StreamId stream, IReadOnlyList<(long Leaf, int Ordinal)> parts)
    {
        await using var connection = await Open();
        return new(stream, await Read(connection, StreamSql, stream.ToString(), parts.ToHashSet()));
    }

    public async Task<Histories> Load(IReadOnlyCollection<StreamId> streams)
    {
        await using var connection = await Open();
        var found = new Dictionary<StreamId, History>(streams.Count);
        foreach (var stream in streams)
            found[stream] = new(stream, await Read(connection, StreamSql, stream.ToString()));
        return new(found);
    }

    /// <summary>The events of a command; null when the record holds no such command.</summary>
    public async Task<IReadOnlyList<Recorded>?> OfCommand(string commandId)
    {
        await using var connection = await Open();
        var events = await Read(connection, CommandSql, commandId);
        return events.Count == 0 ? null : events;
    }

    private async Task<DbConnection> Open()
    {
        try
        {
            return await database.Open();
        }
        catch (Exception e) when (e is DbException or IOException or TimeoutException)
        {
            throw new RecordUnavailableException(e);
        }
    }

    private async Task<IReadOnlyList<Recorded>> Read(
        DbConnection connection, string sql, string key, HashSet<(long Leaf, int Ordinal)>? without = null)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = database.IsPostgres ? Schema.Numbered(sql) : sql;
        AddParameter(command, "@p0", database.Provider);
        AddParameter(command, "@p1", key);
        try
        {
            await using var reader = await command.ExecuteReaderAsync();
            return await Read(reader, without);
        }
        catch (Exception e) when (e is DbException or IOException or TimeoutException)
        {
            throw new RecordUnavailableException(e);
        }
    }

    private static async Task<List<Recorded>> Read(DbDataReader reader, HashSet<(long Leaf, int Ordinal)>? without)
    {
        var events = new List<Recorded>();
        var parts = new List<(PartKind, byte[])>(3);
        long leaf = -1;
        var type = "";
        while (await reader.ReadAsync())
        {
            if (reader.GetInt64(0) != leaf)
            {
                if (parts.Count > 0)
                    events.Add(EventCodec.Read(type, parts));
                parts.Clear();
                leaf = reader.GetInt64(0);
                type = reader.GetString(1);
            }

            if (!reader.IsDBNull(2) && without?.Contains((leaf, reader.GetInt32(4))) != true)
                parts.Add(((PartKind)reader.GetInt32(2), reader.GetFieldValue<byte[]>(3)));
        }

        if (parts.Count > 0)
            events.Add(EventCodec.Read(type, parts));
        return events;
    }

    private void AddParameter(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        if (!database.IsPostgres)
            parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
