using System.Runtime.Versioning;
using Candour.CareRecord.Store;
using Candour.Testing;
using Npgsql;

namespace Candour.CareRecord.Tests.Store;

[UnsupportedOSPlatform("windows")]
public sealed class StoreSettingsTests
{
    private static readonly string[] Mounts =
    [
        "/dev/sda1 / ext4 rw 0 0",
        "server:/export /srv/share nfs4 rw 0 0",
        "//nas/x /srv/share/deep/local\\040disk cifs rw 0 0",
        "/dev/sdb1 /srv/share/disk ext4 rw 0 0",
        "tmpfs /run tmpfs rw 0 0",
    ];

    [Theory]
    [InlineData("/var/lib/candour/candour.db", null)]
    [InlineData("/srv/share/candour.db", "nfs4")]
    [InlineData("/srv/shared/candour.db", null)]
    [InlineData("/srv/share/disk/candour.db", null)]
    [InlineData("/srv/share/deep/local disk/candour.db", "cifs")]
    [InlineData("/run/candour.db", null)]
    public void The_deepest_mount_decides(string file, string? share) => NetworkShare.ShareOf(file, Mounts).ShouldBe(share);

    [Fact]
    public void A_weak_setting_is_refused_with_its_name_its_value_and_how_to_mend_it()
    {
        StoreSettings.TooWeak([("fsync", "on", ["on"], "Mend it."), ("data_checksums", "off", ["on"], "Run pg_checksums.")])
            .ShouldNotBeNull().ShouldSatisfyAllConditions(
                words => words.ShouldContain("data_checksums = off"),
                words => words.ShouldContain("Run pg_checksums."),
                words => words.ShouldNotContain("fsync"));
        StoreSettings.TooWeak([("fsync", "ON", ["on"], "Mend it.")]).ShouldBeNull();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_record_begins_in_a_folder_of_this_account_alone(bool emptyFolderIsThere)
    {
        using var outer = new SqliteFolder();
        var folder = outer.File("record");
        if (emptyFolderIsThere)
            Directory.CreateDirectory(folder, PrivateFolder.Mode | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        await using var database = Database.Sqlite(folder, ARecord.Provider);
        File.GetUnixFileMode(folder).ShouldBe(PrivateFolder.Mode);
        await StoreSettings.Check(database);
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherExecute)]
    public async Task A_record_in_a_folder_that_others_can_look_into_is_refused_with_how_to_mend_it(UnixFileMode others)
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        await StoreSettings.Check(a.Record.Database);
        File.SetUnixFileMode(a.Folder!, PrivateFolder.Mode | others);
        (await Should.ThrowAsync<RecordSettingsException>(() => StoreSettings.Check(a.Record.Database))).Message.ShouldSatisfyAllConditions(
            words => words.ShouldContain("other accounts"),
            words => words.ShouldContain($"chmod 700 {a.Folder}"));
    }

    [Fact]
    public async Task A_role_that_owns_the_tables_or_is_a_member_of_their_owner_is_refused_with_how_to_mend_it()
    {
        await using var a = await ARecord.On(Kept.InPostgres);
        await StoreSettings.Check(a.Record.Database);

        await using (var asOwner = Database.Postgres(a.Postgres!.Owner, ARecord.Provider))
            (await Should.ThrowAsync<RecordSettingsException>(() => StoreSettings.Check(asOwner))).Message.ShouldContain("create role");

        // Without inheriting, too: it could still put the owner's role on.
        await Tell(PrivatePostgres.Superuser, $"alter role {a.Postgres.ApplicationRole} noinherit; grant {a.Postgres.Name}_owner to {a.Postgres.ApplicationRole}");
        (await Should.ThrowAsync<RecordSettingsException>(() => StoreSettings.Check(a.Record.Database))).Message.ShouldContain("owns the record's tables");
    }

    [Fact]
    public async Task Tables_are_never_prepared_for_their_owner_as_the_application()
    {
        await using var database = await FreshDatabase.Create();
        (await Should.ThrowAsync<RecordSettingsException>(() => Preparing.Postgres(database.Owner, $"{database.Name}_owner"))).Message.ShouldContain("owns the record's tables");
    }

    private static async Task Tell(string server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
