using System.Globalization;
using Candour.CareRecord;
using Candour.CareRecord.Store;
using Candour.Cli.Demo;
using Candour.Clinical;
using Candour.Load;
using Candour.Testing;

if (args.Length < 5 || args.Length > 6)
{
    Console.Error.WriteLine(
        """
        Candour.Load FOLDER PEOPLE COPIES ROWS FORMS [postgres]

        Makes a simulated year of so many referrals, so many more like it of other people, and the list rows
        alone of so many more, on SQLite in FOLDER/data or in a new database of the server that
        CANDOUR_TEST_POSTGRES names, and puts so many more questionnaires before invented people. Writes into FOLDER
          serve       the arguments with which 'candour serve' opens it
          pages.txt   a line for each pathway: the session of its clinician, the address
          lists.txt   a line for each list page: a session of somebody who works with it, the address
          forms.txt   a line for each questionnaire: its id, the session its link opened
        """);
    return 2;
}

var (folder, people, copies, rows, forms) = (Path.GetFullPath(args[0]), Number(args[1]), Number(args[2]), Number(args[3]), Number(args[4]));
var postgres = args.ElementAtOrDefault(5) == "postgres" ? await FreshDatabase.Create() : null;
var data = Path.Combine(folder, "data");
if (postgres is not null)
    await Preparing.Postgres(postgres.Owner, postgres.ApplicationRole);
// Each of these opens the record and closes it again.
var seeding = Open();
if (postgres is null)
    await Preparing.Sqlite(seeding);
var seeded = await Seeding.Run(seeding, 1, Moment.Now(TimeProvider.System), people, _ => { });
Console.WriteLine($"seeded {seeded.Events} events of {seeded.People} people in {seeded.Took.TotalSeconds:N1} s");
var begun = System.Diagnostics.Stopwatch.GetTimestamp();
if (copies > 0)
{
    await new Copies(Open()).Write(1, copies, null, done =>
        Console.Error.Write($"\r{done} of {copies} copies, {seeded.Events * done / System.Diagnostics.Stopwatch.GetElapsedTime(begun).TotalSeconds:N0} events a second "));
}

if (rows > 0)
{
    IReadOnlySet<string> reached;
    await using (var lists = Open())
    {
        reached = await OpenPages.BeingReached(lists);
        await RowCopies.Write(lists, copies + 1, copies + rows);
    }

    // The page of those being reached reads their streams too.
    await new Copies(Open()).Write(copies + 1, copies + rows, reached, _ => { });
}

await using (var record = await TheRecord.Open(Open(), TimeProvider.System, new SeededRandomness(29)))
{
    File.WriteAllLines(Path.Combine(folder, "serve"), postgres is null ? ["--data", data, "--provider", "RDM"] : ["--database", postgres.Application, "--provider", "RDM"]);
    File.WriteAllLines(Path.Combine(folder, "pages.txt"), await OpenPages.Pathways(record));
    File.WriteAllLines(Path.Combine(folder, "lists.txt"), await OpenPages.Lists(record));
    File.WriteAllLines(Path.Combine(folder, "forms.txt"), await OpenForms.Prepare(record, forms));
}

return 0;

Database Open() => postgres is null ? Database.Sqlite(data, "RDM") : Database.Postgres(postgres.Application, "RDM");

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
