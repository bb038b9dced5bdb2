using System.Runtime.Versioning;
using Candour.CareRecord.Store;
using Candour.CareRecord.Tests.Messages;
using Candour.Testing;
using Microsoft.Data.Sqlite;

namespace Candour.CareRecord.Tests.Store;

[UnsupportedOSPlatform("windows")]
public sealed class BackupTests
{
    [Fact]
    public async Task A_copy_taken_while_the_record_is_in_use_is_whole_and_holds_what_was_there()
    {
        await using var a = await Filled();
        using var to = new SqliteFolder();
        var copy = Path.Combine(to.Path, "copy");
        var writing = Task.WhenAll(Enumerable.Range(0, 20).Select(i => Add(a, $"WR{i:00}000000000000")));
        var manifest = await Backup.Sqlite(a.Folder!, copy, a.Clock.Now);
        await writing;

        manifest.Events.ShouldBeGreaterThanOrEqualTo(61);
        manifest.Leaves.ShouldBe(manifest.Events);
        manifest.Provider.ShouldBe(ARecord.Provider);
        manifest.Tables["person_list"].ShouldBeGreaterThanOrEqualTo(10);
        (await Backup.Check(copy, restored: null)).ShouldBeEmpty();
        Directory.GetFiles(copy).Select(Path.GetFileName).Order().ShouldBe(["candour.db", "manifest.json"]);
    }

    [Theory]
    [InlineData("\"leaves\": ", "\"leaves\": 1")]
    [InlineData("\"leavesHash\": \"", "\"leavesHash\": \"00")]
    [InlineData("\"person_list\": ", "\"person_list\": 1")]
    public async Task An_altered_manifest_is_found(string from, string to)
    {
        await using var copied = await Copied();
        var file = Path.Combine(copied.Folder, BackupManifest.FileName);
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace(from, to));
        (await Backup.Check(copied.Folder, null)).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("update part set bytes = x'7b7d' where leaf = 3 and ordinal = 0", "Leaf 3, part 0 is not what was sealed.")]
    [InlineData("delete from part where leaf = 3 and ordinal = 1", "Leaf 3, part 1 is missing and nobody erased it.")]
    [InlineData("update event_index set type = 'X' where leaf = 3", "Leaf 3 stands in the index as person/BP00000000000000, event ")]
    [InlineData("update part set kind = 2 where leaf = 3 and ordinal = 0", "Leaf 3: its parts are not of the kinds they are marked as.")]
    [InlineData("delete from leaf where id = 5", "The leaves of the copy are not those of the manifest.")]
    [InlineData("delete from person_list", "Table person_list")]
    public async Task A_copy_that_was_tampered_with_is_found(string tamper, string finding)
    {
        await using var copied = await Copied();
        await using (var connection = new SqliteConnection($"Data Source={copied.Folder}/candour.db;Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"drop trigger part_update; drop trigger part_delete; drop trigger leaf_delete; {tamper}";
            await command.ExecuteNonQueryAsync();
        }

        (await Backup.Check(copied.Folder, null)).ShouldContain(line => line.Contains(finding, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_truncated_copy_is_found()
    {
        await using var copied = await Copied();
        await using (var file = File.Open(Path.Combine(copied.Folder, "candour.db"), FileMode.Open))
            file.SetLength(file.Length / 2);
        (await Backup.Check(copied.Folder, null)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_copy_taken_into_an_empty_folder_closes_it_to_other_accounts()
    {
        await using var a = await Filled();
        using var to = new SqliteFolder();
        var folder = Directory.CreateDirectory(to.File("copy"), PrivateFolder.Mode | UnixFileMode.GroupRead | UnixFileMode.OtherRead).FullName;
        await Backup.Sqlite(a.Folder!, folder, a.Clock.Now);
        File.GetUnixFileMode(folder).ShouldBe(PrivateFolder.Mode);
    }

    [Fact]
    public async Task A_copy_never_overwrites_another()
    {
        await using var copied = await Copied();
        await Should.ThrowAsync<RecordSettingsException>(() => Backup.Sqlite(copied.Record.Folder!, copied.Folder, copied.Record.Clock.Now));
    }

    [Fact]
    public async Task A_PostgreSQL_record_is_compared_leaf_by_leaf_with_its_manifest()
    {
        // The check of a restored server reads it as it would any other; here the server itself stands for its copy.
        await using var a = await ARecord.On(Kept.InPostgres);
        for (var i = 0; i < 5; i++)
            await Add(a, $"PG{i:00}000000000000");
        await using var connection = await a.Record.Database.Open();
        var manifest = await BackupManifest.Of(connection, "postgresql", ARecord.Provider, a.Clock.Now);
        manifest.Leaves.ShouldBe(31);
        await Add(a, "PG99000000000000");
        (await BackupCheck.Run(connection, manifest, exactly: false)).ShouldBeEmpty();
        (await BackupCheck.Run(connection, manifest with { Leaves = 32 }, exactly: false)).ShouldNotBeEmpty();
    }

    private static async Task Add(ARecord a, string person) => await a.Write(
        [Streams.Person(person)], (_, _) => Decision.Accept(Streams.Person(person), [.. Amira.WhoMayBeReached().Events.Select(e => e.Event), Amira.Rules]));

    private static async Task<ARecord> Filled()
    {
        var a = await ARecord.On(Kept.InSqlite);
        for (var i = 0; i < 10; i++)
            await Add(a, $"BP{i:00}000000000000");
        return a;
    }

    private static async Task<ACopy> Copied()
    {
        var a = await Filled();
        var folder = new SqliteFolder();
        await Backup.Sqlite(a.Folder!, Path.Combine(folder.Path, "copy"), a.Clock.Now);
        return new(a, folder);
    }

    private sealed class ACopy(ARecord record, SqliteFolder folder) : IAsyncDisposable
    {
        public ARecord Record => record;

        public string Folder => Path.Combine(folder.Path, "copy");

        public async ValueTask DisposeAsync()
        {
            await record.DisposeAsync();
            folder.Dispose();
        }
    }
}
