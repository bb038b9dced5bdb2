using Candour.CareRecord;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.Web.Tests.Questionnaires;

public sealed class AnsweringByLinkTests
{
    [Fact]
    public async Task The_start_page_says_who_sees_what_and_names_nobody_but_the_clinician()
    {
        await using var a = await ASession.Open();
        var page = await (await a.Amy()).Get($"/q/{ASession.Form}");
        page.Status.ShouldBe(200);
        page.Body.ShouldContain("Questions before Wednesday&#x27;s session");
        page.Body.ShouldContain("with Jo Demo, Wednesday 7 October, 2pm");
        page.Body.ShouldContain("16 short questions. About 6 minutes. Answer for the last 2 weeks. There are no right answers.");
        page.Body.ShouldContain("Jo sees them only after you send them. Nobody here sees half a form, except one thing:");
        page.Body.ShouldContain("They will contact you by 11:15am today.");
        page.Body.ShouldNotMatch(@"\bAmy\b");
        page.Body.ShouldNotContain("Testwell");
        page.Body.ShouldContain("<title>Questions before Wednesday&#x27;s session");
    }

    [Fact]
    public async Task A_whole_set_goes_question_by_question_to_sent_without_script()
    {
        await using var a = await ASession.Open();
        var amy = await a.Amy();
        await ASession.Start(amy);
        for (var number = 1; number <= 16; number++)
        {
            var next = await ASession.Answer(amy, number, number == 9 ? 0 : 2);
            (next.Status, next.Location).ShouldBe((302, number == 16 ? $"/q/{ASession.Form}/check" : $"/q/{ASession.Form}/{number + 1}"));
        }

        var check = await amy.Get($"/q/{ASession.Form}/check");
        check.Body.ShouldContain("Send to Jo");
        check.Body.ShouldContain("More than half the days");
        (await amy.Fill(check, $"/q/{ASession.Form}/check")).Location.ShouldBe($"/q/{ASession.Form}/sent");
        var sent = await amy.Get($"/q/{ASession.Form}/sent");
        sent.Body.ShouldContain("Jo can see your answers now.");
        sent.Body.ShouldNotContain("PHQ");
        sent.Body.ShouldNotContain("severe");
        var scores = (await a.OfReferral()).All<ScoresRecorded>().ShouldHaveSingleItem();
        scores.Totals.ShouldBe(["16", "14"]);
        (await a.Answers()).Given.ShouldAllBe(g => g.Event.Shown != null && g.Envelope.By.Role == Roles.Patient && g.Envelope.By.Device != null);
    }

    [Fact]
    public async Task A_question_stands_with_its_stem_and_nothing_chosen()
    {
        await using var a = await ASession.Open();
        var amy = await a.Amy();
        await ASession.Start(amy);
        var page = await amy.Get($"/q/{ASession.Form}/4");
        page.Body.ShouldContain("Question 4 of 16");
        page.Body.ShouldContain("Over the last 2 weeks, how often have you been bothered by");
        page.Body.ShouldContain("Feeling tired or having little energy");
        page.Body.ShouldContain("Stop here. My answers so far are saved");
        page.Body.ShouldNotContain("checked");
        page.Body.ShouldNotContain("I would rather not answer this one");
    }

