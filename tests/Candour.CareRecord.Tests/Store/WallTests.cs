using System.Data.Common;
using Candour.CareRecord.Store;
using Candour.Testing;
using Npgsql;

namespace Candour.CareRecord.Tests.Store;

/// <summary>What the database itself refuses, whatever the application does.</summary>
public sealed class WallTests
{
    [Theory]
    [InlineData(Kept.InSqlite, "update leaf set hash = hash")]
    [InlineData(Kept.InSqlite, "delete from leaf")]
    [InlineData(Kept.InSqlite, "update part set bytes = bytes")]
    [InlineData(Kept.InSqlite, "delete from part")]
    [InlineData(Kept.InSqlite, "update position set leaf = leaf")]
    [InlineData(Kept.InSqlite, "delete from command")]
    [InlineData(Kept.InPostgres, "update leaf set hash = hash")]
    [InlineData(Kept.InPostgres, "delete from leaf")]
    [InlineData(Kept.InPostgres, "update part set bytes = bytes")]
    [InlineData(Kept.InPostgres, "delete from part")]
    [InlineData(Kept.InPostgres, "update position set leaf = leaf")]
    [InlineData(Kept.InPostgres, "delete from view")]
    [InlineData(Kept.InPostgres, "select erase_part(1, 0, 1)")]
    [InlineData(Kept.InPostgres, "truncate part")]
    [InlineData(Kept.InPostgres, "alter table part disable row level security")]
    public async Task What_is_written_stays_written(Kept kept, string sql)
    {
        await using var a = await ARecord.On(kept);
        await a.Record.Log(new("p", null, By.Worker, "s", "notes", "test", "view", true, a.Clock.Now));
        await Should.ThrowAsync<DbException>(() => Execute(a.Record.Database, sql));
    }

    [Fact]
    public async Task Another_provider_sees_no_row_and_can_write_none_of_ours()
    {
        await using var ours = await ARecord.On(Kept.InPostgres);
        await using var theirs = await ours.Another("RYY02");

        (await theirs.Record.Read(Streams.Service)).Exists.ShouldBeFalse();
        (await Count(theirs.Record.Database, "select count(*) from leaf")).ShouldBe(0);
        await Should.ThrowAsync<PostgresException>(() => Execute(
            theirs.Record.Database, $"insert into command (provider, id, first_leaf, last_leaf) values ('{ARecord.Provider}', 'x', 1, 1)"));
    }

    [Fact]
    public async Task Without_a_provider_set_no_row_is_seen()
    {
        await using var ours = await ARecord.On(Kept.InPostgres);
        await using var source = NpgsqlDataSource.Create(ours.Postgres!.Application);
        await using var count = source.CreateCommand("select count(*) from leaf");
        (await count.ExecuteScalarAsync()).ShouldBe(0L);
    }

    [Fact]
    public async Task Every_table_with_a_provider_column_has_its_wall_forced()
    {
        await using var ours = await ARecord.On(Kept.InPostgres);
        await using var source = NpgsqlDataSource.Create(ours.Postgres!.Owner);
        await using var command = source.CreateCommand(
            """
            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
            where a.attname = 'provider' and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
              and not (c.relrowsecurity and c.relforcerowsecurity and exists (select 1 from pg_policy p where p.polrelid = c.oid))
            """);
        (await command.ExecuteScalarAsync()).ShouldBeNull();
        await using var tables = source.CreateCommand("select count(*) from pg_policy");
        ((long)(await tables.ExecuteScalarAsync())!).ShouldBeGreaterThanOrEqualTo(7);
    }

    [Fact]
    public async Task A_second_process_on_one_file_is_refused_in_words()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        Should.Throw<RecordSettingsException>(() => Database.Sqlite(a.Folder!, ARecord.Provider)).Message.ShouldContain("Stop it first");
    }

    [Fact]
    public async Task A_file_of_another_provider_is_refused_in_words_and_left_free()
    {
        using var folder = new SqliteFolder();
        await Opened(folder, ARecord.Provider);
        var before = Directory.GetFiles(folder.Path).Order().ToList();
        Should.Throw<RecordSettingsException>(() => Database.Sqlite(folder.Path, "RXX")).Message.ShouldBe(
            "This record belongs to provider RXX01, not RXX. Open it as RXX01, or choose another folder or database.");
        Directory.GetFiles(folder.Path).Order().ShouldBe(before);
        await Opened(folder, ARecord.Provider);
    }

    private static async Task Opened(SqliteFolder folder, string provider)
    {
        var database = Database.Sqlite(folder.Path, provider);
        await Preparing.Sqlite(database);
        await using var record = await TheRecord.Open(database, new FixedClock(), new SeededRandomness(3));
        (await record.Write(
            new("open", By.Worker), [Streams.Service],
            (h, _) => new Service.OpenService("Northmere", "Northmere", provider, false).Decide(h[Streams.Service]))).ShouldBeOfType<Outcome.Done>();
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task Positions_follow_the_order_of_commits_without_gaps(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        for (var i = 0; i < 5; i++)
        {
            await a.Record.Write(
                new($"c{i}", By.Worker), [Streams.Policy], (_, _) => Decision.Accept(Streams.Policy, RecordTests.Setting("area", $"{i}")));
        }

        // What is committed is numbered by the next commit at the latest.
        await a.Record.Operate((_, _) => Task.CompletedTask);
        await a.Record.Write(
            new("last", By.Worker), [Streams.Policy], (_, _) => Decision.Accept(Streams.Policy, RecordTests.Setting("area", "last")));
        (await Count(a.Record.Database, "select count(*) from position where position <> leaf")).ShouldBe(0);
        (await Count(a.Record.Database, "select count(*) from position")).ShouldBeGreaterThanOrEqualTo(6);
    }

    private static async Task Execute(Database database, string sql)
    {
        await using var connection = await database.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> Count(Database database, string sql)
    {
        await using var connection = await database.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
