using Candour.CareRecord;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Store;
using Candour.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using static Candour.Web.Tests.Pages.Referrals.SelfReferring;

namespace Candour.Web.Tests.Pages.Referrals;

public sealed class SelfReferralTests
{
    [Fact]
    public async Task The_front_page_says_who_it_is_for_and_where_help_is()
    {
        await using var site = await ASite.Open(seed: Policies);
        var page = await site.Visitor().Get("/");
        page.Status.ShouldBe(200);
        page.Body.ShouldContain("Help with low mood, worry and stress");
        page.Body.ShouldContain("For people aged 16 and over with a GP in Northmere and Southmere.");
        page.Body.ShouldContain("href=\"tel:116123\"");
        page.Body.ShouldNotContain("href=\"/waits\"");
    }

    [Fact]
    public async Task One_person_refers_themselves_question_by_question_without_script()
    {
        await using var site = await ASite.Open(seed: Policies);
        var amira = site.Visitor();
        (await amira.Fill("/refer")).Location.ShouldBe("/refer/safe");
        await Answer(amira, "safe", "/refer/who", ("Form.Safe", "Yes"));
        await Answer(amira, "who", "/refer/filling", ("Form.WhoFor", "Me"));
        await Answer(amira, "filling", "/refer/birth", ("Form.Filling", "MeWithHelp"));
        await Answer(amira, "birth", "/refer/gp", ("Form.Birth.Day", "4"), ("Form.Birth.Month", "mar"), ("Form.Birth.Year", "1991"));
        await Answer(amira, "gp", "/refer/gp?search=lane", ("Form.Surgery", "lane"));
        (await amira.Get("/refer/gp?search=lane")).Body.ShouldContain("Lane End Surgery");
        (await amira.Fill("/refer/gp?search=lane", ("Form.Surgery", "lane"), ("Form.Practice", "X00001"))).Location.ShouldBe("/refer/name");
        await Answer(amira, "name", "/refer/contact", ("Form.FirstName", "נועה 😀"), ("Form.LastName", "Testwell"), ("Form.Called", "Amy"));
        await Answer(amira, "contact", "/refer/safe-to", ("Form.Ways", "text"), ("Form.Mobile", "07700 900123"));
        await Answer(amira, "safe-to", "/refer/say-who", ("Form.Texts", "yes"));
        await Answer(amira, "say-who", "/refer/code", ("Form.SayWho", "neutral"));
        (await amira.Get("/refer/code")).Body.ShouldContain("We sent a 5-number code to 07700 900123.");
        var wrong = await amira.Fill("/refer/code", ("Form.Code", "00000"));
        wrong.Body.ShouldContain("That code is not right. Check it or ask for a new one");
        await Answer(amira, "code", "/refer/needs", ("Form.Code", await CodeSent(site)));
        await Answer(amira, "needs", "/refer/words", ("Form.Needs", "large print"));
        var long10000 = new string('ä', 10_000);
        await Answer(amira, "words", "/refer/thoughts", ("Form.InWords", long10000));
        await Answer(amira, "thoughts", "/refer/hurt", ("Form.Thoughts", "No"));
        await Answer(amira, "hurt", "/refer/helpers", ("Form.Hurt", "No"));
        await Answer(amira, "helpers", "/refer/when", ("Form.Helpers", "gp"));
        await Answer(amira, "when", "/refer/answers", ("Form.Times", "monday"), ("Form.Mediums", "video"), ("Form.Therapist", "woman"));

        (await site.Record.Read(Streams.Policy)).Exists.ShouldBeTrue();
        await using (var lists = site.Record.Lists())
            (await lists.Set<ReferralRow>().CountAsync()).ShouldBe(0);

        var check = await amira.Get("/refer/answers");
        check.Body.ShouldContain("Check your answers");
        check.Body.ShouldContain("Monday, by video, a woman as therapist");
        check.Body.ShouldContain("A GP");
        check.Body.ShouldContain("<bdi>");
        var first = await amira.Fill(check, "/refer/answers");
        var second = await amira.Fill(check, "/refer/answers");
        (first.Status, first.Location).ShouldBe((302, "/refer/sent"));
        second.Location.ShouldBe("/refer/sent");

        var sent = await amira.Get("/refer/sent");
        sent.Body.ShouldContain("We have your referral");
        sent.Body.ShouldMatch("Reference NM-[0-9]{4}-[0-9]{2}\\.");
        sent.Body.ShouldContain("Your wait counts from today, Monday 5 October 2026.");
        sent.Body.ShouldContain("contact you by text, by Thursday 8 October 2026.");

        await using var after = site.Record.Lists();
        var referral = await after.Set<ReferralRow>().SingleAsync();
        var history = await site.Record.Read(Streams.Referral(referral.Referral));
        history.First<ReferralReceived>()!.InOwnWords!.Length.ShouldBe(10_000);
        var person = Person.Of(await site.Record.Read(Streams.Person(referral.Person)))!;
        (person.Called, person.FirstName, person.IsConfirmed(Ways.Text)).ShouldBe(("Amy", "נועה 😀", true));
        person.Needs!.Needs.ShouldBe([NeedCodes.LargePrint]);

        (await amira.Fill("/refer/about-you/1", ("Answers[ethnic]", "Z"))).Location.ShouldBe("/refer/about-you/2");
        (await amira.Fill("/refer/about-you/3", ("Answers[disabilities]", "02"))).Location.ShouldBe("/refer/about-you/4");
        (await amira.Fill("/refer/about-you/6", ("Answers[orientation]", "not said"))).Location.ShouldBe("/refer/about-you/7");
        var fair = (await site.Record.Read(Streams.Person(referral.Person))).All<EquityAnswersGiven>().ToList();
        fair.Count.ShouldBe(3);
        (fair[0].EthnicCategory, fair[0].Gender).ShouldBe(("Z", null));
        fair[1].Disabilities.ShouldBe(["02"]);

        // Back, and another answer: the last one holds. The same page sent twice is one answer.
        var again = await amira.Get("/refer/about-you/1");
        (await amira.Fill(again, "/refer/about-you/1", ("Answers[ethnic]", "A"))).Location.ShouldBe("/refer/about-you/2");
        (await amira.Fill(again, "/refer/about-you/1", ("Answers[ethnic]", "A"))).Location.ShouldBe("/refer/about-you/2");
        fair = [.. (await site.Record.Read(Streams.Person(referral.Person))).All<EquityAnswersGiven>()];
        (fair.Count, fair[^1].EthnicCategory).ShouldBe((4, "A"));
    }