    [Fact]
    public async Task An_empty_page_asks_for_an_answer_and_offers_to_skip()
    {
        await using var a = await ASession.Open();
        var amy = await a.Amy();
        await ASession.Start(amy);
        var refused = await amy.Fill($"/q/{ASession.Form}/1");
        refused.Status.ShouldBe(200);
        System.Net.WebUtility.HtmlDecode(refused.Body).ShouldContain("Choose an answer, or press “I would rather not answer this one”.");
        refused.Body.ShouldContain("I would rather not answer this one");
        (await amy.Fill(refused, $"/q/{ASession.Form}/1", ("Skip", "yes"))).Location.ShouldBe($"/q/{ASession.Form}/2");
        (await a.Answers()).Given.ShouldHaveSingleItem().Event.Value.ShouldBeNull();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Item_9_above_0_is_answered_by_the_help_screen_with_task_and_time_whatever_the_value(int value)
    {
        // Friday 2 October, 23:50 in England.
        await using var a = await ASession.Open(Moment.Utc(2026, 10, 2, 22, 50));
        var amy = await a.Amy();
        await ASession.Start(amy);
        var help = await ASession.Answer(amy, 9, value);

        help.Status.ShouldBe(200);
        help.Body.ShouldContain("<title>Get help");
        help.Body.ShouldContain("Thank you for telling us");
        foreach (var way in new[] { "tel:999", "tel:111", "tel:116123", "sms:85258" })
            help.Body.ShouldContain(way);
        help.Body.ShouldContain("Jo, or a colleague, will read your answer <strong>by 10am on Monday 5 October</strong> and text you.");
        help.Body.ShouldContain("We are closed until then, so please do not wait for us if you need help sooner.");
        help.Body.ShouldNotContain("Get help now</a>");
        help.Body.ShouldNotContain("safety plan");
        var task = RiskTask.OpenOf(await a.OfPerson())!;
        (task.Owner, task.Due, task.Told[0].Value).ShouldBe((a.Clinician, Moment.Utc(2026, 10, 5, 9), (int?)value));
    }

    [Fact]
    public async Task The_help_screen_is_the_same_to_the_letter_for_1_2_and_3()
    {
        var screens = new List<string>();
        foreach (var value in new[] { 1, 2, 3 })
        {
            await using var a = await ASession.Open();
            var amy = await a.Amy();
            await ASession.Start(amy);
            screens.Add(System.Text.RegularExpressions.Regex.Replace(
                (await ASession.Answer(amy, 9, value)).Body, "name=\"__RequestVerificationToken\"[^>]*>", ""));
        }

        screens.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    [Trait("Hazard", "H05")]
    public async Task The_same_answer_after_its_task_was_closed_has_a_new_task_and_the_help_screen_its_time()
    {
        await using var a = await ASession.Open();
        var amy = await a.Amy();
        await ASession.Start(amy);
        var page = await amy.Get($"/q/{ASession.Form}/9");
        (await amy.Fill(page, $"/q/{ASession.Form}/9", ("Answer", "1"))).Body.ShouldContain("will read your answer <strong>by 11:15am today</strong>");
        a.Clock.Skip(TimeSpan.FromMinutes(10));
        await a.CloseTask();
        (await amy.Get($"/q/{ASession.Form}/help?number=9")).Body.ShouldContain("Somebody here has looked at this answer.");

        (await amy.Fill(page, $"/q/{ASession.Form}/9", ("Answer", "1"))).Body.ShouldContain("will read your answer <strong>by 11:25am today</strong>");
        var task = RiskTask.OpenOf(await a.OfPerson()).ShouldNotBeNull();
        (task.Owner, task.Due).ShouldBe((a.Clinician, Moment.Utc(2026, 10, 5, 10, 22)));
    }

    [Fact]
    public async Task Left_alone_on_item_9_there_is_no_error_and_no_task_and_the_next_question_comes()
    {
        await using var a = await ASession.Open();
        var amy = await a.Amy();
        await ASession.Start(amy);
        (await amy.Fill($"/q/{ASession.Form}/9")).Location.ShouldBe($"/q/{ASession.Form}/10");
        (await a.OfPerson()).Any<RiskDisclosed>().ShouldBeFalse();
        (await a.Answers()).SafetyNotAnswered.ShouldBeTrue();
    }

    [Fact]
    public async Task From_the_help_screen_the_questions_go_on_or_stop()
    {
        await using var a = await ASession.Open();
        var amy = await a.Amy();
        await ASession.Start(amy);
        var help = await ASession.Answer(amy, 9, 1);
        (await amy.Fill(help, "", ("What", "CarryOn"))).Location.ShouldBe($"/q/{ASession.Form}/10");
        (await amy.Fill(help, "", ("What", "StopHere"))).Location.ShouldBe($"/q/{ASession.Form}/saved");
        (await a.Answers()).HelpChosen.ShouldBe(HelpChoice.StopHere);
    }

    [Fact]
    [Trait("Hazard", "H02")]
    public async Task Help_counts_as_shown_only_when_the_screen_with_it_was_the_answer()
    {
        await using var a = await ASession.Open();
        var amy = await a.Amy();
        await ASession.Start(amy);
        var page = await amy.Get($"/q/{ASession.Form}/9");
        await amy.Post($"/q/{ASession.Form}/9?handler=Choose",
            ("__RequestVerificationToken", Hidden(page.Body, "__RequestVerificationToken")), ("Shown", Hidden(page.Body, "Shown")), ("Answer", "2"), ("Choice", "1"));
        var task = RiskTask.OpenOf(await a.OfPerson())!;
        task.Told.ShouldHaveSingleItem().HelpShown.ShouldBeFalse();
        (await (await a.Jo()).Get($"/risk/{task.Id}")).Body.ShouldContain(
            "by Amy. Amy chose the answer and did not press Continue: the crisis numbers were not shown. Form not sent.");

        var help = await amy.Fill(page, $"/q/{ASession.Form}/9", ("Answer", "2"));
        help.Body.ShouldContain("Thank you for telling us");
        await amy.Fill(page, $"/q/{ASession.Form}/9", ("Answer", "2"));
        (await a.OfPerson()).All<RiskHelpShown>().ShouldHaveSingleItem().Task.ShouldBe(task.Id);
        var told = (await (await a.Jo()).Get($"/risk/{task.Id}")).Body;
        told.ShouldContain("by Amy. Amy was shown the crisis numbers. Form not sent.");
        told.ShouldContain("10:12am today: the crisis numbers were shown.");

        await amy.Fill(help, "", ("What", "CarryOn"));
        (await (await a.Jo()).Get($"/risk/{task.Id}")).Body.ShouldContain("Amy was shown the crisis numbers and chose &quot;carry on&quot;.");
    }

    [Fact]
    public async Task A_mail_scanner_and_a_browser_without_the_birth_date_change_nothing()
    {
        await using var a = await ASession.Open();
        var scanner = a.Site.Visitor();
        foreach (var address in new[] { $"/q/{ASession.Form}", $"/q/{ASession.Form}/1", $"/q/{ASession.Form}/9", $"/q/{ASession.Form}/check" })
        {
            (await scanner.Get(address)).Status.ShouldNotBe(200);
            (await scanner.Post(address, ("Answer", "3"))).Status.ShouldNotBe(200);
        }

        (await a.Site.Record.Read(Streams.Questionnaire(ASession.Form))).Version.ShouldBe(1);
    }

    [Fact]
    public async Task The_link_of_one_form_opens_no_other()
    {
        await using var a = await ASession.Open();
        var other = await a.Amy("QES0000000000002");
        (await other.Get($"/q/{ASession.Form}")).Status.ShouldBe(404);
        (await other.Get($"/q/{ASession.Form}/check")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task What_staff_began_to_enter_shows_the_person_no_answer_and_takes_none()
    {
        await using var a = await ASession.Open();
        var amy = await a.Amy();
        var start = await amy.Get($"/q/{ASession.Form}");
        var form = Streams.Questionnaire(ASession.Form);
        await a.Site.Record.Write(new("entry", new(a.Clinician, Roles.Pwp)), [form], (all, now) => new EnterForPerson(
            StaffEntryReason.ReadAloudByPhone, AnswerMode.Telephone, null, null, SignOfPerson.CallOrVideo, "Amy").Decide(all[form], now));

        (await amy.Fill(start, $"/q/{ASession.Form}", ("FilledInBy", "Person"))).Body.ShouldContain("Somebody here began to enter these answers for you.");
        var page = (await amy.Get($"/q/{ASession.Form}")).Body;
        page.ShouldContain("These answers are being entered for you");
        page.ShouldNotContain("name=\"FilledInBy\"");
        foreach (var inside in new[] { "/1", "/check" })
            (await amy.Get($"/q/{ASession.Form}{inside}")).Location.ShouldBe($"/q/{ASession.Form}");
        (await a.Answers()).FilledInBy.ShouldBe(FilledInBy.Staff);
    }

    [Fact]
    public async Task Not_wanting_to_answer_asks_nothing()
    {
        await using var a = await ASession.Open();
        var amy = await a.Amy();
        var start = await amy.Get($"/q/{ASession.Form}");
        var declined = await amy.Post(
            $"/q/{ASession.Form}?handler=Decline", ("__RequestVerificationToken", Hidden(start.Body, "__RequestVerificationToken")), ("Once", "ONCE000000000001"));
        declined.Location.ShouldBe($"/q/{ASession.Form}/declined");
        (await amy.Get($"/q/{ASession.Form}/declined")).Body.ShouldContain("Your care goes on as before.");
        (await a.OfReferral()).Any<QuestionsDeclined>().ShouldBeTrue();
    }

    internal static string Hidden(string body, string name) => System.Net.WebUtility.HtmlDecode(
        System.Text.RegularExpressions.Regex.Match(body, $"name=\"{name}\"[^>]*value=\"([^\"]*)\"").Groups[1].Value);
}
