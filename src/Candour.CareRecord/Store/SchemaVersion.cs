using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Candour.CareRecord.Store;

/// <summary>
/// Whether the tables of a record are those of this build. Changes go forward only: an older build refuses a record that a
/// newer one has changed.
/// </summary>
public static class SchemaVersion
{
    /// <exception cref="RecordSettingsException">The record is of a newer build, or was not brought up to this one. Says what to do.</exception>
    public static async Task Check(Database database)
    {
        var (unknown, missing) = await Compare(database);
        await using (var context = database.Lists())
            Refuse(context, unknown);

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
        Refuse(context, applied.Except(context.Database.GetMigrations()).Max());
        // Tables, and no note of how they were made: of before such notes were kept.
        if (applied.Count == 0 && await HasTables(context))
            throw new EarlierRecordException(Where(context));
    }

    // The name of a migration begins with the time it was made: what is unknown here and made before ours was never released.
    private static void Refuse(CareRecordContext context, string? unknown)
    {
        if (unknown is null)
            return;
        throw string.CompareOrdinal(unknown, context.Database.GetMigrations().Max()) < 0
            ? new EarlierRecordException(Where(context))
            : new RecordSettingsException($"This record was changed by a newer Candour ({unknown}). Start that one, or a later one: this one could damage it.");
    }

    private static string Where(CareRecordContext context)
    {
        var connection = context.Database.GetDbConnection();
        return context.Database.IsSqlite() ? connection.DataSource : $"the database {connection.Database} at {connection.DataSource}";
    }

    private static async Task<bool> HasTables(CareRecordContext context) => context.Database.IsSqlite()
        ? await context.Database.SqlQueryRaw<int>("select count(*) as \"Value\" from sqlite_master where type='table' and name='leaf'").SingleAsync() > 0
        : await context.Database.SqlQueryRaw<bool>("select to_regclass('leaf') is not null as \"Value\"").SingleAsync();

    private static async Task<(string? Unknown, string? Missing)> Compare(Database database)
    {
        await using var context = database.Lists();
        try
        {
            var (known, applied) = (context.Database.GetMigrations().ToList(), (await context.Database.GetAppliedMigrationsAsync()).ToList());
            return (applied.Except(known).Max(), known.Except(applied).Min());
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            // Rights are given by the same start that makes the tables.
            return (null, context.Database.GetMigrations().First());
        }
    }
}
