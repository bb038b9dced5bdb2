using Candour.CareRecord;
using Candour.CareRecord.Links;
using Candour.CareRecord.Links.Store;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.Testing;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Questionnaires;

namespace Candour.Web.Tests.Me;

/// <summary>Answers that staff wrote down wait on the person's page until they are said to be right, or not.</summary>
public sealed class ToCheckTests
{
    private const string Check = $"/me/not-what-i-said/{ASession.Form}";

    [Theory]
    [InlineData("Yes")]
    [InlineData("No")]
    public async Task The_to_do_leads_to_the_set_that_staff_wrote_down_and_is_gone_when_it_is_answered(string answer)
    {
        await using var a = await WrittenDown();
        var amy = await a.Site.Patient(ASession.Person);
        var page = await amy.Get("/me");
        page.Body.ShouldContain("Check answers Jo wrote down for you on 5 October");
        page.Body.ShouldContain($"href=\"{Check}\"");
        page.Body.ShouldNotContain("href=\"/me/not-what-i-said\"");

        var copy = await amy.Get(Check);
        copy.Status.ShouldBe(200);
        (await amy.Fill(copy with { Body = copy.Body[copy.Body.IndexOf($"handler={answer}", StringComparison.Ordinal)..].Insert(0, $"<form method=\"post\" action=\"{Check}?handler={answer}\" ") }, Check))
            .Status.ShouldBe(302);
        (await a.Answers()).Agreed.HasValue.ShouldBe(answer == "Yes");
        (await amy.Get("/me")).Body.ShouldContain("Nothing to do.");
    }

    [Fact]
    public async Task The_scores_say_who_wrote_them_down_and_lead_to_where_they_are_checked()
    {
        await using var a = await WrittenDown();
        var amy = await a.Site.Patient(ASession.Person);
        var page = (await amy.Get("/me/scores")).Body;
        page.ShouldContain("Jo wrote these down for you on 5 October.");
        page.ShouldContain($"<a href=\"{Check}\">Check them");
    }

    [Fact]
    [Trait("Hazard", "H15")]
    public async Task No_link_opens_a_form_any_more_that_staff_have_sent()
    {
        await using var a = await WrittenDown(async a =>
        {
            var link = NewLink.ForMessage(new SeededRandomness(5));
            await a.Site.Record.Write(new("link", By.Worker), [], (_, now) => Link.Issue(link, new(LinkPurpose.AnswerQuestions, ASession.Form), ASession.Person, now));
            (await FindLinks.Open(a.Site.Record, LinkPurpose.AnswerQuestions, ASession.Form)).ShouldHaveSingleItem();
        });
        (await FindLinks.Open(a.Site.Record, LinkPurpose.AnswerQuestions, ASession.Form)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Hazard", "H19")]
    public async Task What_staff_sent_last_of_a_page_counts_also_when_they_sent_the_same_before()
    {
        await using var a = await ASession.Open();
        await Received(a);
        var jo = await a.Jo();
        (await jo.Fill(Enter, ("Reason", "ReadAloudByPhone"), ("Sign", "CallOrVideo"))).Location.ShouldBe($"{Enter}/1");
        var page = await jo.Get($"{Enter}/1");
        foreach (var answer in (string[])["3", "1", "3"])
            await jo.Fill(page, $"{Enter}/1", ("Answer", answer));
        (await a.Answers()).Given[^1].Event.Value.ShouldBe(3);
    }

    private const string Enter = $"/pathways/{ASession.Referral}/questionnaires/{ASession.Form}/enter";

    private static Task<Outcome> Received(ASession a)
    {
        var referral = Streams.Referral(ASession.Referral);
        return a.Site.Record.Write(new("received", By.Worker), [referral], (_, _) => Decision.Accept(referral, new ReferralReceived
        {
            Person = ASession.Person, ReceivedOn = new(2026, 9, 1), Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me,
        }));
    }

    internal static async Task<ASession> WrittenDown(Func<ASession, Task>? before = null)
    {
        var a = await ASession.Open();
        await Received(a);
        await (before?.Invoke(a) ?? Task.CompletedTask);
        var jo = await a.Jo();
        (await jo.Fill(Enter, ("Reason", "ReadAloudByPhone"), ("Sign", "CallOrVideo"))).Location.ShouldBe($"{Enter}/1");
        for (var number = 1; number <= 16; number++)
            await jo.Fill($"{Enter}/{number}", ("Answer", number == 9 ? "0" : "1"));
        await jo.Fill($"{Enter}/check");
        (await a.Answers()).IsSent.ShouldBeTrue();
        return a;
    }
}
