using System.Globalization;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Store;
using Candour.Clinical;
using Candour.Simulation;
using Candour.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Candour.Cli.Demo;

/// <summary><c>candour demo</c>: a simulated service to look at and click through.</summary>
internal static class DemoCommand
{
    private const string Provider = "RDM";

    public static Command Command { get; } = new(
        "demo", "make a simulated service and serve it",
        """
        candour demo [options]

        Makes a year of a simulated service the first time (every person is invented, nothing can be sent to anybody), then
        serves it and says where and with which accounts to look at it.

          --data FOLDER       where it is kept (default .demo)
          --urls URLS         addresses to listen on (default http://127.0.0.1:5081)
          --people NUMBER     how many referrals the year has (default 400)
          --seed NUMBER       another number, another year (default 1)
          --only-seed         make it and stop

        It stops with Ctrl-C. Delete the folder to begin again.
        """,
        ["--data", "--urls", "--people", "--seed", "--only-seed!"],
        Run);

    public static async Task<int> Run(Options options)
    {
        var folder = Path.GetFullPath(options["--data"] ?? ".demo");
        var urls = options["--urls"] ?? "http://127.0.0.1:5081";
        if (!File.Exists(Path.Combine(folder, "candour.db")))
            await Seed(folder, ulong.Parse(options["--seed"] ?? "1", CultureInfo.InvariantCulture), int.Parse(options["--people"] ?? "400", CultureInfo.InvariantCulture));
        PrivateFolder.Close(folder);
        if (options.Has("--only-seed"))
            return 0;
        await using var site = await Open(new() { Data = folder, Urls = urls, Provider = Provider, Quiet = true });
        await site.StartAsync();
        Say(urls.Split(';')[0], Path.Combine(folder, "messages"));
        await site.WaitForShutdownAsync();
        return 0;
    }

    private static async Task<WebApplication> Open(SiteOptions options)
    {
        try
        {
            return await Site.Build(options);
        }
        catch (EarlierRecordException)
        {
            throw new RecordSettingsException(
                $"The demonstration in {options.Data} was made by an earlier Candour, and this one cannot open it. "
                + "Start ./dev demo --fresh: it throws the old one away and makes a new one. (Not in .demo? Delete the folder yourself.)");
        }
    }

    /// <summary>Made beside and put in place whole: a seeding that was stopped leaves nothing half made.</summary>
    private static async Task Seed(string folder, ulong seed, int people)
    {
        var beside = folder + ".new";
        if (Directory.Exists(beside))
            Directory.Delete(beside, recursive: true);
        Console.WriteLine($"Making a year of a simulated service with {people} referrals…");
        var database = Database.Sqlite(beside, Provider);
        await Preparing.Sqlite(database);
        var seeded = await Seeding.Run(database, seed, Moment.Now(TimeProvider.System), people, Console.WriteLine);
        Console.WriteLine($"  {seeded.Events:N0} events of {seeded.People} people in {seeded.Took.TotalSeconds:N0} s");
        foreach (var (reason, times) in seeded.Refused.OrderByDescending(r => r.Value))
            Console.WriteLine($"  the rules said no {times} times: {reason}");
        File.Delete(Path.Combine(beside, "candour.lock"));
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.Move(beside, folder);
    }

    private static void Say(string url, string messages)
    {
        Console.WriteLine(
            $"""

             Candour is at {url}
             Every person in it is invented, and nothing can be sent to anybody.

             Accounts (password: {ReadyAccounts.Password}; the sign-in page shows the code):
             """);
        foreach (var member in HonestYear.Staff.DistinctBy(m => m.Role))
            Console.WriteLine($"  {member.Email,-28} {string.Join(", ", member.Roles).Replace('_', ' ')}");
        Console.WriteLine(
            $"""

             Messages (codes, private links) are files in {messages}
             Codes come at once, everything else between 8am and 8pm.

             Three things to try:
               1. Refer yourself:            {url}/refer
               2. Sign in as Jo Demo and open somebody in Today: {url}/sign-in
               3. Sign in as Alex Demo and see who is waiting, and since when: {url}/waiting

             Ctrl-C stops it.
             """);
    }
}
