using Candour.CareRecord;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Questionnaires;
using static Candour.Web.Tests.Safeguards.ADisclosure;

namespace Candour.Web.Tests.Safeguards;

public sealed class RiskPageTests
{
    [Fact]
    public async Task The_owner_sees_what_was_answered_and_nothing_else_of_a_form_not_sent()
    {
        await using var a = await Disclosed(1);
        var page = await (await a.Jo()).Get($"/risk/{await TaskOf(a)}");
        page.Status.ShouldBe(200);
        page.Body.Split("Amy answered question 9: &quot;several days&quot;").Length.ShouldBe(2, "it is said once, as the heading");
        page.Body.ShouldContain("Answered 10:12am today, through a link, by Amy. Amy was shown the crisis numbers. Form not sent.");
        page.Body.ShouldContain("Due 11:12am today.");
        page.Body.ShouldContain("If nobody looks: the duty clinician at 11:12am");
        page.Body.ShouldContain("Contact by: text. No voicemail. Home: do not write.");
        page.Body.ShouldContain("<li>Text: <a class=\"candour-typed\" href=\"tel:07700900123\"><bdi>07700 900 123</bdi></a></li>");
        page.Body.ShouldContain("<li>Phone call: <strong class=\"candour-typed\"><bdi>07700 900 123</bdi></strong>. Not a way they chose.</li>");
        page.Body.ShouldNotContain("hopeless");
        page.Body.ShouldNotContain("low risk");
        page.Body.ShouldNotContain("high risk");
    }

    [Fact]
    [Trait("Hazard", "H12")]
    public async Task The_page_says_who_it_is_as_999_and_a_crisis_team_ask_it_and_the_tab_says_it_too()
    {
        await using var a = await Disclosed(1);
        var jo = await a.Jo();
        var page = (await jo.Get($"/risk/{await TaskOf(a)}")).Body;
        page.ShouldContain("<strong><bdi>Amira Testwell</bdi></strong><span>Call them <strong><bdi>Amy</bdi></strong></span><span>Born <strong>4 March 1991</strong>, 35</span><span>NHS number not known</span>");
        page.ShouldContain("<title>Amira Testwell, born 4 March 1991 ");

        // The clinical lead acts on it and is let see no identity: who it is stands behind an opening with a reason, or is not shown.
        var lead = (await (await a.Site.Staff(Roles.ClinicalLead)).Get($"/risk/{await TaskOf(a)}")).Body;
        lead.ShouldNotContain("Testwell");
        lead.ShouldContain("<title>A task that needs you ");
    }

    [Fact]
    [Trait("Hazard", "H12")]
    public async Task Every_page_on_which_staff_enter_answers_says_whose_they_are_and_so_does_its_tab()
    {
        await using var a = await ASession.Open();
        var jo = await a.Jo();
        var enter = $"/pathways/{ASession.Referral}/questionnaires/{ASession.Form}/enter";
        var first = await jo.Get(enter);
        (await jo.Fill(first, enter, ("Reason", "ReadAloudByPhone"), ("Sign", "CallOrVideo"))).Status.ShouldBe(303);
        foreach (var page in new[] { first, await jo.Get($"{enter}/1"), await jo.Get($"{enter}/check") })
        {
            page.Status.ShouldBe(200);
            page.Body.ShouldContain("<strong><bdi>Amira Testwell</bdi></strong>");
            page.Body.ShouldContain(": Amira Testwell, born 4 March 1991 ");
        }
    }

    [Fact]
    public async Task Overdue_is_computed_when_the_page_is_read()
    {
        await using var a = await Disclosed(1);
        a.Clock.Skip(TimeSpan.FromMinutes(61));
        var jo = await a.Jo();
        (await jo.Get($"/risk/{await TaskOf(a)}")).Body.ShouldContain("Overdue. It was due 11:12am today.");
        (await jo.Get("/risk")).Body.ShouldContain("Overdue, 11:12am today");
    }

    [Fact]
    public async Task Claim_act_and_close_from_the_page()
    {
        await using var a = await Disclosed(2);
        var jo = await a.Jo();
        var task = await TaskOf(a);
        await Post(jo, task, "Claim");
        (await jo.Get($"/risk/{task}")).Body.ShouldContain("is dealing with this until 11:12am today");
        (await Post(jo, task, "Close", ("Said", "Safe."), ("Plan", "Call."), ("Informed", "GP"))).Body.ShouldContain("Say how you reached the person");
        await Post(jo, task, "Act", ("Contact", "Texted"), ("MinutesAgo", "0"), ("ActSaid", "Please call us."));
        var refused = await Post(jo, task, "Close", ("Said", "Safe with her sister."), ("Plan", "Call."), ("Informed", "GP"));
        refused.Body.ShouldContain("One more way is needed: a call, the GP or the crisis team.");
        refused.Body.ShouldContain("Safe with her sister.");
        await Post(jo, task, "Act", ("Contact", "Spoke"), ("MinutesAgo", "0"), ("ActSaid", "We spoke."));
        (await Post(jo, task, "Close", ("Said", "Safe."), ("Plan", "Call."), ("Informed", "GP"))).Status.ShouldBe(302);
        RiskTask.OpenOf(await a.OfPerson()).ShouldBeNull();
    }

