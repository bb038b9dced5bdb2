using Candour.CareRecord;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.OptIn.Store;
using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Candour.Web.Pages.OptIn;
using Candour.Web.Tests.Hosting;

namespace Candour.Web.Tests.Pages.Referrals;

/// <summary>Lists that do not fit on one page: nobody may fall off the end of the first.</summary>
public sealed class LongListsTests
{
    [Fact]
    public async Task The_fifty_first_person_of_the_inbox_is_on_its_second_page()
    {
        await using var site = await ASite.Open(seed: record => People(record, 51, accepted: false));
        var desk = await site.Staff(Roles.Administrator);
        var first = (await desk.Get("/inbox")).Body;
        first.ShouldContain("51 new.");
        first.ShouldContain("Wei Sample 50<");
        first.ShouldNotContain("Wei Sample 51<");
        var second = (await desk.Get(Next(first))).Body;
        second.ShouldContain("Wei Sample 51<");
        second.ShouldNotContain("Wei Sample 50<");
        (await desk.Get("/inbox?p=2000000000")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_fifty_first_person_to_reach_is_on_the_second_page_and_is_counted_on_the_first()
    {
        await using var site = await ASite.Open(seed: record => People(record, 51, accepted: true));
        var desk = await site.Staff(Roles.Administrator);
        var first = (await desk.Get("/reach")).Body;
        first.ShouldContain("51 people. 50 need something today, of those on this page.");
        first.ShouldNotContain("Wei Sample 51<");
        var second = (await desk.Get(Next(first))).Body;
        second.ShouldContain("Wei Sample 51<");
        second.ShouldContain("51 people. 1 needs something today, of those on this page.");
    }

    [Theory]
    [InlineData("/inbox", false, "Person", "Came")]
    [InlineData("/reach", true, "Person", "Waited")]
    public async Task A_press_on_a_columns_head_sorts_the_whole_list_on_the_server_and_the_address_keeps_it(string address, bool accepted, string column, string other)
    {
        await using var site = await ASite.Open(seed: record => People(record, 51, accepted));
        var desk = await site.Staff(Roles.Administrator);
        var asFirst = (await desk.Get(address)).Body;
        Head(asFirst, other).Sorted.ShouldNotBeNull();
        Head(asFirst, column).Sorted.ShouldBeNull();

        var sorted = (await desk.Get(Head(asFirst, column).To)).Body;
        Head(sorted, column).Sorted.ShouldBe("ascending");
        Head(sorted, other).Sorted.ShouldBeNull();
        Names(sorted).ShouldBe([.. Enumerable.Range(1, 51).Select(i => $"Wei Sample {i}").Order(StringComparer.Ordinal).Take(50)]);
        Names((await desk.Get(Next(sorted))).Body).ShouldBe(["Wei Sample 9"]);

        var turned = (await desk.Get(Head(sorted, column).To)).Body;
        Head(turned, column).Sorted.ShouldBe("descending");
        Names(turned)[0].ShouldBe("Wei Sample 9");
        (await desk.Get($"{address}?sort=Nonsense&down=perhaps")).Status.ShouldBe(200);
    }

    [Fact]
    [Trait("Hazard", "H11")]
    public async Task Risk_stays_first_however_the_inbox_is_sorted()
    {
        await using var site = await ASite.Open(seed: record => People(record, 3, accepted: false));
        await FrontDeskTests.Register(site.Record, "0000000000000H1A", "0000000000000H1R", SafeNow.NotSure, confirmed: false);
        var desk = await site.Staff(Roles.Administrator);
        foreach (var order in (string[])["sort=Person&down=true", "sort=Person&down=false", "sort=Came&down=true", "sort=From&down=true"])
            Names((await desk.Get($"/inbox?{order}")).Body)[0].ShouldBe("Gil Invented", order);
    }

    private static (string? Sorted, string To) Head(string page, string column)
    {
        var cell = System.Text.RegularExpressions.Regex.Match(page, $"<th (?<attributes>[^>]*)><a class=\"nhsuk-link\" href=\"(?<to>[^\"]*)\">{column}<").Groups;
        var sort = System.Text.RegularExpressions.Regex.Match(cell["attributes"].Value, "aria-sort=\"(?<how>[a-z]+)\"");
        return (sort.Success ? sort.Groups["how"].Value : null, System.Net.WebUtility.HtmlDecode(cell["to"].Value));
    }

    private static IReadOnlyList<string> Names(string page) =>
        [.. System.Text.RegularExpressions.Regex.Matches(page, "<a class=\"nhsuk-link\" href=\"/(inbox|reach)/[0-9A-Z]{16}\"><bdi>(?<name>[^<]*)</bdi>").Select(m => m.Groups["name"].Value)];

    private static string Next(string page) =>
        System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(page, "href=\"(?<to>[^\"]*[?&amp;]p=2)\"").Groups["to"].Value);

    private static string Id(string kind, int i) => $"WA1T{kind}{i:D11}";

    private static async Task People(TheRecord record, int many, bool accepted)
    {
        for (var i = 1; i <= many; i++)
        {
            var (person, referral) = (Streams.Person(Id("P", i)), Streams.Referral(Id("R", i)));
            var said = Decision
                .Accept(person, new PersonRegistered { FirstName = "Wei", LastName = $"Sample {i}", BirthDate = new(1990, 1, 1), FilledBy = FilledBy.Me })
                .And(referral, new ReferralReceived
                {
                    Person = person.Id, ReceivedOn = new DateOnly(2026, 7, 1).AddDays(i), Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me,
                });
            await record.Write(new($"came-{i}", By.Worker), [person, referral], (_, _) => accepted ? said.And(referral, new ReferralAccepted()) : said);
        }
    }
}
