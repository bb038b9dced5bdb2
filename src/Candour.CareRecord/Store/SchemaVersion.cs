using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Candour.CareRecord.Store;

/// <summary>
/// Whether the tables of a record are those of this build. Changes go forward only: an older build refuses a record that a
/// newer one has changed.
/// </summary>
public static class SchemaVersion
{
    private static readonly Lazy<List<string>> KnownToSqlite = new(() => Of(typeof(SqliteCareRecord))), KnownToPostgres = new(() => Of(typeof(PostgresCareRecord)));

    /// <exception cref="RecordSettingsException">The record is of a newer build, or was not brought up to this one. Says what to do.</exception>
    public static async Task Check(Database database)
    {
        var (unknown, missing) = await Compare(database);
        await using (var connection = await database.Open())
            Refuse(unknown, Known(database.IsPostgres), () => Where(connection));

        if (missing is not null)
            throw new RecordSettingsException($"The tables of this record are older than this Candour ({missing} is missing). Start the site on it once, on PostgreSQL with --owner, to bring them up to date.");
    }

    public static async Task<bool> IsRight(Database database) => await Compare(database) is (null, null);

    /// <summary>Refuses a record of a newer build, or of an earlier one that was never released, before anything of it is changed.</summary>
    /// <exception cref="RecordSettingsException">It is of another build.</exception>
    /// <exception cref="EarlierRecordException">It is of an earlier one.</exception>
    internal static async Task RefuseOthers(CareRecordContext context)
    {
        if (!await context.Database.CanConnectAsync())
            return;
        var applied = (await context.Database.GetAppliedMigrationsAsync()).ToList();
        var known = Known(context.Database.IsNpgsql());
        Refuse(applied.Except(known).Max(), known, () => Where(context.Database.GetDbConnection()));
        // Tables, and no note of how they were made: of before such notes were kept.
        if (applied.Count == 0 && await HasTables(context))
            throw new EarlierRecordException(Where(context.Database.GetDbConnection()));
    }

    // The name of a migration begins with the time it was made: what is unknown here and made before ours was never released.
    private static void Refuse(string? unknown, IEnumerable<string> known, Func<string> where)
    {
        if (unknown is null)
            return;
        throw string.CompareOrdinal(unknown, known.Max()) < 0
            ? new EarlierRecordException(where())
            : new RecordSettingsException($"This record was changed by a newer Candour ({unknown}). Start that one, or a later one: this one could damage it.");
    }

    private static string Where(DbConnection connection) =>
        connection is SqliteConnection ? connection.DataSource : $"the database {connection.Database} at {connection.DataSource}";

    private static async Task<bool> HasTables(CareRecordContext context) => context.Database.IsSqlite()
        ? await context.Database.SqlQueryRaw<int>("select count(*) as \"Value\" from sqlite_master where type='table' and name='leaf'").SingleAsync() > 0
        : await context.Database.SqlQueryRaw<bool>("select to_regclass('leaf') is not null as \"Value\"").SingleAsync();

    // Read without a context: making its model costs more than many a rebuild.
    private static async Task<(string? Unknown, string? Missing)> Compare(Database database)
    {
        var known = Known(database.IsPostgres);
        try
        {
            await using var connection = await database.Open();
            var noted = await Sql.Rows(connection, null, r => r.GetBoolean(0), database.IsPostgres
                ? "select to_regclass('\"__EFMigrationsHistory\"') is not null"
                : "select exists (select 1 from sqlite_master where type='table' and name='__EFMigrationsHistory')");
            var applied = noted[0] ? await Sql.Rows(connection, null, r => r.GetString(0), "select \"MigrationId\" from \"__EFMigrationsHistory\"") : [];
            return (applied.Except(known).Max(), known.Except(applied).Min());
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            // Rights are given by the same start that makes the tables.
            return (null, known[0]);
        }
    }

    /// <summary>The changes to the tables that this build knows, in order.</summary>
    private static List<string> Known(bool postgres) => (postgres ? KnownToPostgres : KnownToSqlite).Value;

    private static List<string> Of(Type context) =>
    [
        .. context.Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Migration)) && t.GetCustomAttribute<DbContextAttribute>()!.ContextType == context)
            .Select(t => t.GetCustomAttribute<MigrationAttribute>()!.Id).Order(StringComparer.Ordinal),
    ];
}
