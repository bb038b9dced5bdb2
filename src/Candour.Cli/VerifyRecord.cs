using Candour.CareRecord.Store;

namespace Candour.Cli;

/// <summary><c>candour verify</c>: every event against what was sealed when it was stored.</summary>
internal static class VerifyRecord
{
    public static Command Command { get; } = new(
        "verify", "look for damage: every event against what was sealed",
        """
        candour verify --data FOLDER
        candour verify --database "Host=…" --provider CODE

        Computes every commitment again from the stored bytes and every leaf from its commitments, and holds every event
        against its place. Names the first bad position. Changes nothing; people may go on working. Run it every night.
        Whether the lists follow from the events is asked with: candour rebuild --check

          --data FOLDER       the folder of the SQLite record
          --database TEXT     connection string of the application's role on PostgreSQL
          --provider CODE     the provider's code (default: the record's own, on PostgreSQL RXX)

        Ends with 0 when nothing is damaged, 1 when something is. Then: stop writing, keep the disk as it is, restore the newest
        backup that passes "candour backup --check" on another machine, and compare.
        """,
        ["--data", "--database", "--provider"],
        Run);

    public static async Task<int> Run(Options options)
    {
        var (folder, database) = (options["--data"], options["--database"]);
        if (folder is null == database is null)
            throw new OptionException("Say where the record is: either --data FOLDER or --database \"Host=…\".");
        var found = await Verify.Run(folder, database, options.Provider, progress: events => Console.Error.WriteLine($"{events:N0} events read"));
        if (found.Count == 0)
        {
            Console.WriteLine("Every event is what was sealed.");
            return 0;
        }

        Console.WriteLine($"First bad position: {(found[0].Position is { } first ? $"{first}" : "none given yet")}.");
        foreach (var damage in found)
            Console.WriteLine($"position {damage.Position?.ToString() ?? "-",8}  {damage.Stream} event {damage.Sequence}: {damage.Words}");
        return 1;
    }
}