    [Theory]
    [InlineData("", "", "", "Enter your date of birth")]
    [InlineData("31", "3", "", "Date of birth must include a year")]
    [InlineData("31", "2", "1990", "31 February is not a real date. Check the day and month")]
    [InlineData("29", "2", "1991", "29 February 1991 is not a real date. Check the day and month")]
    [InlineData("1", "1", "2030", "Date of birth must be in the past")]
    [InlineData("31", "3", "1885", "Check the year. It makes you 141")]
    public async Task A_birth_date_that_cannot_be_is_kept_as_typed_and_mended_in_words(string day, string month, string year, string words)
    {
        await using var site = await ASite.Open();
        var visitor = await Begun(site);
        var page = await visitor.Fill("/refer/birth", ("Form.Birth.Day", day), ("Form.Birth.Month", month), ("Form.Birth.Year", year));
        page.Status.ShouldBe(200);
        page.Body.ShouldContain(words);
        page.Body.ShouldContain("<title>Error: Refer yourself");
    }

    [Fact]
    [Trait("Hazard", "H28")]
    public void Age_is_asked_before_any_question_about_health()
    {
        var order = Web.Pages.Referrals.SelfReferral.Steps.All.ToList();
        var birth = order.IndexOf(Web.Pages.Referrals.SelfReferral.Steps.Birth);
        // Whether somebody is safe at this moment comes first of all; nothing else of their health comes before the birth date.
        order[..birth].ShouldBe(["safe", "who", "filling"]);
        foreach (var health in new[] { "needs", "words", "thoughts", "hurt", "helpers" })
            order.IndexOf(health).ShouldBeGreaterThan(birth, health);
    }

    [Fact]
    [Trait("Hazard", "H28")]
    public async Task A_child_is_shown_where_to_go_and_leaves_nothing_but_a_count()
    {
        await using var site = await ASite.Open(seed: Policies);
        var visitor = await Begun(site);
        var day = await visitor.Fill("/refer/birth", ("Form.Birth.Day", "6"), ("Form.Birth.Month", "10"), ("Form.Birth.Year", "2010"));
        day.Location.ShouldBe("/refer/too-young");
        var page = await visitor.Get("/refer/too-young");
        page.Body.ShouldContain("We can help from 16");
        page.Body.ShouldContain("Young Northmere, 01632 960 555");
        page.Body.ShouldContain("tel:116123");
        (await visitor.Get("/refer/birth")).Location.ShouldBe("/refer");
        (await site.Record.Read(Streams.Service)).All<TooYoungShownElsewhere>().Count().ShouldBe(1);

        var sixteen = await Begun(site);
        (await sixteen.Fill("/refer/birth", ("Form.Birth.Day", "5"), ("Form.Birth.Month", "10"), ("Form.Birth.Year", "2010"))).Location.ShouldBe("/refer/gp");
    }

