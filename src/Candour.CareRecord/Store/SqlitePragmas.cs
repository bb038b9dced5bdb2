using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Candour.CareRecord.Store;

/// <summary>
/// Settings of every SQLite connection: WAL with a full sync (NORMAL loses the last commits when power fails), deleted
/// content overwritten, keys checked.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static void Set(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            "pragma journal_mode=WAL; pragma synchronous=FULL; pragma secure_delete=ON; pragma foreign_keys=ON; pragma busy_timeout=5000;";
        command.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }
}
