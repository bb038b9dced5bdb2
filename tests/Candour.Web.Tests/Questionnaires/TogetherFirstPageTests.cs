using Candour.CareRecord;
using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Problem;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.Web.Tests.Hosting;

namespace Candour.Web.Tests.Questionnaires;

[Trait("Hazard", "H45")]
public sealed class TogetherFirstPageTests
{
    private const string Address = $"/pathways/{ASession.Referral}/questionnaires";

    [Fact]
    public async Task Pcl_5_is_opened_and_answered_in_the_room_the_first_time_and_nothing_sent_leads_to_it()
    {
        await using var a = await Trauma();
        var jo = await a.Jo();
        var page = await jo.Get(Address);
        page.Body.ShouldContain("To answer together first: PCL-5");
        (await Press(jo, page, "Together")).Status.ShouldBe(303);
        var set = (await a.OfReferral()).All<QuestionsIssued>().Single(q => q.Together).Questionnaire;
        page = await jo.Get(Address);
        page.Body.ShouldNotContain("To answer together first");
        page.Body.ShouldContain(", asked together");
        page.Body.Split("Send Amy the link again").Length.ShouldBe(2, "the questions of the session have a link, these have none");
        (await Press(jo, page, "Ask", set)).Body.ShouldContain("These questions are answered together first, so no link is sent.");

        var home = await a.Site.Patient(ASession.Person);
        (await home.Get("/me")).Body.ShouldNotContain($"/q/{set}");
        (await home.Fill($"/q/{set}", ("FilledInBy", "Person"))).Body.ShouldContain("no link or code opens them");

        (await Press(jo, page, "HandOver", set)).Location.ShouldBe($"/q/{set}");
        var start = (await jo.Get($"/q/{set}")).Body;
        start.ShouldContain("20 short questions.");
        start.ShouldContain("Answer for the last month.");
        start.ShouldNotContain("better off dead");
        await ASession.Start(jo, set);
        for (var number = 1; number <= 20; number++)
            await ASession.Answer(jo, number, 1, set);
        (await jo.Get($"/q/{set}/saved")).Body.ShouldNotContain("Show me a code");
        await jo.Fill($"/q/{set}/check");
        (await a.OfReferral()).All<ScoresRecorded>().ShouldHaveSingleItem().Totals.ShouldBe(["20"]);

        await using var lists = a.Site.Record.Lists();
        foreach (var row in lists.Set<OutboxRow>().ToList())
            (await a.Site.Record.Read(Streams.Message(row.Message))).First<MessageQueued>()!.LinkTarget.ShouldNotBe(set);
    }

    [Fact]
    public async Task It_is_not_offered_for_another_problem()
    {
        await using var a = await Trauma("F321");
        (await (await a.Jo()).Get(Address)).Body.ShouldNotContain("To answer together first");
    }

    private static Task<Answered> Press(Visitor jo, Answered page, string handler, string form = "") => jo.Post(
        $"{Address}?handler={handler}", ("__RequestVerificationToken", AnsweringByLinkTests.Hidden(page.Body, "__RequestVerificationToken")),
        ("Once", AnsweringByLinkTests.Hidden(page.Body, "Once")), ("Form", form));

    private static async Task<ASession> Trauma(string problem = "F431")
    {
        var a = await ASession.Open();
        var referral = Streams.Referral(ASession.Referral);
        await a.Site.Record.Write(new("seed/received", By.Worker), [referral], (_, _) => Decision.Accept(
            referral,
            new ReferralReceived
            {
                Person = ASession.Person, ReceivedOn = new(2026, 9, 1), Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me,
            },
            new ProblemDescriptorRecorded { Scheme = "01", Code = problem, Significance = "1", RecordedOn = new(2026, 9, 10), AtAssessment = true }));
        return a;
    }
}
