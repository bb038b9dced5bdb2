namespace Candour.CareRecord.Store;

/// <summary>The last sequences of streams, as the database has them now: of the stream asked for and, read with it, of the service's.</summary>
internal sealed class Heads(Database database)
{
    private const string OneSql =
        """
        select coalesce((select max(sequence) from event_index where provider = @p0 and stream = @p1), 0),
               coalesce((select max(sequence) from event_index where provider = @p0 and stream = @p2), 0)
        """;

    // Looked up stream by stream: under the provider wall a join would read the index whole.
    private const string ManySql =
        """
        select coalesce((select max(sequence) from event_index where provider = @p0 and stream = asked.stream), 0)
        from unnest(@p1) with ordinality as asked (stream, place)
        order by place
        """;

    private readonly Together<StreamId, (int Head, int Service)> _together = new(streams => Many(database, streams));

    public Task<(int Head, int Service)> Of(StreamId stream) => database.IsPostgres ? _together.Ask(stream) : One(stream);

    private Task<(int Head, int Service)> One(StreamId stream) => database.Statements.Query(
        OneSql,
        async reader =>
        {
            await reader.ReadAsync();
            return (reader.GetInt32(0), reader.GetInt32(1));
        },
        database.Provider, stream.ToString(), Streams.Service.ToString());

    private static async Task<IReadOnlyList<(int Head, int Service)>> Many(Database database, IReadOnlyList<StreamId> streams)
    {
        string[] asked = [Streams.Service.ToString(), .. streams.Select(s => s.ToString())];
        var heads = await database.Statements.Rows(row => row.GetInt32(0), ManySql, database.Provider, asked);
        return [.. heads.Skip(1).Select(head => (head, heads[0]))];
    }
}
