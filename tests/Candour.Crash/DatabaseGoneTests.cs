using Candour.CareRecord;
using Candour.CareRecord.Questionnaires;
using Candour.Testing;

namespace Candour.Crash;

/// <summary>
/// PostgreSQL is stopped while people answer, and comes back. Every page says so at once and shows help,
/// nothing is kept in memory to be written later, and nothing acknowledged is lost or doubled.
/// </summary>
[Collection("one at a time")]
public sealed class DatabaseGoneTests(ITestOutputHelper output)
{
    private const int People = 6;

    [Fact]
    public async Task While_the_database_is_gone_pages_say_so_and_after_it_returns_everything_acknowledged_is_there()
    {
        using var postgres = new FailingPostgres();
        await using var store = await Store.New(Kept.InPostgres, postgres.Superuser);
        var forms = await Form.Prepare(store, People, new SeededRandomness(41));
        Outage outage;
        await using (var server = await Server.Start(store))
        {
            outage = new Outage(server.Address);
            using var stop = new CancellationTokenSource();
            var people = forms.Select(form => Task.Run(() => outage.Answers(form, stop.Token))).ToList();
            await Outage.Until(() => outage.Acknowledged.Count > 100, people);

            var gone = outage.Now;
            postgres.Halt();
            var known = gone + TimeSpan.FromSeconds(0.2);
            await Outage.Until(() => outage.Now > known + TimeSpan.FromSeconds(3), people);
            await TheRestIsThere(server.Address);
            var back = outage.Now;
            postgres.Resume();
            var resumed = outage.Now;
            var count = outage.Acknowledged.Count;
            await Outage.Until(() => outage.Acknowledged.Count > count + 50, people);
            var returned = outage.Now - resumed;
            await stop.CancelAsync();
            await Task.WhenAll(people);

            returned.ShouldBeLessThan(TimeSpan.FromSeconds(10));
            var meanwhile = outage.Between(known, back);
            meanwhile.ShouldNotBeEmpty();
            meanwhile.ShouldAllBe(m => m.Status == 503 && m.Body.Contains("116 123") && m.Body.Contains("999"));
            var slow = meanwhile.Where(m => m.Took > TimeSpan.FromSeconds(1)).ToList();
            slow.Count.ShouldBeLessThanOrEqualTo(meanwhile.Count / 20, $"{slow.Count} of {meanwhile.Count}, the slowest {meanwhile.Max(m => m.Took)}");
            output.WriteLine(
                $"{meanwhile.Count} answers meanwhile, median {Median(meanwhile.Select(m => m.Took)).TotalMilliseconds:0} ms, "
                + $"slowest {meanwhile.Max(m => m.Took).TotalMilliseconds:0} ms; back after {returned.TotalSeconds:0.0} s; {outage.Acknowledged.Count} acknowledged.");
        }

        await using var record = await store.Open();
        foreach (var form in forms)
        {
            var given = (await record.Read(Streams.Questionnaire(form.Id))).All<AnswerGiven>().CountBy(a => a.Item).ToDictionary();
            foreach (var (question, times) in outage.Acknowledged.Where(a => a.Form == form).CountBy(a => a.Question))
                given[question].ShouldBe(times, $"{form.Id}, question {question}");
        }
    }

    private static async Task TheRestIsThere(Uri server)
    {
        using var http = new HttpClient { BaseAddress = server, Timeout = TimeSpan.FromSeconds(5) };
        (await http.GetStringAsync("/help-now")).ShouldContain("Call 111, choose option 2");
        (await http.GetStringAsync("/css/candour.css")).ShouldNotBeEmpty();
        (await http.GetStringAsync("/healthz")).ShouldBe("alive");
        using var slow = new HttpClient { BaseAddress = server, Timeout = TimeSpan.FromSeconds(30) };
        ((int)(await slow.GetAsync("/readyz")).StatusCode).ShouldBe(503);
    }

    private static TimeSpan Median(IEnumerable<TimeSpan> times) => times.Order().ToList() is var all ? all[all.Count / 2] : default;
}
