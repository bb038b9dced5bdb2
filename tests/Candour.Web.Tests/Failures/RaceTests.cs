using System.Text.RegularExpressions;
using Candour.CareRecord.Safeguards;
using Candour.Testing;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Questionnaires;

namespace Candour.Web.Tests.Failures;

public sealed class RaceTests
{
    private const int TabsAtOnce = 4;

    [Theory]
    [InlineData(Kept.InSqlite, 1000)]
    [InlineData(Kept.InPostgres, 200)]
    [Trait("Hazard", "H16")]
    public async Task A_page_read_right_after_a_save_always_shows_it(Kept kept, int races)
    {
        await using var database = kept == Kept.InPostgres ? await FreshDatabase.Create() : null;
        await using var a = await ASession.Open(on: database is null ? null : await OnPostgres.Of(database));
        await ASession.Start(await a.Amy());
        var stale = await Task.WhenAll(Enumerable.Range(1, TabsAtOnce).Select(question => Race(a, question, races / TabsAtOnce)));
        stale.SelectMany(s => s).ShouldBeEmpty();
        (await a.Answers()).Given.Count.ShouldBe(races);
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task Fifty_equal_posts_at_once_are_one_answer_and_fifty_equal_worries_one_task(Kept kept)
    {
        await using var database = kept == Kept.InPostgres ? await FreshDatabase.Create() : null;
        await using var a = await ASession.Open(on: database is null ? null : await OnPostgres.Of(database));
        var (amy, jo) = (await a.Amy(), await a.Jo());
        await ASession.Start(amy);
        var question = $"/q/{ASession.Form}/1";
        var worry = $"/worry/{ASession.Person}";
        var (asked, form) = (await amy.Get(question), await jo.Get(worry));
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => amy.Fill(asked, question, ("Answer", "2"))));
        answers.Select(p => (p.Status, p.Location)).Distinct().ShouldBe([(302, $"/q/{ASession.Form}/2")]);
        var worries = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => jo.Fill(form, worry, ("Said", "Told me on the stairs."), ("Source", "FrontDesk"), ("Now", "no"))));
        worries.Select(p => (p.Status, p.Location)).Distinct().ShouldBe([(303, $"{worry}?done=true")]);
        (await a.Answers()).Given.Count.ShouldBe(1);
        (await a.OfPerson()).All<RiskDisclosed>().Count().ShouldBe(1);
    }

    private static async Task<List<string>> Race(ASession a, int question, int times)
    {
        var amy = await a.Amy();
        var address = $"/q/{ASession.Form}/{question}";
        var stale = new List<string>();
        var page = await amy.Get(address);
        for (var i = 0; i < times; i++)
        {
            var value = $"{i % 4}";
            (await amy.Fill(page, address, ("Answer", value))).Status.ShouldBe(302);
            page = await amy.Get(address);
            if (Chosen(page) != value)
                stale.Add($"question {question}, save {i}: saved {value}, shown {Chosen(page)}");
        }

        return stale;
    }

    private static string Chosen(Answered page) =>
        Regex.Match(page.Body, "<input[^>]*value=\"(?<v>[0-9])\"[^>]* checked", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["v"].Value;
}
