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