    [Fact]
    [Trait("Hazard", "H04")]
    public async Task An_answer_that_comes_while_somebody_closes_is_shown_and_the_typed_words_are_kept()
    {
        await using var a = await Disclosed(1);
        var jo = await a.Jo();
        var task = await TaskOf(a);
        await Post(jo, task, "Act", ("Contact", "Spoke"), ("MinutesAgo", "0"), ("ActSaid", "We spoke."));
        var opened = await jo.Get($"/risk/{task}");
        await ASession.Answer(await a.Amy(), 9, 3);

        var refused = await Post(jo, task, opened, "Close", ("Said", "Safe with her sister."), ("Plan", "Call."), ("Informed", "GP"));
        refused.Status.ShouldBe(200);
        refused.Body.ShouldContain("after you opened this page. It is at the top now: please read it first. Nothing you wrote is lost.");
        refused.Body.ShouldContain("Amy answered question 9: &quot;nearly every day&quot;</h1>");
        refused.Body.ShouldContain("Safe with her sister.");
        RiskTask.OpenOf(await a.OfPerson()).ShouldNotBeNull();

        // Pressed again, now that it was shown: what was done before was not about it.
        (await Post(jo, task, refused, "Close", ("Said", "Safe."), ("Plan", "Call."), ("Informed", "GP"))).Body
            .ShouldContain("after the last entry here. Say what you have done since, then close this.");
        (await Post(jo, task, "Act", ("Contact", "Spoke"), ("MinutesAgo", "0"), ("ActSaid", "We spoke again."))).Status.ShouldBe(302);
        (await Post(jo, task, "Close", ("Said", "Safe."), ("Plan", "Call."), ("Informed", "GP"))).Status.ShouldBe(302);
        RiskTask.OpenOf(await a.OfPerson()).ShouldBeNull();
    }

