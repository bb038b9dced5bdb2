using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Candour.CareRecord.Store;

/// <summary>
/// Makes or updates a record's tables, and puts up the walls around them: what is written stays written, and each provider
/// sees its own rows. Run as the owner on PostgreSQL; the application's role owns nothing.
/// </summary>
public static class Preparing
{
    // The list of what is only ever inserted. Parts may be deleted by erasure alone.
    private static readonly string[] InsertOnly = [Schema.Leaf, Schema.Position, Schema.View, Schema.Command];

    /// <summary>SQLite: tables and triggers. Safe to repeat.</summary>
    public static async Task Sqlite(Database database)
    {
        await using var context = database.Lists();
        await SchemaVersion.RefuseOthers(context);
        // One process has the file, so a lock that stands there is of a process that was killed in the middle. The migration
        // itself was one transaction: it is there whole or not at all.
        await context.Database.ExecuteSqlRawAsync("drop table if exists \"__EFMigrationsLock\"");
        await context.Database.MigrateAsync();
        foreach (var table in InsertOnly)
        {
            foreach (var act in new[] { "update", "delete" })
                await context.Database.ExecuteSqlRawAsync(Refuse(table, act, $"{table} is insert only"));
        }

        await context.Database.ExecuteSqlRawAsync(Refuse(Schema.Part, "update", "a part is never changed"));
        await context.Database.ExecuteSqlRawAsync(
            """
            create trigger if not exists part_delete before delete on part
            when not exists (select 1 from erased e where e.provider = old.provider and e.leaf = old.leaf and e.ordinal = old.ordinal)
            begin select raise(abort, 'a part is deleted by erasure only'); end
            """);
        await context.Database.ExecuteSqlRawAsync(PartErasure.SqliteTrigger);
        await context.Database.ExecuteSqlRawAsync(PartErasure.SqliteCoreLast);
        await context.Database.ExecuteSqlRawAsync(Refuse("erased", "update", "an erasure is never changed"));
        await context.Database.ExecuteSqlRawAsync(Refuse("erased", "delete", "an erasure is never undone"));
    }

    /// <summary>
    /// PostgreSQL: as the owner, tables, row-level walls and the application role's rights. Safe to repeat.
    /// </summary>
    /// <param name="owner">The owner's connection string.</param>
    /// <param name="role">The application's role; it must exist, may not be a superuser, may not bypass row security and may own nothing.</param>
    public static async Task Postgres(string owner, string role)
    {
        PlainWire.Refuse(owner);
        await using var source = NpgsqlDataSource.Create(owner);
        await using (var connection = await source.OpenConnectionAsync())
            await StoreSettings.RefuseOwner(connection, role);
        var options = new DbContextOptionsBuilder<PostgresCareRecord>().UseNpgsql(source).Options;
        await using var context = new PostgresCareRecord(options, "");
        await SchemaVersion.RefuseOthers(context);
        await context.Database.MigrateAsync();
        await Run(source, $"grant select on \"__EFMigrationsHistory\" to {role}");
        foreach (var table in context.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct())
            await Wall(source, table, role);
        await Run(source, PartErasure.PostgresFunction(role));
    }

    private static string Refuse(string table, string act, string why) =>
        $"create trigger if not exists {table}_{act} before {act} on {table} begin select raise(abort, '{why}'); end";

    private static Task Wall(NpgsqlDataSource source, string table, string role)
    {
        // What is erased is marked by the function alone, which is the owner's.
        var rights = table is "erased" ? "select"
            : InsertOnly.Contains(table) || table is Schema.Part ? "select, insert"
            : "select, insert, update, delete";
        return Run(source,
            $"""
             alter table {table} enable row level security;
             alter table {table} force row level security;
             drop policy if exists provider_wall on {table};
             create policy provider_wall on {table}
               using (provider = nullif(current_setting('app.provider', true), ''))
               with check (provider = nullif(current_setting('app.provider', true), ''));
             revoke all on {table} from public, {role};
             grant {rights} on {table} to {role};
             do $$ begin
               if pg_get_serial_sequence('{table}', 'id') is not null then
                 execute 'grant usage on sequence ' || pg_get_serial_sequence('{table}', 'id') || ' to {role}';
               end if;
             exception when undefined_column then null;
             end $$;
             """);
    }

    private static async Task Run(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
