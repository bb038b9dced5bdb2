using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Candour.CareRecord.Store;

/// <summary>
/// Looks through the whole record for a flipped bit, a part gone, an event out of its place: parts against leaves, leaves
/// against the index. People may go on working meanwhile. The lists are compared by <see cref="Rebuild"/>.
/// </summary>
public static class Verify
{
    /// <summary>What is damaged, the first bad position first; at most so many.</summary>
    /// <exception cref="RecordSettingsException">There is no record to look through.</exception>
    public static async Task<IReadOnlyList<Damage>> Run(string? folder, string? database, string provider, int most = 20, Action<long>? progress = null)
    {
        if (folder is not null)
        {
            await using var file = OfFile(folder);
            await file.OpenAsync();
            return await Run(file, provider, most, progress);
        }

        await using var server = Database.Postgres(database!, provider);
        await using var connection = await server.Open();
        return await Run(connection, provider, most, progress);
    }

    internal static async Task<IReadOnlyList<Damage>> Run(DbConnection connection, string provider, int most = 20, Action<long>? progress = null)
    {
        var found = new List<Damage>();
        try
        {
            if ((await Sql.Rows(connection, null, r => r.GetInt64(0), "select count(*) from (select 1 from leaf where provider=@p0 limit 1) any_leaf", provider))[0] == 0)
                throw new RecordSettingsException($"There is not one event of provider {provider} here. Say whose record it is with --provider.");
            await foreach (var damage in LeafCheck.Run(connection, provider, progress))
            {
                found.Add(damage);
                if (found.Count >= most)
                    break;
            }
        }
        catch (DbException e) when (e is SqliteException { SqliteErrorCode: 11 or 26 } or Npgsql.PostgresException { SqlState: "XX001" or "XX002" })
        {
            // A page of the file itself is damaged: the database finds that before we do.
            found.Add(new(null, 0, "", 0, $"The database file is damaged: {e.Message}"));
        }

        return found;
    }

    // Read only and without the folder's lock: the server may be running.
    private static SqliteConnection OfFile(string folder)
    {
        var file = Path.Combine(folder, "candour.db");
        return File.Exists(file)
            ? new(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString())
            : throw new RecordSettingsException($"There is no record in {folder}.");
    }
}
