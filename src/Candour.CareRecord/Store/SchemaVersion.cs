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
        var (newer, missing) = await Compare(database);
        if (newer is not null)
        {
            throw new RecordSettingsException(
                $"This record was changed by a newer Candour ({newer}). Start that one, or a later one: this one could damage it.");
        }

        if (missing is not null)
            throw new RecordSettingsException($"The tables of this record are older than this Candour ({missing} is missing). Start once with --owner to bring them up to date.");
    }

    public static async Task<bool> IsRight(Database database) => await Compare(database) is (null, null);

    /// <summary>Refuses a record of a newer build before anything of it is changed.</summary>
    internal static async Task RefuseNewer(CareRecordContext context)
    {
        if (await context.Database.CanConnectAsync() && (await context.Database.GetAppliedMigrationsAsync()).Except(context.Database.GetMigrations()).Max() is { } newer)
            throw new RecordSettingsException($"This record was changed by a newer Candour ({newer}). Start that one, or a later one: this one could damage it.");
    }

    private static async Task<(string? Newer, string? Missing)> Compare(Database database)
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
