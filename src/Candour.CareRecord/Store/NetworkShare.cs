namespace Candour.CareRecord.Store;

/// <summary>
/// A SQLite file may not lie on a network share: locks and syncs there are promises nobody keeps. Told by the file system of
/// the mount the file lies on.
/// </summary>
internal static class NetworkShare
{
    private static readonly string[] Shares =
    [
        "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "lustre", "ncpfs", "fuse.sshfs",
        "fuse.s3fs", "fuse.rclone", "fuse.glusterfs", "fuse.gcsfuse", "davfs", "fuse.davfs2", "vboxsf", "vmhgfs", "fuse.vmhgfs-fuse",
    ];

    public static void Refuse(string file)
    {
        if (OperatingSystem.IsLinux() && System.IO.File.Exists("/proc/self/mounts")
            && ShareOf(Path.GetFullPath(file), System.IO.File.ReadLines("/proc/self/mounts")) is { } share)
        {
            throw new RecordSettingsException(
                $"{file} lies on a network share ({share}). A share may lose what was said to be saved. Choose a folder on a disk of this machine, "
                + "or use PostgreSQL with --database.");
        }
    }

    /// <summary>The kind of share a path lies on; null for a local disk. Pure.</summary>
    /// <param name="mounts">Lines of /proc/self/mounts: device, mount point, file system …</param>
    internal static string? ShareOf(string path, IEnumerable<string> mounts)
    {
        var kind = mounts
            .Select(line => line.Split(' '))
            .Where(mount => mount.Length >= 3)
            .Select(mount => (Point: mount[1].Replace("\\040", " ", StringComparison.Ordinal), Kind: mount[2]))
            .Where(mount => Lies(path, mount.Point))
            // The last of equals covers those mounted before it.
            .Aggregate((Point: "", Kind: ""), (best, mount) => mount.Point.Length >= best.Point.Length ? mount : best)
            .Kind;
        return Shares.Contains(kind) ? kind : null;
    }

    private static bool Lies(string path, string point) =>
        point == "/" || path == point || path.StartsWith(point + "/", StringComparison.Ordinal);
}