    [Fact]
    [Trait("Hazard", "H04")]
    public async Task A_supervisors_page_opened_before_more_was_told_agrees_to_nothing()
    {
        await using var a = await Disclosed(1);
        var task = await TaskOf(a);
        var tess = await a.Site.Staff(Roles.PwpTrainee);
        await Post(await a.Jo(), task, "HandOn", ("To", ASite.StaffId(Roles.PwpTrainee)), ("Why", "I am off now."));
        await Post(tess, task, "Act", ("Contact", "Spoke"), ("MinutesAgo", "0"), ("ActSaid", "We spoke."));
        (await Post(tess, task, "Close", ("Said", "Safe."), ("Plan", "Call."), ("Informed", "Sam"))).Status.ShouldBe(302);
        var sam = await a.Site.Staff(Roles.Supervisor);
        var opened = await sam.Get($"/risk/{task}");
        opened.Body.ShouldContain("I agree. Close this");
        await ASession.Answer(await a.Amy(), 9, 2);

        var refused = await Post(sam, task, opened, "Agree");
        refused.Body.ShouldContain("after you opened this page.");
        refused.Body.ShouldContain("asked for this to be closed before more was told.");
        refused.Body.ShouldNotContain("I agree. Close this");
        (await Post(sam, task, refused, "Agree")).Body.ShouldContain("after this closing was asked for.");
        RiskTask.OpenOf(await a.OfPerson()).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_was_done_says_when_and_nothing_stands_there_before()
    {
        await using var a = await Disclosed(1);
        var jo = await a.Jo();
        var task = await TaskOf(a);
        (await jo.Get($"/risk/{task}")).Body.ShouldNotContain("value=\"0\"");
        foreach (var typed in new[] { "", "a while", "-3", "20000" })
        {
            var refused = await Post(jo, task, "Act", ("Contact", "Spoke"), ("MinutesAgo", typed), ("ActSaid", "We spoke."));
            refused.Body.ShouldContain("href=\"#MinutesAgo\"");
            refused.Body.Split("Enter how many minutes ago you did this, up to a week. 0 is just now.").Length.ShouldBe(3, "in the summary and at the field");
            refused.Body.ShouldContain("We spoke.");
        }

        (await Post(jo, task, "Act", ("Contact", "Spoke"), ("MinutesAgo", "5"))).Body.ShouldContain("href=\"#ActSaid\"");
        (await Post(jo, task, "Act", ("Contact", "Spoke"), ("MinutesAgo", "5"), ("ActSaid", "We spoke."))).Status.ShouldBe(302);
        (await a.OfPerson()).All<RiskActionTaken>().ShouldHaveSingleItem().When.ShouldBe(a.Clock.Now.Minus(TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public async Task A_next_step_too_far_to_be_a_time_is_refused_at_the_field()
    {
        await using var a = await Disclosed(1);
        var jo = await a.Jo();
        var task = await TaskOf(a);
        foreach (var typed in new[] { "25", "2000000000", "99999999999" })
        {
            var refused = await Post(jo, task, "Act", ("Contact", "Spoke"), ("MinutesAgo", "0"), ("ActSaid", "We spoke."), ("NextHours", typed));
            refused.Status.ShouldBe(200, typed);
            refused.Body.ShouldContain("href=\"#NextHours\"");
            refused.Body.ShouldContain("The next step has to be within 24 hours.");
        }

        (await a.OfPerson()).Any<RiskActionTaken>().ShouldBeFalse();
    }

    [Fact]
    public async Task Today_names_the_answer_to_whose_task_it_is_and_the_person_sees_the_look()
    {
        await using var a = await Disclosed(1);
        var jo = await a.Jo();
        (await jo.Get("/today")).Body.ShouldContain("Amira Testwell: question 9, &quot;several days&quot;");
        (await (await a.Site.Patient(ASession.Person)).Get("/me/looked")).Body.ShouldContain("worries about your safety");
    }

    [Fact]
    public async Task The_timeline_says_that_a_risk_answer_came_and_who_closed_it()
    {
        await using var a = await Disclosed(1);
        var referral = Streams.Referral(ASession.Referral);
        await a.Site.Record.Write(new("came", By.Worker), [referral], (_, _) => Decision.Accept(referral, new ReferralReceived
        {
            Person = ASession.Person, ReceivedOn = new(2026, 9, 7), Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me,
        }));
        var jo = await a.Jo();
        var task = await TaskOf(a);
        (await jo.Get($"/pathways/{ASession.Referral}")).Body.ShouldContain($"<a href=\"/risk/{task}\">Risk answer: question 9, &quot;several days&quot;</a>");
        await Post(jo, task, "Act", ("Contact", "Spoke"), ("MinutesAgo", "0"), ("ActSaid", "We spoke."));
        await Post(jo, task, "Close", ("Said", "Safe."), ("Plan", "Call."), ("Informed", "GP"));
        (await jo.Get($"/pathways/{ASession.Referral}?only=Answers")).Body.ShouldContain($"<a href=\"/risk/{task}\">Risk answer closed by ");
    }

    [Fact]
    public async Task There_is_no_way_to_close_many_at_once()
    {
        await using var a = await Disclosed(1);
        var jo = await a.Jo();
        (await jo.Get("/risk")).Body.ShouldNotContain("type=\"checkbox\"");
        (await jo.Post("/risk", ("Close", "all"))).Status.ShouldBeOneOf(400, 404, 405);
    }

    [Fact]
    public async Task The_service_lead_sees_that_a_task_is_late_and_not_what_it_says()
    {
        await using var a = await Disclosed(2);
        a.Clock.Skip(TimeSpan.FromMinutes(61));
        var lead = await a.Site.Staff(Roles.ServiceLead);
        var list = await lead.Get("/risk");
        list.Body.ShouldContain("Overdue, 11:12am today");
        list.Body.ShouldNotMatch(@"\bAmy\b");
        list.Body.ShouldNotContain("/risk/");
        (await lead.Get($"/risk/{await TaskOf(a)}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Staff_put_answers_in_one_by_one_and_the_risk_prompts_come_before_the_next_question()
    {
        await using var a = await ASession.Open();
        var jo = await a.Jo();
        var enter = $"/pathways/{ASession.Referral}/questionnaires/{ASession.Form}/enter";
        (await jo.Get(enter)).Body.ShouldContain("You are entering answers for Amy. They will get a copy within a day and can say it is wrong.");
        (await jo.Fill(enter, ("Reason", "ReadAloudByPhone"), ("Total", "14"))).Body
            .ShouldContain("PHQ-9 is added up from its 9 answers. Enter the answers, or choose &quot;not done&quot; and say why.");
        (await jo.Fill(enter, ("Reason", "ReadAloudByPhone"), ("Sign", "CallOrVideo"))).Location.ShouldBe($"{enter}/1");
        for (var number = 1; number <= 8; number++)
            (await jo.Fill($"{enter}/{number}", ("Answer", "1"))).Location.ShouldBe($"{enter}/{number + 1}");
        (await jo.Fill($"{enter}/9", ("Answer", "1"))).Location.ShouldBe($"{enter}/9?after=risk");
        var prompts = await jo.Get($"{enter}/9?after=risk");
        prompts.Body.ShouldContain("What makes it safer, and less safe, today");
        for (var number = 10; number <= 16; number++)
            await jo.Fill($"{enter}/{number}", ("Answer", "1"));
        (await jo.Fill($"{enter}/check")).Status.ShouldBe(302);
        var scores = (await a.OfReferral()).All<ScoresRecorded>().ShouldHaveSingleItem();
        (scores.FilledInBy, scores.Totals[0]).ShouldBe((FilledInBy.Staff, "9"));

        var amy = await a.Site.Patient(ASession.Person);
        (await amy.Get($"/me/not-what-i-said/{ASession.Form}")).Body.ShouldContain("Jo wrote these answers down for you");
        (await amy.Fill($"/me/not-what-i-said/{ASession.Form}")).Status.ShouldBe(302);
        SentScore.OfReferral(await a.OfReferral()).ShouldAllBe(s => !s.Score.Counts);
    }

    [Fact]
    public async Task The_clinical_lead_is_shown_no_link_that_is_shut_to_them()
    {
        await using var a = await Disclosed(1);
        var lead = await a.Site.Staff(Roles.ClinicalLead);
        var page = await lead.Get($"/risk/{await TaskOf(a)}");
        page.Body.ShouldContain("No safety plan yet.");
        foreach (var link in new[] { $"/safety-plan/{ASession.Person}", $"/pathways/{ASession.Referral}" })
        {
            (await lead.Get(link)).Status.ShouldNotBe(200);
            page.Body.ShouldNotContain($"href=\"{link}\"");
            (await (await a.Jo()).Get($"/risk/{await TaskOf(a)}")).Body.ShouldContain($"href=\"{link}\"");
        }
    }

    [Fact]
    public async Task A_deadline_on_another_day_says_its_day()
    {
        await using var a = await ASession.Open(Moment.Utc(2026, 10, 4, 11));
        var amy = await a.Amy();
        await ASession.Start(amy);
        await ASession.Answer(amy, 9, 1);
        var page = (await (await a.Jo()).Get($"/risk/{await TaskOf(a)}")).Body;
        var told = RiskTask.OpenOf(await a.OfPerson())!;
        London.DayOf(told.Due).ShouldBe(new DateOnly(2026, 10, 5));
        page.ShouldContain($"the duty clinician at {Words.Time(told.Due)} tomorrow");
    }

    [Fact]
    public async Task The_list_names_the_person_and_what_was_told_to_whoever_may_open_it()
    {
        await using var a = await Disclosed(1);
        var list = (await (await a.Site.Staff(Roles.Supervisor)).Get("/risk")).Body;
        list.ShouldContain("Amira Testwell");
        list.ShouldContain("question 9, &quot;several days&quot;");
        (await (await a.Site.Patient(ASession.Person)).Get("/me/looked")).Body.ShouldContain("worries about your safety");
        (await (await a.Site.Staff(Roles.ServiceLead)).Get("/risk")).Body.ShouldNotContain("several days");
    }

    [Fact]
    [Trait("Hazard", "H27")]
    public async Task Where_the_person_was_last_and_who_could_help_stand_there_while_the_task_is_open()
    {
        await using var a = await Disclosed(2);
        var (jo, task) = (await a.Jo(), await TaskOf(a));
        (await jo.Get($"/risk/{task}")).Body.ShouldContain("Where they are: not asked in any session yet.");

        var referral = Streams.Referral(ASession.Referral);
        await a.Site.Record.Write(new("started", new By(a.Clinician, Roles.Pwp)), [referral], (_, _) => Decision.Accept(referral, new SessionStarted
        {
            Appointment = ASession.Appointment, AnswersIn = false, WithoutAnswers = WithoutAnswers.CrisisFirst,
            WhereNow = "With her sister, 2 Sample Street", WhoCouldHelp = "Her sister, 07700 900456",
        }));
        a.Clock.Skip(TimeSpan.FromMinutes(10));
        var open = (await jo.Get($"/risk/{task}")).Body;
        open.ShouldContain("Where they were at 10:12am: With her sister, 2 Sample Street");
        open.ShouldContain("Who could help, said at 10:12am: Her sister, 07700 900456");

        await a.CloseTask();
        (await jo.Get($"/risk/{task}")).Body.ShouldNotContain("2 Sample Street");
    }
}
