using System.Data.Common;
using Candour.CareRecord.Erasure;
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
    [InlineData(Kept.InSqlite, "insert into erased (provider, leaf, ordinal, by_leaf) values ('RXX01', 1, 0, 1)")]
    [InlineData(Kept.InPostgres, "select erase_part(1, 0, 1)")]
    [InlineData(Kept.InPostgres, "insert into erased (provider, leaf, ordinal, by_leaf) values ('RXX01', 1, 0, 1)")]
    [InlineData(Kept.InPostgres, "truncate part")]
    [InlineData(Kept.InPostgres, "alter table part disable row level security")]
    public async Task What_is_written_stays_written(Kept kept, string sql)
    {
        await using var a = await ARecord.On(kept);
        await a.Record.Log(new("p", null, By.Worker, "s", "notes", "test", "view", true, a.Clock.Now));
        await Should.ThrowAsync<DbException>(() => Execute(a.Record.Database, sql));
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task An_older_erasure_opens_no_way_to_another_part_nor_twice_to_its_own(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        for (var i = 0; i < 2; i++)
        {
            await a.Record.Write(
                new($"set{i}", By.Worker), [Streams.Policy], (_, _) => Decision.Accept(Streams.Policy, RecordTests.Setting("area", $"{i}")));
        }

        var eraser = new Eraser(a.Record, Path.Combine(a.Folder ?? Path.GetTempPath(), $"erased-{a.Postgres?.Name ?? "sqlite"}.txt"));
        var parts = (await eraser.Find(Streams.Policy, PartKind.Core)).Take(1).ToList();
        (await eraser.Erase(new("erase", new("approver", "records_officer")), new EraseParts(parts, ErasureCode.E4, "Order 7", "A test.", "asker")))
            .ShouldBeOfType<Outcome.Done>();

        await a.Record.Number();
        var by = await Count(a.Record.Database, "select max(by_leaf) from erased");
        // The other setting is still there, and the event of the erasure itself.
        foreach (var leaf in new[] { 3, by })
            await Should.ThrowAsync<DbException>(() => Execute(a.Record.Database, EraseOf(kept, leaf, by)));
        (await Count(a.Record.Database, $"select count(*) from part where leaf in (3, {by}) and ordinal = 0")).ShouldBe(2);
    }

    [Theory]
    [InlineData(Kept.InSqlite, "PartsErased", "2.0", true)]
    [InlineData(Kept.InSqlite, "PartsErased", "1.0", false)]
    [InlineData(Kept.InSqlite, "PolicySet", "2.0", false)]
    [InlineData(Kept.InPostgres, "PartsErased", "2.0", true)]
    [InlineData(Kept.InPostgres, "PartsErased", "1.0", false)]
    [InlineData(Kept.InPostgres, "PolicySet", "2.0", false)]
    public async Task A_part_goes_only_with_an_erasure_appended_beside_it_that_names_it(Kept kept, string type, string names, bool goes)
    {
        await using var a = await ARecord.On(kept);
        await a.Record.Write(
            new("set", By.Worker), [Streams.Policy], (_, _) => Decision.Accept(Streams.Policy, RecordTests.Setting("area", "x")));
        await a.Record.Number();
        var both = Erasing(kept, $"[\"{names}\"]", EraseOf(kept, 2, 99), type);
        if (goes)
            await Execute(a.Record.Database, both);
        else
            await Should.ThrowAsync<DbException>(() => Execute(a.Record.Database, both));
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task A_core_goes_only_when_nothing_else_of_its_event_is_left(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        await a.Record.Write(
            new("set", By.Worker), [Streams.Policy],
            (_, _) => Decision.Accept(Streams.Policy, RecordTests.Setting("area", "x") with { Why = "Words of its own." }));
        await a.Record.Number();
        (await Count(a.Record.Database, "select count(*) from part where leaf = 2")).ShouldBe(2);

        await Should.ThrowAsync<DbException>(() => Execute(a.Record.Database, Erasing(kept, """["2.0","2.1"]""", EraseOf(kept, 2, 99))));
        (await Count(a.Record.Database, "select count(*) from part where leaf = 2")).ShouldBe(2);
        await Execute(a.Record.Database, Erasing(kept, """["2.0","2.1"]""", $"{EraseOf(kept, 2, 99, ordinal: 1)}; {EraseOf(kept, 2, 99)}"));
        (await Count(a.Record.Database, "select count(*) from part where leaf = 2")).ShouldBe(0);
    }

    /// <summary>An event appended as leaf 99 and, in the same transaction, what goes with it.</summary>
    private static string Erasing(Kept kept, string parts, string goes, string type = "PartsErased")
    {
        var bytes = Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes($$"""{"parts":{{parts}},"type":"{{type}}"}"""));
        string Hex(string hex) => kept == Kept.InSqlite ? $"x'{hex}'" : $@"'\x{hex}'::bytea";
        return
            $"""
             insert into leaf (provider, id, commitments, hash) values ('{ARecord.Provider}', 99, {Hex("00")}, {Hex("00")});
             insert into part (provider, leaf, ordinal, kind, salt, bytes) values ('{ARecord.Provider}', 99, 0, 0, {Hex("00")}, {Hex(bytes)});
             {goes}
             """;
    }

    private static string EraseOf(Kept kept, long leaf, long by, int ordinal = 0) => kept == Kept.InPostgres
        ? $"select erase_part({leaf}, {ordinal}, {by})"
        : $"insert into erased (provider, leaf, ordinal, by_leaf) values ('{ARecord.Provider}', {leaf}, {ordinal}, {by}); delete from part where leaf = {leaf} and ordinal = {ordinal}";

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
        Should.Throw<RecordSettingsException>(() => Database.Sqlite(folder.Path, "RXX")).Message.ShouldBe(
            "This record belongs to provider RXX01, not RXX. Open it as RXX01, or choose another folder or database.");
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
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    private static async Task<long> Count(Database database, string sql)
    {
        await using var connection = await database.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
