using System.Diagnostics;

namespace Candour.CareRecord.Store;

/// <summary>
/// The room left on the disk of a SQLite record. The last of it is kept for the looks that have to be stored before a page is
/// shown: when only that is left, nothing else is written and people can still be read about.
/// </summary>
public sealed class Room(string folder)
{
    /// <summary>Bytes kept for looks and sessions: some thousands of them.</summary>
    public const long Reserve = 8 * 1024 * 1024;

    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(250);

    private readonly DriveInfo _disk = new(Path.GetFullPath(folder));
    private long _readAt;
    private long _free = long.MaxValue;

    /// <summary>Only the reserve is left.</summary>
    public bool IsShort => Free < Reserve;

    /// <summary>The part of the disk that is free, 0 to 1.</summary>
    public double Share => (double)_disk.AvailableFreeSpace / Math.Max(1, _disk.TotalSize);

    /// <summary>Bytes, read again four times a second at most.</summary>
    public long Free
    {
        get
        {
            if (_readAt != 0 && Stopwatch.GetElapsedTime(_readAt) < Fresh)
                return _free;
            _readAt = Stopwatch.GetTimestamp();
            return _free = _disk.AvailableFreeSpace;
        }
    }

    /// <summary>
    /// Lays a file that only takes room, for the operator to delete on the day the disk is full. Not laid where it would itself
    /// fill the disk.
    /// </summary>
    /// <returns>False when there is no room for it.</returns>
    public static bool LayBallast(string folder, long bytes)
    {
        var file = new FileInfo(Path.Combine(folder, BallastName));
        if (bytes <= 0 || (file.Exists && file.Length == bytes))
            return true;
        file.Delete();
        if (new Room(folder).Free < (2 * bytes) + Reserve)
            return false;
        try
        {
            // Preallocated: a file with holes would hold no room.
            using var laid = new FileStream(file.FullName, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, PreallocationSize = bytes });
            laid.SetLength(bytes);
            return true;
        }
        catch (IOException)
        {
            file.Delete();
            return false;
        }
    }

    public const string BallastName = "ballast-delete-when-the-disk-is-full";
}

/// <summary>So little room is left on the disk that it is kept for looks.</summary>
public sealed class NoRoomException() : IOException("The disk is full.");
