namespace Candour.CareRecord.Store;

/// <summary>What a database keeps of deleted rows in the files of its tables (decision 0017). May be forgotten any number of times.</summary>
internal static class Traces
{
    /// <param name="owner">PostgreSQL: the owner's connection string; with none nothing is written anew.</param>
    public static Task Forget(Database database, string? owner) =>
        !database.IsPostgres ? OnSqlite(database) : owner is null ? Task.CompletedTask : OnPostgres(owner);

    private static async Task OnPostgres(string owner)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(owner);
        foreach (var table in Lists.All.Select(l => l.Name).Append(Schema.Part).Append(Schema.EventIndex))
        {
            // Written anew: a plain vacuum gives the place of a row back and leaves its bytes there.
            await using var vacuum = source.CreateCommand($"vacuum (full) {table}");
            vacuum.CommandTimeout = 0;
            await vacuum.ExecuteNonQueryAsync();
        }
    }

    private static async Task OnSqlite(Database database)
    {
        await using var connection = await database.Open();
        await EmptyTheLog(connection);
        await Sql.Run(connection, null, "vacuum");
        await EmptyTheLog(connection);
    }

    // Answered with a row, not with an error, when somebody reads a page of before.
    private static async Task EmptyTheLog(System.Data.Common.DbConnection connection)
    {
        if ((await Sql.Rows(connection, null, r => r.GetInt64(0), "pragma wal_checkpoint(TRUNCATE)"))[0] != 0)
            throw new IOException("Somebody was reading the record all the time, and its log could not be emptied.");
    }
}
