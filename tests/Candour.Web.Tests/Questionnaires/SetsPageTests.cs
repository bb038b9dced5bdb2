using Candour.CareRecord;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;
using Candour.Web.Tests.Hosting;

namespace Candour.Web.Tests.Questionnaires;

public sealed class SetsPageTests
{
    private const string Address = $"/pathways/{ASession.Referral}/questionnaires";

    [Fact]
    public async Task The_list_says_where_each_set_stands_and_opens_no_answer_that_was_not_sent()
    {
        await using var a = await Cared();
        var jo = await a.Jo();
        var page = await jo.Get(Address);
        page.Status.ShouldBe(200);
        page.Body.ShouldContain("Not begun");
        page.Body.ShouldContain($"{Address}/{ASession.Form}/enter");

        var amy = await a.Amy();
        await ASession.Start(amy);
        await ASession.Answer(amy, 1, 2);
        page = await jo.Get(Address);
        page.Body.ShouldContain("Begun 10:12am today, not sent");
        page.Body.ShouldNotContain($"{Address}/{ASession.Form}/enter");
        page.Body.ShouldNotContain($"/answers/{ASession.Form}");
    }

    [Fact]
    public async Task Asking_now_sends_the_link_once_more_however_often_it_is_pressed()
    {
        await using var a = await Cared(home: true);
        var jo = await a.Jo();
        var page = await jo.Get(Address);
        (await Ask(jo, page)).Status.ShouldBe(303);
        (await Ask(jo, page)).Status.ShouldBe(303);
        await using var lists = a.Site.Record.Lists();
        lists.Set<OutboxRow>().Count(m => m.Person == ASession.Person).ShouldBe(1);
    }

    [Fact]
    public async Task A_link_that_waits_for_safe_hours_is_said_to_go_then()
    {
        await using var a = await Cared(home: true);
        var person = Streams.Person(ASession.Person);
        await a.Site.Record.Write(new("seed/hours", By.Worker), [person], (_, _) => Decision.Accept(
            person, new SafeContactRulesGiven { TextsSafe = true, NeutralName = true, MessagesFrom = "10:20", MessagesUntil = "19:00" }));
        var jo = await a.Jo();
        (await Ask(jo, await jo.Get(Address))).Status.ShouldBe(303);
        (await jo.Get(Address)).Body.ShouldContain("Amy is sent the link again at 10:20am on Monday 5 October 2026, in the hours that are safe.");
    }

    [Fact]
    public async Task Where_answering_at_home_is_off_asking_is_refused_with_the_way_round()
    {
        await using var a = await Cared();
        var jo = await a.Jo();
        (await Ask(jo, await jo.Get(Address))).Body.ShouldContain("Answering at home is not switched on here. Hand Amy the service&#x27;s own device, or enter the answers together.");
        await using var lists = a.Site.Record.Lists();
        lists.Set<OutboxRow>().Any().ShouldBeFalse();
    }

    [Fact]
    public async Task Not_done_needs_a_reason_and_is_not_said_to_be_the_persons_choice()
    {
        await using var a = await Cared();
        var jo = await a.Jo();
        var page = await jo.Get(Address);
        (await jo.Fill(page, Address, ("InWords", ""))).Body.ShouldContain("Choose why it is not done.");
        (await jo.Fill(page, Address, ("InWords", ""), ("Why", "Another"))).Body.ShouldContain("Say why it is not done, in a few words.");
        (await jo.Fill(page, Address, ("InWords", "Her telephone was stolen"), ("Why", "NoInternet"))).Status.ShouldBe(303);

        var declined = (await a.Site.Record.Read(Streams.Questionnaire(ASession.Form))).All<QuestionnaireDeclined>().ShouldHaveSingleItem();
        (declined.Why, declined.InWords).ShouldBe((WithoutAnswers.NoInternet, "Her telephone was stolen"));
        var list = (await jo.Get(Address)).Body;
        list.ShouldContain("Not done: no internet");
        list.ShouldNotContain("chose not to answer");
        (await a.OfReferral()).Any<ScoresRecorded>().ShouldBeFalse();
    }

    [Fact]
    public async Task The_front_desk_does_not_open_it()
    {
        await using var a = await Cared();
        (await (await a.Site.Staff(Roles.Administrator)).Get(Address)).Status.ShouldBe(403);
    }

    private static Task<Answered> Ask(Visitor jo, Answered page) =>
        jo.Fill(page with { Body = page.Body.Replace($"action=\"{Address}?handler=HandOver\"", $"action=\"{Address}?handler=Ask\"", StringComparison.Ordinal) }, Address, ("Form", ASession.Form));

    private static async Task<ASession> Cared(bool home = false)
    {
        var a = await ASession.Open();
        var referral = Streams.Referral(ASession.Referral);
        await a.Site.Record.Write(new("seed/received", By.Worker), [referral], (_, _) => Decision.Accept(referral, new ReferralReceived
        {
            Person = ASession.Person, ReceivedOn = new(2026, 9, 1), Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me,
        }));
        var person = Streams.Person(ASession.Person);
        await a.Site.Record.Write(new("seed/confirmed", By.Worker), [person], (_, _) => Decision.Accept(person, new ContactConfirmed { Way = Ways.Text, Address = "07700 900123" }));
        if (home)
            await a.Site.Record.Write(new("seed/home", By.Worker), [Streams.Policy], (_, _) => Decision.Accept(
                Streams.Policy, new PolicySet { Name = PolicyNames.HomeQuestionnaires, Value = "yes", From = new(2026, 1, 1) },
                new PolicySet { Name = PolicyNames.ClinicalLead, Value = "lee", From = new(2026, 1, 1) },
                new DutySet { Staff = "dee", From = Clinical.Moment.Utc(2026, 1, 1), Until = Clinical.Moment.Utc(2027, 1, 1) }));
        return a;
    }
}
