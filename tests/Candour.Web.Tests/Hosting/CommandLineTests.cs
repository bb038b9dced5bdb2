using System.Text;
using Candour.CareRecord;
using Candour.CareRecord.Erasure;
using Candour.CareRecord.Service;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Store;
using Candour.Cli;
using Candour.Testing;
using Microsoft.Data.Sqlite;

namespace Candour.Web.Tests.Hosting;

/// <summary>The commands an operator relies on look at the record that is there, whosever it is.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("rebuild", "--check")]
    [InlineData("verify")]
    public async Task Without_a_provider_named_the_records_own_is_looked_through(params string[] command)
    {
        using var folder = new SqliteFolder();
        await Filled(folder);
        (await CommandLine.Run([.. command, "--data", folder.Path])).ShouldBe(0);
        await Damage(folder, "update staff_list set name = 'somebody else'; drop trigger leaf_update; update leaf set hash = x'00' where id = 2");
        (await CommandLine.Run([.. command, "--data", folder.Path])).ShouldBe(1);
    }

    [Theory]
    [InlineData("rebuild", "--check")]
    [InlineData("verify")]
    public async Task Another_providers_code_never_finds_all_well(params string[] command)
    {
        using var folder = new SqliteFolder();
        await Filled(folder);
        (await CommandLine.Run([.. command, "--data", folder.Path, "--provider", "RYY"])).ShouldBe(1);
    }

    [Fact]
    public async Task A_rebuild_on_the_tables_of_another_build_is_refused_in_words()
    {
        using var folder = new SqliteFolder();
        await Filled(folder);
        await Damage(folder, "update \"__EFMigrationsHistory\" set \"MigrationId\"='20260101000000_First'; alter table staff_list rename column name to called");
        (await CommandLine.Run(["rebuild", "--data", folder.Path])).ShouldBe(1);
    }

    [Theory]
    [InlineData("drop trigger part_update; update part set bytes = x'00' where leaf = 2 and ordinal = 0")]
    [InlineData("update event_index set type = 'OfALaterVersion' where leaf = 2")]
    public async Task A_rebuild_that_cannot_read_an_event_says_so_in_words_and_changes_nothing(string damage)
    {
        using var folder = new SqliteFolder();
        await Filled(folder);
        await Damage(folder, damage + "; update staff_list set name = 'somebody else'");
        (await CommandLine.Run(["rebuild", "--data", folder.Path])).ShouldBe(1);
        (await CommandLine.Run(["rebuild", "--data", folder.Path, "--check"])).ShouldBe(1);
        await using var connection = new SqliteConnection($"Data Source={folder.Path}/candour.db;Pooling=False");
        await connection.OpenAsync();
        await using var name = connection.CreateCommand();
        name.CommandText = "select name from staff_list";
        (await name.ExecuteScalarAsync()).ShouldBe("somebody else");
    }

    [Fact]
    public async Task What_was_erased_leaves_a_restored_copy_by_the_list_that_was_kept_apart()
    {
        using var folder = new SqliteFolder();
        using var elsewhere = new SqliteFolder();
        var (copy, list) = (elsewhere.File("copy"), elsewhere.File("erased.txt"));
        await Filled(folder);
        await Backup.Sqlite(folder.Path, copy, new FixedClock().Now);
        (await CommandLine.Run(["erasures", "--data", copy, "--list", list])).ShouldBe(1, "there is no list yet");
        (await CommandLine.Run(["erasures", "--data", copy])).ShouldBe(2);
        await using (var record = await TheRecord.Open(Database.Sqlite(folder.Path, "RZZ9"), new FixedClock(), new SeededRandomness(4)))
        {
            var eraser = new Eraser(record, list);
            var parts = await eraser.Find(Streams.Staff("0000000000000J0Q"), PartKind.Identity);
            (await eraser.Erase(new("erase", new("approver", "records_officer")), new(parts, ErasureCode.E5, "Case 12", "A test.", "asker")))
                .ShouldBeOfType<Outcome.Done>();
        }

        (await File.ReadAllTextAsync(Path.Combine(copy, "candour.db"), Encoding.Latin1)).ShouldContain("Jo Sample");
        (await CommandLine.Run(["erasures", "--data", copy, "--list", list])).ShouldBe(0);
        (await File.ReadAllTextAsync(Path.Combine(copy, "candour.db"), Encoding.Latin1)).ShouldNotContain("Jo Sample");
        (await CommandLine.Run(["verify", "--data", copy])).ShouldBe(0);
    }

    private static async Task Filled(SqliteFolder folder)
    {
        var database = Database.Sqlite(folder.Path, "RZZ9");
        await Preparing.Sqlite(database);
        await using var record = await TheRecord.Open(database, new FixedClock(), new SeededRandomness(3));
        await record.Write(
            new("open", By.Worker), [Streams.Service],
            (h, _) => new OpenService("Northmere", "Northmere", "RZZ9", false).Decide(h[Streams.Service]));
        var jo = Streams.Staff("0000000000000J0Q");
        await record.Write(new("joins", By.Worker), [jo], (h, _) => new JoinStaff { Name = "Jo Sample", From = new(2026, 1, 5) }.Decide(h[jo]));
    }

    private static async Task Damage(SqliteFolder folder, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={folder.Path}/candour.db;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
