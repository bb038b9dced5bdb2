using Candour.CareRecord.Store;
using Candour.Testing;
using Npgsql;

namespace Candour.CareRecord.Tests.Store;

public sealed class SchemaVersionTests
{
    private const string FromTheFuture = "insert into \"__EFMigrationsHistory\" values ('29990101000000_Later', '99.0.0')";

    [Fact]
    public async Task An_older_build_refuses_a_file_that_a_newer_one_changed()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        await using (var connection = await a.Record.Database.Open())
            await Sql.Run(connection, null, FromTheFuture);
        (await SchemaVersion.IsRight(a.Record.Database)).ShouldBeFalse();
        (await Should.ThrowAsync<RecordSettingsException>(() => Preparing.Sqlite(a.Record.Database))).Message
            .ShouldContain("changed by a newer Candour (29990101000000_Later)");
        await Should.ThrowAsync<RecordSettingsException>(() => SchemaVersion.Check(a.Record.Database));
    }

    [Theory]
    [InlineData("update \"__EFMigrationsHistory\" set \"MigrationId\"='20260101000000_First'")]
    [InlineData("delete from \"__EFMigrationsHistory\"")]
    public async Task A_store_of_an_earlier_unreleased_build_is_named_with_what_to_do_and_left_as_it_is(string earlier)
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        await using (var connection = await a.Record.Database.Open())
            await Sql.Run(connection, null, earlier);
        var refused = await Should.ThrowAsync<EarlierRecordException>(() => Preparing.Sqlite(a.Record.Database));
        refused.Message.ShouldContain("was made by an earlier Candour that was never released");
        refused.Message.ShouldContain(a.Record.Database.File!);
        refused.Message.ShouldContain("empty folder");
    }

    [Fact]
    public async Task An_older_build_refuses_a_database_that_a_newer_one_changed_as_owner_and_as_application()
    {
        await using var a = await ARecord.On(Kept.InPostgres);
        await Owner(a, FromTheFuture);
        await Should.ThrowAsync<RecordSettingsException>(() => Preparing.Postgres(a.Postgres!.Owner, a.Postgres.ApplicationRole));
        await Should.ThrowAsync<RecordSettingsException>(() => SchemaVersion.Check(a.Record.Database));
    }

    [Fact]
    public async Task A_database_that_was_not_brought_up_to_date_says_how()
    {
        await using var a = await ARecord.On(Kept.InPostgres);
        (await SchemaVersion.IsRight(a.Record.Database)).ShouldBeTrue();
        await Owner(a, "delete from \"__EFMigrationsHistory\"");
        (await Should.ThrowAsync<RecordSettingsException>(() => SchemaVersion.Check(a.Record.Database))).Message.ShouldContain("--owner");
    }

    [Fact]
    public async Task The_lock_of_a_migration_that_was_killed_holds_nobody_up()
    {
        using var folder = new SqliteFolder();
        await using var database = Database.Sqlite(folder.Path, ARecord.Provider);
        await using (var connection = await database.Open())
        {
            await Sql.Run(connection, null, "create table \"__EFMigrationsLock\" (\"Id\" integer primary key, \"Timestamp\" text not null)");
            await Sql.Run(connection, null, "insert into \"__EFMigrationsLock\" values (1, '2026-10-05 09:12:00')");
        }

        await Preparing.Sqlite(database).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        (await SchemaVersion.IsRight(database)).ShouldBeTrue();
    }

    private static async Task Owner(ARecord a, string sql)
    {
        await using var connection = new NpgsqlConnection(a.Postgres!.Owner);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
