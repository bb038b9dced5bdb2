using Candour.CareRecord.Store;
using Candour.Clinical;

namespace Candour.Cli;

/// <summary><c>candour backup</c>: copies a record while it is in use, and checks that a copy can be restored.</summary>
internal static class BackUp
{
    public static Command Command { get; } = new(
        "backup", "copy a record while it is in use, or check a copy",
        """
        candour backup --data FOLDER --to NEWFOLDER
        candour backup --database "Host=…" --provider CODE --to NEWFOLDER
        candour backup --check FOLDER [--database "Host=…"]

        Copies the record with a manifest: events, leaves, a hash over all leaves, rows of each table. The server may run on.
        On PostgreSQL it runs pg_basebackup with the write-ahead log; the role needs REPLICATION.

          --data FOLDER       the folder of the SQLite record
          --database TEXT     connection string on PostgreSQL; with --check, of a server started on the restored copy
          --provider CODE     the provider's code, on PostgreSQL
          --to FOLDER         a new or empty folder
          --check FOLDER      restores a copy into a folder of its own, computes every leaf again from its parts and compares
                              all of it with the manifest

        A copy holds everything about everybody. Encrypt it before it leaves this machine, and check one every month:
        a copy that was never restored is a hope. The key of a transparency log is never in it.
        """,
        ["--data", "--database", "--provider", "--to", "--check"],
        Run);

    public static async Task<int> Run(Options options) => (options["--check"], options["--to"], options["--data"], options["--database"]) switch
    {
        ({ } folder, null, null, var restored) => await Check(folder, restored),
        (null, { } to, { } data, null) => Taken(await Backup.Sqlite(data, to, Moment.Now(TimeProvider.System)), to),
        (null, { } to, null, { } database) => Taken(
            await Backup.Postgres(database, options["--provider"] ?? throw new OptionException("--provider is needed with --database."), to,
                Moment.Now(TimeProvider.System)), to),
        _ => throw new OptionException("Say what to copy (--data or --database) and where to (--to), or what to check (--check)."),
    };

    private static int Taken(BackupManifest manifest, string to)
    {
        Console.WriteLine($"Copied {manifest.Events:N0} events into {to}. Check it: candour backup --check {to}");
        return 0;
    }

    private static async Task<int> Check(string folder, string? restored)
    {
        var begun = TimeProvider.System.GetTimestamp();
        var wrong = await Backup.Check(folder, restored);
        foreach (var line in wrong)
            await Console.Error.WriteLineAsync(line);
        var minutes = TimeProvider.System.GetElapsedTime(begun).TotalMinutes;
        Console.WriteLine(wrong.Count == 0 ? $"The copy is whole. Restoring and checking took {minutes:0.0} minutes." : "Do not rely on this copy.");
        return wrong.Count == 0 ? 0 : 1;
    }
}
