using System.Globalization;
using Candour.CareRecord;
using Candour.Testing;

namespace Candour.Crash;

/// <summary>
/// The server is killed with SIGKILL while people answer questionnaires, again and again on one record. What a browser was
/// told is saved is there once; what was in flight is there once or not at all, and once after the browser tries again.
/// <c>CANDOUR_CRASHES</c> says how often; <c>CANDOUR_CRASH_SEED</c> where the dice begin.
/// </summary>
[Collection("one at a time")]
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int PeopleAtOnce = 8, FormsACrash = 24;

    private static int Crashes => Number("CANDOUR_CRASHES", 10);

    private static int Number(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : otherwise;

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task What_was_acknowledged_before_a_kill_is_in_the_record_exactly_once(Kept kept)
    {
        var randomness = new SeededRandomness(Number("CANDOUR_CRASH_SEED", 11));
        var ledger = new Ledger();
        var forms = new List<Form>();
        var (open, again) = (0, 0);
        await using var store = await Store.New(kept);
        for (var crash = 1; crash <= Crashes; crash++)
        {
            var now = await Form.Prepare(store, FormsACrash, randomness);
            forms.AddRange(now);
            await using (var server = await Server.Start(store))
            {
                again += await ledger.SendAgain(server.Address);
                await KillUnderLoad(server, now, ledger, randomness);
            }

            open += ledger.Unanswered.Count;
            await NothingIsWrong(store, now, ledger, $"after crash {crash}");
        }

        await using (var server = await Server.Start(store))
            again += await ledger.SendAgain(server.Address);
        await NothingIsWrong(store, forms, ledger, "after trying again");
        var (code, said) = await Server.CheckLists(store);
        code.ShouldBe(0, said);
        // A run in which no request was in flight at a kill would have shown nothing.
        open.ShouldBeGreaterThan(Crashes / 2);
        again.ShouldBe(open);
        output.WriteLine($"{kept}: {Crashes} kills, {ledger.Acknowledged.Count} posts acknowledged, {open} in flight at a kill and sent again.");
    }

    private static async Task KillUnderLoad(Server server, IReadOnlyList<Form> forms, Ledger ledger, SeededRandomness randomness)
    {
        var moment = ledger.After(20 + (randomness.Bytes(1)[0] / 2));
        var values = forms.ToDictionary(f => f.Id, _ => randomness.Bytes(Form.Questions));
        var waiting = new System.Collections.Concurrent.ConcurrentQueue<Form>(forms);
        var people = Enumerable.Range(0, PeopleAtOnce).Select(_ => Task.Run(async () =>
        {
            while (!moment.IsCompleted && waiting.TryDequeue(out var form))
            {
                using var browser = new Browser(form, server.Address, ledger, question => ValueOf(question, values[form.Id]));
                await browser.Fill();
            }
        })).ToList();
        var first = await Task.WhenAny(moment, Task.WhenAll(people));
        first.ShouldBe(moment, $"the people stopped before the moment of the kill: {first.Exception?.InnerException?.Message}\n{server.Errors}");
        // Anywhere in the life of a request, not only at its beginning.
        await Task.Delay(randomness.Bytes(1)[0] % 8, TestContext.Current.CancellationToken);
        await server.Kill();
        await Task.WhenAll(people);
        server.Errors.ShouldBeEmpty();
    }

    /// <summary>Item 9 is above 0 for one person in four, so that answers that write several streams at once are among them.</summary>
    private static int ValueOf(int question, byte[] dice) =>
        question == 9 ? dice[question - 1] % 4 == 0 ? 1 + (dice[0] % 3) : 0 : dice[question - 1] % 4;

    private static async Task NothingIsWrong(Store store, IReadOnlyList<Form> forms, Ledger ledger, string when)
    {
        await using (var record = await store.Open())
            (await Findings.Of(record, forms, ledger)).ShouldBeEmpty(when);
        var rebuilt = await store.Compare();
        rebuilt.ListsWereEqual.ShouldBeTrue($"{when}: {string.Join(", ", rebuilt.Differences.Where(d => d.Value > 0))}, {rebuilt.Misplaced} misplaced");
    }
}
