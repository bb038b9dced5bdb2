using System.Globalization;
using Candour.CareRecord;
using Candour.CareRecord.Store;
using Candour.Cli.Demo;
using Candour.Clinical;
using Candour.Load;
using Candour.Testing;

if (args.Length < 3 || args.Length > 4)
{
    Console.Error.WriteLine(
        """
        Candour.Load FOLDER PEOPLE FORMS [postgres]

        Makes a simulated year of so many referrals, on SQLite in FOLDER/data or in a new database of the server that
        CANDOUR_TEST_POSTGRES names, and puts so many more questionnaires before invented people. Writes into FOLDER
          serve       the arguments with which 'candour serve' opens it
          pages.txt   a line for each pathway: the session of its clinician, the address
          lists.txt   a line for each list page: a session of somebody who works with it, the address
          forms.txt   a line for each questionnaire: its id, the session its link opened
        """);
    return 2;
}

var (folder, people, forms) = (Path.GetFullPath(args[0]), Number(args[1]), Number(args[2]));
var postgres = args.ElementAtOrDefault(3) == "postgres" ? await FreshDatabase.Create() : null;
var data = Path.Combine(folder, "data");
if (postgres is not null)
    await Preparing.Postgres(postgres.Owner, postgres.ApplicationRole);
await using (var database = Open())
{
    if (postgres is null)
        await Preparing.Sqlite(database);
    var seeded = await Seeding.Run(database, 1, London.Today(TimeProvider.System), people, _ => { });
    Console.WriteLine($"seeded {seeded.Events} events of {seeded.People} people in {seeded.Took.TotalSeconds:N1} s");
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
