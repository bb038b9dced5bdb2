using Candour.CareRecord;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Web.Tests.Hosting;

namespace Candour.Web.Tests.Questionnaires;

public sealed class InTheRoomPageTests
{
    private static readonly string Sets = $"/pathways/{ASession.Referral}/questionnaires";

    [Fact]
    public async Task Handing_over_ends_the_staff_session_and_opens_the_form_and_nothing_else_until_it_is_given_back()
    {
        await using var a = await Open();
        var device = await a.Jo();
        var page = await device.Get(Sets);
        page.Body.ShouldContain("Hand over to Amy");
        var handed = await device.Fill(page, $"{Sets}?handler=HandOver", ("Form", ASession.Form));
        (handed.Status, handed.Location).ShouldBe((303, $"/q/{ASession.Form}"));
        handed.Header("Clear-Site-Data").ShouldBe("\"cache\"");

        var start = await device.Get($"/q/{ASession.Form}");
        start.Body.ShouldContain("16 short questions");
        start.Body.ShouldNotContain("Sign out");
        start.Body.ShouldNotContain("Amira");
        start.Body.ShouldNotContain("nhsuk-footer__");
        foreach (var elsewhere in new[] { Sets, $"/pathways/{ASession.Referral}", "/today", "/me", "/me/scores", "/people" })
            (await device.Get(elsewhere)).Status.ShouldBeOneOf(401, 403, 404);

        await ASession.Start(device);
        for (var number = 1; number <= 16; number++)
            await ASession.Answer(device, number, number == 9 ? 0 : 1);
        await device.Fill($"/q/{ASession.Form}/check");
        var sent = await device.Get($"/q/{ASession.Form}/sent");
        sent.Body.ShouldContain("Give the device back");
        sent.Body.ShouldNotContain("See my scores");
        (await device.Fill(sent, $"/q/{ASession.Form}/sent")).Location.ShouldBe("/sign-in");
        (await device.Get($"/q/{ASession.Form}/sent")).Status.ShouldBe(401);
        (await device.Get(Sets)).Status.ShouldBe(401);
        (await a.OfReferral()).Last<ScoresRecorded>()!.Mode.ShouldBe(AnswerMode.Kiosk);
        (await a.Answers()).Given.ShouldAllBe(g => g.Event.Mode == AnswerMode.Kiosk && g.Envelope.By.Role == Roles.Patient);
    }

    [Fact]
    public async Task Nobody_on_the_staff_answers_as_the_person()
    {
        await using var a = await Open();
        var jo = await a.Jo();
        foreach (var page in new[] { "", "/1", "/9", "/check", "/saved", "/help", "/tell-us" })
            (await jo.Get($"/q/{ASession.Form}{page}")).Status.ShouldBe(404, page);
        (await a.Answers()).Given.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_begun_at_home_asks_again_who_fills_it_in_on_the_services_device()
    {
        await using var a = await Open();
        var home = await a.Amy();
        await ASession.Start(home);
        await ASession.Answer(home, 1, 1);
        var device = await a.Jo();
        await device.Fill(Sets, ("Form", ASession.Form));
        (await device.Get($"/q/{ASession.Form}/2")).Location.ShouldBe($"/q/{ASession.Form}");
        (await device.Fill($"/q/{ASession.Form}", ("FilledInBy", "Person"))).Location.ShouldBe($"/q/{ASession.Form}/2");
    }

    [Theory]
    [InlineData("Carer")]
    [InlineData("Interpreter")]
    [InlineData("PersonWithHelp")]
    public async Task Question_9_is_offered_to_the_person_alone_when_somebody_else_types(string who)
    {
        await using var a = await Open();
        var carer = await a.Amy();
        await carer.Fill($"/q/{ASession.Form}", ("FilledInBy", who));
        var offer = await carer.Get($"/q/{ASession.Form}/9");
        offer.Body.ShouldContain("The next question is private");
        offer.Body.ShouldNotContain("better off dead");
        offer.Body.ShouldContain("<title>Question 9 of 16");

        var alone = await carer.Get($"/q/{ASession.Form}/9?alone=yes");
        alone.Body.ShouldContain("better off dead");
        var help = await carer.Fill(alone, $"/q/{ASession.Form}/9?alone=yes", ("Answer", "2"));
        help.Body.ShouldContain("Thank you for telling us");
        RiskTask.OpenOf(await a.OfPerson()).ShouldNotBeNull();
        (await carer.Fill(help, "", ("What", "CarryOn"))).Location.ShouldBe($"/q/{ASession.Form}/9?alone=done");
        (await carer.Get($"/q/{ASession.Form}/9?alone=done")).Body.ShouldContain("You can give the device back");

        // Whoever helps never sees it: not by going back, not on the page of all answers.
        (await carer.Get($"/q/{ASession.Form}/9?alone=no")).Body.ShouldNotContain("checked");
        var check = (await carer.Get($"/q/{ASession.Form}/check")).Body;
        check.ShouldContain("Answered in private");
        check.ShouldContain($"/q/{ASession.Form}/8?from=check");
        check.ShouldNotContain($"/q/{ASession.Form}/9?from=check");
        var given = (await a.Answers()).Given.ShouldHaveSingleItem().Event;
        (given.FilledInBy, given.Private, given.Value).ShouldBe((FilledInBy.Person, true, (int?)2));
    }

    [Fact]
    public async Task Left_out_in_private_it_is_no_0_and_is_raised_at_the_next_contact()
    {
        await using var a = await Open();
        var carer = await a.Amy();
        await carer.Fill($"/q/{ASession.Form}", ("FilledInBy", "Carer"));
        (await carer.Fill($"/q/{ASession.Form}/9", ("Skip", "yes"))).Location.ShouldBe($"/q/{ASession.Form}/10");
        (await a.Answers()).SafetyNotAnswered.ShouldBeTrue();
        (await a.OfPerson()).Any<RiskDisclosed>().ShouldBeFalse();
    }

    [Fact]
    public async Task To_the_person_alone_question_9_looks_like_every_other()
    {
        await using var a = await Open();
        var amy = await a.Amy();
        await ASession.Start(amy);
        (await amy.Get($"/q/{ASession.Form}/9")).Body.ShouldContain("better off dead");
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
