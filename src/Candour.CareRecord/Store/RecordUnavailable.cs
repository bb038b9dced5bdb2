using Microsoft.Data.Sqlite;
using Npgsql;

namespace Candour.CareRecord.Store;

/// <summary>The record cannot be written or read now: stopped, slow, full, out of reach, or the clock is wrong. Nothing was stored.</summary>
public class RecordUnavailableException(Exception inner)
    : Exception("We cannot save anything right now.", inner)
{
    /// <summary>The disk is full, or so nearly that only looks are stored: reading still works.</summary>
    public bool DiskFull => InnerException is SqliteException { SqliteErrorCode: 13 } or PostgresException { SqlState: "53100" } or NoRoomException;

    /// <summary>The database did not answer in time: it may be stopped or have too much to do.</summary>
    public bool TooSlow => InnerException is TimeoutException or NpgsqlException { InnerException: TimeoutException };
}

/// <summary>
/// The server answered COMMIT with a warning: it stored this on its own disk and did not wait for its standby. It stands there
/// and may be gone with the machine, so it is neither saved nor failed.
/// </summary>
public sealed class NotPromisedException() : Exception("The database stored this and gave up waiting for its standby.");

/// <summary>
/// The database did not say whether it stored this, and reading by command id did not settle it. Never shown as saved nor as
/// failed: the same form sent again gives the first result, or is stored once.
/// </summary>
public sealed class CommitUnansweredException(string commandId, Exception inner) : RecordUnavailableException(inner)
{
    public string CommandId { get; } = commandId;
}
