using Candour.CareRecord.Store;

namespace Candour.CareRecord.Tests.Store;

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
}
