using Candour.CareRecord;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Store;
using Candour.Clinical;
using Candour.Simulation;

namespace Candour.Cli.Demo;

/// <summary>Fills a new, empty record with the simulated service's year.</summary>
internal static class Seeding
{
    private const int Days = 365;

    // What is meant for a moment takes a while to act out: a second answer, a supervisor's word.
    private static readonly TimeSpan ActedOut = TimeSpan.FromHours(1);

    /// <summary>What a seeding did.</summary>
    public sealed record Seeded(int People, long Events, TimeSpan Took, IReadOnlyDictionary<string, int> Refused);

    /// <param name="now">The year ends here: nothing that happened is later, what is booked may be.</param>
    public static async Task<Seeded> Run(Database database, ulong seed, Moment now, int referrals, Action<string> say)
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var lastDay = London.DayOf(now);
        var year = new HonestYear(seed, lastDay, referrals, Days, now.Minus(ActedOut));
        var scenario = year.Make();
        var clock = new DemoClock();
        var randomness = new DemoRandomness(seed);
        await using var record = await TheRecord.Open(database, clock, randomness);
        var performance = new Performance(record, clock, randomness, scenario);
        await using (record.WriteInBulk())
        {
            await performance.Open(database.Provider, lastDay.AddDays(1 - Days), lastDay, year.ClosedDays);
            await performance.All((done, all) => say($"  {done * 100 / all} % of {scenario.People.Count} people's year"));
            await performance.TryHelpNumbers();
        }

        var accounts = new Accounts(record, randomness);
        await new ReadyAccounts(record, accounts, new(record, accounts, new(record), randomness), randomness).Add(
            [.. scenario.Staff.Select((m, i) => (performance.StaffIds[i], m.Email, m.Name, m.Roles))]);
        return new(scenario.People.Count, await Events(database), System.Diagnostics.Stopwatch.GetElapsedTime(started), performance.Refused);
    }

    private static async Task<long> Events(Database database)
    {
        await using var connection = await database.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from leaf";
        return Convert.ToInt64(await command.ExecuteScalarAsync());
    }
}
