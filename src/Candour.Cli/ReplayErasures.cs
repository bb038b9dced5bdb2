using Candour.CareRecord;
using Candour.CareRecord.Store;

namespace Candour.Cli;

/// <summary><c>candour erasures</c>: what was erased stays erased, after a restore and after an interruption.</summary>
internal static class ReplayErasures
{
    public static Command Command { get; } = new(
        "erasures", "erase again what a restored copy brought back",
        """
        candour erasures --data FOLDER --list FILE
        candour erasures --database "Host=…" --owner "Host=…" --list FILE

        Goes through the list of what was erased, which is kept apart from the record and its copies. What a restored copy has
        brought back is erased again, by an event that names who had asked and when. An erasure that was interrupted after it was
        stored is finished. Run it after every restore before anybody works; it may be repeated.

          --data FOLDER       the folder of the SQLite record; stop the site first
          --database TEXT     connection string of the application's role on PostgreSQL
          --owner TEXT        the owner's on PostgreSQL: only an owner can take the traces out of the files of the tables
          --provider CODE     the provider's code (default: the record's own, on PostgreSQL RXX)
          --list FILE         the erasure list

        Ends with 0 when nothing on the list stands in the record, 1 when a person has to look: an erasure was begun, and this
        record does not hold it.
        """,
        ["--data", "--database", "--owner", "--provider", "--list"],
        Run);

    public static async Task<int> Run(Options options)
    {
        var list = options["--list"] ?? throw new OptionException("Say which list: --list FILE.");
        if (!File.Exists(list))
            throw new RecordSettingsException($"There is no list {list}. Where nothing was ever erased there is none.");
        var database = (options["--data"], options["--database"], options["--owner"]) switch
        {
            ({ } folder, null, null) when Directory.Exists(folder) => Database.Sqlite(folder, options.Provider),
            ({ } folder, null, null) => throw new RecordSettingsException($"There is no folder {folder}."),
            (null, { } connection, { }) => Database.Postgres(connection, options.Provider),
            _ => throw new OptionException("Say where the record is: either --data FOLDER, or --database \"Host=…\" with --owner \"Host=…\"."),
        };
        if (!database.IsPostgres)
            await Preparing.Sqlite(database);
        await using var record = await TheRecord.Open(database, TimeProvider.System, Randomness.System);
        var done = await new Eraser(record, list, options["--owner"]).Replay();
        Console.WriteLine($"{done.ErasedAgain:N0} erased again, {done.Finished:N0} finished that had been interrupted.");
        if (done.Undecided > 0)
        {
            Console.WriteLine(
                $"{done.Undecided:N0} begun that this record does not hold: they stand in {list} with \"begun\" and no other line. Two people look whether "
                + "each is to be erased.");
        }

        return done.Undecided == 0 ? 0 : 1;
    }
}