    [Fact]
    public async Task A_surgery_that_cannot_be_looked_up_is_kept_in_their_words_and_they_are_told()
    {
        await using var site = await ASite.Open();
        var visitor = await ReadyToSend(site);
        (await visitor.Get("/refer/gp")).Body.ShouldContain("We keep your words, and a person here finds the surgery.");
        (await visitor.Fill("/refer/gp", ("Form.Surgery", "the one by the mill"))).Location.ShouldBe("/refer/name");
        (await visitor.Get("/refer/answers")).Body.ShouldContain("the one by the mill, as you wrote it. We will find the surgery");
        (await visitor.Fill("/refer/gp", ("Form.Surgery", ""), ("Form.Practice", "unsure"))).Location.ShouldBe("/refer/name");
        (await visitor.Get("/refer/answers")).Body.ShouldContain("I do not know");
        (await visitor.Get("/refer/gp")).Body.ShouldMatch("value=\"unsure\"[^>]*checked");
    }

    [Fact]
    public async Task Somebody_who_does_not_know_their_surgery_goes_on_where_there_is_a_list_too()
    {
        await using var site = await ASite.Open(seed: Policies);
        var visitor = await Begun(site);
        (await visitor.Get("/refer/gp")).Body.ShouldContain("We ask before we write to a GP, unless somebody is in danger.");
        (await visitor.Fill("/refer/gp", ("Form.Practice", "unsure"))).Location.ShouldBe("/refer/name");
    }

    [Fact]
    public async Task The_front_page_leads_back_to_a_referral_that_was_begun_here()
    {
        await using var site = await ASite.Open();
        (await site.Visitor().Get("/")).Body.ShouldNotContain("Carry on with your referral");
        (await (await Begun(site)).Get("/")).Body.ShouldContain("Carry on with your referral");
    }

    [Fact]
    [Trait("Hazard", "H06")]
    public async Task Outside_the_area_the_neighbour_is_named_and_one_can_still_ask()
    {
        await using var site = await ASite.Open(seed: Policies);
        var visitor = await Begun(site);
        await visitor.Fill("/refer/gp", ("Form.Surgery", "EX5 1AB"));
        (await visitor.Fill("/refer/gp?search=EX5%201AB", ("Form.Surgery", "EX5 1AB"), ("Form.Practice", "other"))).Location.ShouldStartWith("/refer/outside");
        var page = await visitor.Get("/refer/outside?search=EX5%201AB");
        page.Body.ShouldContain("Example Valley Talking Therapies");
        (await visitor.Fill(page, "/refer/outside?search=EX5%201AB")).Location.ShouldBe("/refer/name");
    }

    [Fact]
    [Trait("Threat", "S03")]
    public async Task Somebody_known_gets_the_same_confirmation_byte_for_byte_but_for_the_reference()
    {
        await using var site = await ASite.Open(seed: Policies);
        var once = await Sent(site);
        var again = await Sent(site);
        Masked(again.Body).ShouldBe(Masked(once.Body));
        await using var lists = site.Record.Lists();
        (await lists.Set<PairRow>().CountAsync()).ShouldBe(1);
    }

    [Fact]
    [Trait("Threat", "S01")]
    public async Task Too_many_from_one_network_are_slowed_in_words_and_their_answers_kept()
    {
        await using var site = await ASite.Open(seed: Policies);
        Answered? last = null;
        for (var i = 0; i < 21; i++)
        {
            var visitor = await ReadyToSend(site);
            last = await visitor.Fill("/refer/answers");
            if (i < 20)
                last.Status.ShouldBe(302);
            else
            {
                last.Status.ShouldBe(429);
                last.Body.ShouldContain("Many people are using this from your network. Wait a minute and press Send again. Your answers are kept.");
                site.Clock.Advance(TimeSpan.FromMinutes(1));
                (await visitor.Fill("/refer/answers")).Status.ShouldBe(302);
            }
        }
    }

    [Theory]
    [InlineData("/refer/safe", "Choose the answer nearest to how things are")]
    [InlineData("/refer/who", "Choose who this is for")]
    [InlineData("/refer/gp", "Enter a surgery name or postcode")]
    [InlineData("/refer/name", "Enter your first name")]
    [InlineData("/refer/contact", "Choose at least one way")]
    public async Task An_empty_answer_says_what_to_do(string address, string words)
    {
        await using var site = await ASite.Open(seed: Policies);
        var visitor = await Begun(site);
        var page = await visitor.Fill(address);
        page.Status.ShouldBe(200);
        page.Body.ShouldContain("There is a problem");
        page.Body.ShouldContain(words);
    }

    [Fact]
    public async Task Without_a_draft_every_step_leads_back_to_the_start()
    {
        await using var site = await ASite.Open();
        foreach (var step in new[] { "safe", "thoughts", "answers", "sent", "help", "about-you/1" })
            (await site.Visitor().Get($"/refer/{step}")).Location.ShouldBe("/refer");
        (await site.Visitor().Get("/refer/nonsense")).Status.ShouldBe(404);
    }

    private static string Masked(string body) => System.Text.RegularExpressions.Regex.Replace(
        System.Text.RegularExpressions.Regex.Replace(body, "NM-[0-9]{4}-[0-9]{2}", "NM"), "value=\"[A-Za-z0-9_-]{80,}\"", "token");
}
