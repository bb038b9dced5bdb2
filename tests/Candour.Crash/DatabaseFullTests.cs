using Candour.CareRecord;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Store;
using Candour.Testing;

namespace Candour.Crash;

/// <summary>
/// The disk of PostgreSQL fills up while people answer. They are told that nothing was saved and keep what they sent; when
/// there is room again everything acknowledged is there once, and so is what they send then.
/// </summary>
[Collection("one at a time")]
public sealed class DatabaseFullTests(ITestOutputHelper output)
{
    private const int People = 4;

    [Fact]
    public async Task While_the_disk_of_the_database_is_full_nothing_is_acknowledged_and_nothing_is_lost()
    {
        using var disk = new SmallDisk(256);
        using var postgres = new FailingPostgres(disk);
        await using var store = await Store.New(Kept.InPostgres, postgres.Superuser);
        var forms = await Form.Prepare(store, People, new SeededRandomness(43));
        Outage outage;
        await using (var server = await Server.Start(store))
        {
            outage = new Outage(server.Address);
            using var stop = new CancellationTokenSource();
            var people = forms.Select(form => Task.Run(() => outage.Answers(form, stop.Token))).ToList();
            await Outage.Until(() => outage.Acknowledged.Count > 50, people);

            disk.Fill(leave: 0);
            var filled = outage.Now;
            await Outage.Until(() => Refused(outage, filled).Count > 20, people);
            var count = outage.Acknowledged.Count;
            var none = outage.Now;
            await Outage.Until(() => Refused(outage, none).Count > 20, people);

            disk.Empty();
            var stopped = postgres.ResumeIfItStopped();
            var emptied = outage.Now;
            await Outage.Until(() => outage.Acknowledged.Count > count + 50, people);
            output.WriteLine(
                $"{Refused(outage, filled).Count} refused; the server {(stopped ? "stopped by itself" : "ran on")}; back after {(outage.Now - emptied).TotalSeconds:0.0} s.");
            await stop.CancelAsync();
            await Task.WhenAll(people);
            Refused(outage, filled).ShouldAllBe(m => m.Body.Contains("116 123") && m.Body.Contains("999"));
            outage.Between(filled, outage.Now).ShouldAllBe(m => m.Status == 200 || m.Status == 302 || m.Status == 303 || m.Status == 503);
        }

        await using var record = await store.Open();
        foreach (var form in forms)
        {
            var given = (await record.Read(Streams.Questionnaire(form.Id))).All<AnswerGiven>().CountBy(a => a.Item).ToDictionary();
            foreach (var (question, times) in outage.Acknowledged.Where(a => a.Form == form).CountBy(a => a.Question))
                given[question].ShouldBe(times, $"{form.Id}, question {question}");
        }

        (await new Rebuild(record.Database).Run(swap: false)).ListsWereEqual.ShouldBeTrue();
    }

    private static List<(TimeSpan At, TimeSpan Took, int Status, string Body)> Refused(Outage outage, TimeSpan since) =>
        [.. outage.Between(since, outage.Now).Where(m => m.Status == 503)];
}
