using Candour.CareRecord.Store;

namespace Candour.Cli;

/// <summary><c>candour rebuild</c>: every list made again from the events.</summary>
internal static class RebuildLists
{
    public static Command Command { get; } = new(
        "rebuild", "make every list again from the events",
        """
        candour rebuild --data FOLDER [--check]
        candour rebuild --database "Host=…" [--check]

        Reads every event, makes every list again beside the ones in use, says where they differed, and swaps them in one
        transaction. On PostgreSQL people may go on working; a SQLite record must not be in use.

          --data FOLDER       the folder of the SQLite record
          --database TEXT     connection string of the application's role on PostgreSQL
          --provider CODE     the provider's code (default: the record's own, on PostgreSQL RXX)
          --check             compare only; change nothing

        Ends with 0 when the lists were equal to the events, 1 when a list had to be mended (or, with --check, would have to be),
        or when an event cannot be read: it is named, and nothing is changed.
        """,
        ["--data", "--database", "--provider", "--check!"],
        Run);

    public static async Task<int> Run(Options options)
    {
        var provider = options.Provider;
        await using var database = (options["--data"], options["--database"]) switch
        {
            ({ } folder, null) when Directory.Exists(folder) => Database.Sqlite(folder, provider),
            ({ } folder, null) => throw new RecordSettingsException($"There is no folder {folder}."),
            (null, { } connection) => Database.Postgres(connection, provider),
            _ => throw new OptionException("Say where the record is: either --data FOLDER or --database \"Host=…\"."),
        };
        // Before anything is read: the tables of another build have other columns.
        await SchemaVersion.Check(database);
        var done = await new Rebuild(database).Run(
            swap: !options.Has("--check"), events => Console.Error.WriteLine($"{events:N0} events read"));
        if (done.Events == 0)
            throw new RecordSettingsException($"There is not one event of provider {provider} here. Say whose record it is with --provider.");
        foreach (var (list, rows) in done.Rows.OrderBy(r => r.Key, StringComparer.Ordinal))
            Console.WriteLine($"{list,-24} {rows,12:N0} rows {done.Differences[list],10:N0} different");
        foreach (var (list, wrong) in done.Differences.Where(d => d.Value > 0 && !done.Rows.ContainsKey(d.Key)))
            Console.WriteLine($"{list,-24} {0,12:N0} rows {wrong,10:N0} different");
        Console.WriteLine($"{done.Events:N0} events in {done.Took.TotalSeconds:N1} s, {done.Events / Math.Max(done.Took.TotalSeconds, 0.001):N0} a second");
        if (done.Misplaced > 0)
            Console.WriteLine($"{done.Misplaced:N0} events do not stand where their own bytes say: restore from a backup and report this.");
        return done.ListsWereEqual ? 0 : 1;
    }
}
