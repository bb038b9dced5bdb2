using Candour.CareRecord;
using Candour.CareRecord.Questionnaires;
using Candour.Testing;

namespace Candour.Crash;

/// <summary>
/// PostgreSQL takes connections and answers nothing, as when its machine hangs. The first pages wait for it as long as any page
/// may; then all are refused at once, and when it answers again they come back with everything acknowledged.
/// </summary>
[Collection("one at a time")]
public sealed class DatabaseHangsTests(ITestOutputHelper output)
{
    private const int People = 6;

    [Fact]
    public async Task While_the_database_hangs_pages_say_so_soon_and_after_it_answers_everything_acknowledged_is_there()
    {
        using var postgres = new FailingPostgres();
        await using var store = await Store.New(Kept.InPostgres, postgres.Superuser);
        var forms = await Form.Prepare(store, People, new SeededRandomness(47));
        Outage outage;
        await using (var server = await Server.Start(store))
        {
            outage = new Outage(server.Address);
            using var stop = new CancellationTokenSource();
            var people = forms.Select(form => Task.Run(() => outage.Answers(form, stop.Token))).ToList();
            await Outage.Until(() => outage.Acknowledged.Count > 100, people);

            var hung = outage.Now;
            postgres.Freeze();
            await Outage.Until(() => Refused(hung).Count > 100, people);
            var thawed = outage.Now;
            postgres.Thaw();
            var count = outage.Acknowledged.Count;
            await Outage.Until(() => outage.Acknowledged.Count > count + 50, people);
            var back = outage.Now - thawed;
            await stop.CancelAsync();
            await Task.WhenAll(people);

            var first = Refused(hung)[..People];
            var later = Refused(hung).Where(m => m.At > first[^1].At + first[^1].Took).ToList();
            output.WriteLine(
                $"{Refused(hung).Count} refused, the first after {string.Join(", ", first.Select(m => $"{m.Took.TotalSeconds:0.0}"))} s, "
                + $"later ones at most {later.Max(m => m.Took).TotalSeconds:0.0} s; back after {back.TotalSeconds:0.0} s; {outage.Acknowledged.Count} acknowledged.");
            // Five for the question, and for a write twice three more: the driver tries to cancel it, with encryption and without.
            first.Select(m => m.Took).ShouldAllBe(took => took < TimeSpan.FromSeconds(13));
            // Twelve late ones and everything is shed at once; each person may have one more on its way by then.
            (first.Count + later.Count(m => m.Took > TimeSpan.FromSeconds(1))).ShouldBeLessThanOrEqualTo(12 + People);
            Refused(hung).ShouldAllBe(m => m.Body.Contains("116 123") && m.Body.Contains("999"));
            back.ShouldBeLessThan(TimeSpan.FromSeconds(10));

            List<(TimeSpan At, TimeSpan Took, int Status, string Body)> Refused(TimeSpan since) =>
                [.. outage.Between(since - TimeSpan.FromSeconds(1), outage.Now).Where(m => m.Status == 503).OrderBy(m => m.At + m.Took)];
        }

        await using var record = await store.Open();
        foreach (var form in forms)
        {
            var given = (await record.Read(Streams.Questionnaire(form.Id))).All<AnswerGiven>().CountBy(a => a.Item).ToDictionary();
            foreach (var (question, times) in outage.Acknowledged.Where(a => a.Form == form).CountBy(a => a.Question))
                given[question].ShouldBe(times, $"{form.Id}, question {question}");
        }
    }
}
