namespace Candour.CareRecord.Store;

/// <summary>
/// Folders that hold everything about everybody, for one account alone: the files in them take what the account's umask gives,
/// and nobody else gets as far as to them. On Windows the folder's own access list decides.
/// </summary>
public static class PrivateFolder
{
    public const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes the folder, or closes an empty one that is there. One that holds something is left as its owner set it.</summary>
    public static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        var wasThere = Directory.Exists(folder);
        Directory.CreateDirectory(folder, Mode);
        if (wasThere && !Directory.EnumerateFileSystemEntries(folder).Any())
            Close(folder);
    }

    /// <summary>Closes a folder of ours to all other accounts. One of another account's stays as it is.</summary>
    public static void Close(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        try
        {
            File.SetUnixFileMode(folder, Mode);
        }
        catch (UnauthorizedAccessException)
        {
            // Not ours to set: whoever opens a record in it is told.
        }
    }

    /// <summary>Whether the machine's other accounts may look into it, write to it or pass through it.</summary>
    public static bool IsOpenToOthers(string folder) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(folder) | Mode) != Mode;
}
