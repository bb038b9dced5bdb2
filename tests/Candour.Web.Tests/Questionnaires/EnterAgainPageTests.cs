using Candour.CareRecord;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.Web.Tests.Hosting;

namespace Candour.Web.Tests.Questionnaires;

public sealed class EnterAgainPageTests
{
    private const string Sets = $"/pathways/{ASession.Referral}/questionnaires";
    private const string Enter = $"{Sets}/{ASession.Form}/enter";
    private const string Words = "These are kept as the 2nd set for this session. The first set (PHQ-9 8, GAD-7 7, sent 10:12am on Monday 5 October 2026) stays the score. Why were they asked again?";

    [Fact]
    public async Task What_was_asked_again_is_entered_from_the_list_of_sets_with_a_reason_and_the_first_stays_the_score()
    {
        await using var a = await Open();
        await Answers(a);
        var jo = await a.Jo();
        (await jo.Get(Sets)).Body.ShouldContain($"href=\"{Enter}\">Asked again? Enter another set");
        var page = await jo.Get(Enter);
        page.Body.ShouldContain("Enter another set for Amy");
        page.Body.ShouldContain(Words);

        var refused = await jo.Fill(page, Enter, ("Reason", "ReadAloudByPhone"), ("Sign", "CallOrVideo"));
        refused.Status.ShouldBe(200);
        refused.Body.ShouldContain("There is a problem");
        refused.Body.ShouldMatch("value=\"ReadAloudByPhone\"[^>]*checked");
        (await a.OfReferral()).All<QuestionsIssued>().Count().ShouldBe(1);

        var begun = await jo.Fill(refused, Enter, ("Reason", "ReadAloudByPhone"), ("Sign", "CallOrVideo"), ("Again", "ItFroze"));
        begun.Status.ShouldBe(303);
        var repeat = (await a.OfReferral()).Last<QuestionsIssued>()!.Questionnaire;
        begun.Location.ShouldBe($"{Sets}/{repeat}/enter/1");
        (await jo.Get(Enter)).Location.ShouldBe($"{Sets}/{repeat}/enter");
        for (var number = 1; number <= 16; number++)
            await jo.Fill($"{Sets}/{repeat}/enter/{number}", ("Answer", number == 9 ? "0" : "2"));
        await jo.Fill($"{Sets}/{repeat}/enter/check");

        var scores = (await a.OfReferral()).All<ScoresRecorded>().ToList();
        scores.Select(s => (s.Questionnaire, s.Number, s.Counting.Count)).ShouldBe([(ASession.Form, 1, 2), (repeat, 2, 0)]);
        (scores[1].RepeatReason, scores[1].StaffReason).ShouldBe((RepeatReason.ItFroze, StaffEntryReason.ReadAloudByPhone));
    }

    [Fact]
    public async Task Sent_while_staff_had_the_page_open_the_words_come_with_the_question_why_and_what_was_chosen_stays()
    {
        await using var a = await Open();
        var jo = await a.Jo();
        var page = await jo.Get(Enter);
        page.Body.ShouldNotContain("Why were they asked again?");
        await Answers(a);
        var refused = await jo.Fill(page, Enter, ("Reason", "NoInternet"), ("Sign", "InTheRoom"));
        refused.Status.ShouldBe(200);
        refused.Body.ShouldContain(Words);
        refused.Body.ShouldContain("name=\"Again\"");
        refused.Body.ShouldNotContain("You sent these answers");
        refused.Body.ShouldMatch("value=\"NoInternet\"[^>]*checked");
    }

    private static async Task Answers(ASession a)
    {
        var amy = await a.Amy();
        await ASession.Start(amy);
        for (var number = 1; number <= 16; number++)
            await ASession.Answer(amy, number, number == 9 ? 0 : 1);
        await amy.Fill($"/q/{ASession.Form}/check");
        (await a.Answers()).IsSent.ShouldBeTrue();
    }

    private static async Task<ASession> Open()
    {
        var a = await ASession.Open();
        var referral = Streams.Referral(ASession.Referral);
        await a.Site.Record.Write(new("received", By.Worker), [referral], (_, _) => Decision.Accept(referral, new ReferralReceived
        {
            Person = ASession.Person, ReceivedOn = new(2026, 9, 1), Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me,
        }));
        return a;
    }
}
