using System.Globalization;
using Candour.CareRecord;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Waiting;
using Candour.Clinical;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;

namespace Candour.Web.Tests.Me;

public sealed class MyPagesTests
{
    [Fact]
    public async Task My_page_says_what_is_next_and_how_long_the_waits_were()
    {
        await using var site = await ASite.Open();
        await ACourse.On(site);
        var page = await (await site.Patient(ACourse.Person)).Get("/me");
        page.Body.ShouldContain("Hello <bdi>Amy</bdi>");
        page.Body.ShouldContain("Monday 5 October 2026, 2pm, video, with <bdi>Jo Demo</bdi>");
        page.Body.ShouldContain("You came to us 11 weeks (79 days) ago. You waited 11 weeks (79 days) for your first treatment and 0 days for your second.");
    }

    [Fact]
    public async Task While_waiting_my_page_says_how_long_half_of_people_wait()
    {
        await using var site = await ASite.Open();
        var others = Enumerable.Range(1, 20).Select(n => $"7K0THER{n:D9}").ToList();
        foreach (var other in others)
            await Waits(site, other, new(2026, 8, 24));
        await Waits(site, ACourse.Person, new(2026, 9, 1));
        var amy = await site.Patient(ACourse.Person);
        (await amy.Get("/me")).Body.ShouldContain("You have waited 34 days for self-help with a book and a helper. We will write by ");

        // 11 of 21 begin after 42 days, on the site's today: at that day no more than half still wait.
        foreach (var other in others.Take(11))
            await Begins(site, other);
        (await amy.Get("/me")).Body.ShouldContain("You have waited 34 days for self-help with a book and a helper. Half of people wait 42 days. We will write by ");
    }

    [Fact]
    public async Task My_scores_say_it_in_words_first_and_ask_whether_they_match()
    {
        await using var site = await ASite.Open();
        await ACourse.On(site);
        var amy = await site.Patient(ACourse.Person);
        var page = await amy.Get("/me/scores");
        page.Body.ShouldContain("Your low mood score was 18 when you started. It is now 8. Lower is better. A change of 6 or more is bigger than normal ups and downs.");

        (await amy.Fill(page, "/me/scores", ("match", "FeelsWorse"), ("ownWords", "It misses how tired I am"))).Status.ShouldBe(303);
        var said = (await site.Record.Read(Streams.Referral(ACourse.Referral))).First<ScoresMatchSaid>()!;
        (said.Match, said.OwnWords).ShouldBe((ScoresMatch.FeelsWorse, "It misses how tired I am"));
    }

    [Fact]
    public async Task A_score_stands_at_the_day_it_was_answered_and_not_at_the_day_of_a_session_still_to_come()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await course.Books("7KAPP00000000004", Moment.Utc(2026, 10, 7, 13));
        await course.Answered("7KAPP00000000004", 7, 5, 0);
        foreach (var page in new[] { await (await site.Patient(ACourse.Person)).Get("/me/scores"), await course.Jo.Get($"/pathways/{ACourse.Referral}") })
        {
            var chart = page.Body[page.Body.IndexOf("<svg", StringComparison.Ordinal)..page.Body.IndexOf("</table>", StringComparison.Ordinal)];
            chart.ShouldContain("5 October");
            chart.ShouldNotContain("7 October");
            chart.ShouldNotMatch("<text[^>]*text-anchor=\"middle\"[^>]*>7</text>\\s*<text[^>]*>Oct</text>");
        }
    }

    [Fact]
    public async Task What_is_now_is_the_latest_session_though_an_earlier_one_is_still_to_be_written_up()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await course.Books("7KAPP00000000004", Moment.Utc(2026, 10, 5, 6, 15));
        await course.Answered("7KAPP00000000004", 14, 6, 0);
        await course.TodayAtEleven();
        await course.Held(ACourse.Today, 8, 6, 0);
        var page = (await (await site.Patient(ACourse.Person)).Get("/me/scores")).Body;
        page.ShouldContain("Your low mood score was 14 when you started. It is now 8.");
    }

    [Fact]
    public async Task A_score_that_went_up_since_the_time_before_and_not_since_the_start_is_told_so()
    {
        await using var site = await ASite.Open();
        await ACourse.On(site, first: 18, second: 5);
        var page = (await (await site.Patient(ACourse.Person)).Get("/me/scores")).Body;
        page.ShouldContain("Your low mood score was 18 when you started. It is now 8.");
        page.ShouldContain("It went up since the time before. That happens.");
        page.ShouldNotContain("Your score went up.");
    }

    [Fact]
    public async Task After_the_end_nothing_is_offered_that_needs_care_going_on()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var amy = await site.Patient(ACourse.Person);
        (await amy.Get("/me")).Body.ShouldContain("/me/ask/another-therapist");
        await course.Tell("ended", By.Worker, Streams.Referral(ACourse.Referral), new CareRecord.Discharge.CareEnded
        {
            Decision = "7KDEC10000000001", Day = new(2026, 10, 5), Reason = CareRecord.Discharge.EndingReason.FinishedTogether, EndCode = "46", Decided = new(2026, 9, 21),
        });
        var page = (await amy.Get("/me")).Body;
        page.ShouldContain("/me/worse");
        foreach (var what in new[] { "another-therapist", "earlier-time", "stop" })
            page.ShouldNotContain($"/me/ask/{what}");
    }

    [Fact]
    public async Task Whether_the_scores_match_is_read_by_the_therapist_beside_them_and_in_the_timeline()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await (await site.Patient(ACourse.Person)).Fill("/me/scores", ("match", "FeelsWorse"), ("ownWords", "It misses how tired I am"));
        var page = System.Net.WebUtility.HtmlDecode(
            System.Text.RegularExpressions.Regex.Replace((await course.Jo.Get($"/pathways/{ACourse.Referral}")).Body, "<[^>]+>", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        page.ShouldContain("Amy said on 5 October: they feel worse than the low mood score. “It misses how tired I am”");
        page.ShouldContain("Amy says: they feel worse than the low mood score. “It misses how tired I am”");
        (await course.Jo.Get($"/pathways/{ACourse.Referral}?show=GAD7")).Body.ShouldNotContain("said on 5 October");
    }

    [Fact]
    public async Task An_appointment_is_cancelled_without_counting_against_anyone()
    {
        await using var site = await ASite.Open();
        await ACourse.On(site);
        var amy = await site.Patient(ACourse.Person);
        (await amy.Fill("/me/appointments")).Status.ShouldBe(303);
        (await amy.Get("/me/appointments")).Body.ShouldContain("Cancelled. This will not count against you.");
        Appointment.Find(await site.Record.Read(Streams.Referral(ACourse.Referral)), ACourse.Today)!.Cancelled!.AskedBy.ShouldBe(AskedBy.Person);
    }

    [Fact]
    public async Task An_appointment_is_moved_to_a_free_time()
    {
        await using var site = await ASite.Open();
        await ACourse.On(site);
        var amy = await site.Patient(ACourse.Person);
        var page = await amy.Get($"/me/appointments?move={ACourse.Today}");
        page.Body.ShouldContain("Tuesday 6 October 2026, 9am");
        (await amy.Fill(page, "/me/appointments", ("slot", "2026-10-06T09:00"))).Status.ShouldBe(303);
        Appointment.Find(await site.Record.Read(Streams.Referral(ACourse.Referral)), ACourse.Today)!.Starts.ShouldBe(Candour.Clinical.Moment.Utc(2026, 10, 6, 8));
    }

    [Fact]
    public async Task The_link_to_one_appointment_opens_it_alone_without_a_name()
    {
        await using var site = await ASite.Open();
        await ACourse.On(site);
        var amy = await site.Patient(ACourse.Person, CareRecord.Access.PatientStrength.Answer, $"appointment/{ACourse.Today}");
        var page = await amy.Get($"/me/appointments/{ACourse.Today}");
        page.Body.ShouldContain("Monday 5 October 2026, 2pm");
        page.Body.ShouldNotMatch(@"\bAmy\b");
        page.Body.ShouldNotContain("Jo Demo");
        (await amy.Get($"/me/appointments/{ACourse.Second}")).Status.ShouldBe(404);
        (await amy.Fill(page, $"/me/appointments/{ACourse.Today}", ("slot", "2026-10-06T09:00"))).Status.ShouldBe(303);
    }

    [Theory]
    [InlineData(CareRecord.Access.PatientStrength.Answer, false)]
    [InlineData(CareRecord.Access.PatientStrength.Read, true)]
    public async Task An_appointment_says_how_to_join_and_whom_to_call_and_who_it_is_with_once_the_code_was_given(CareRecord.Access.PatientStrength strength, bool named)
    {
        await using var site = await ASite.Open(seed: r => r.Write(new("policy", By.Worker), [Streams.Policy], (_, _) => Decision.Accept(
            Streams.Policy,
            new PolicySet { Name = PolicyNames.Phone, Value = "01632 960 123", From = new(2026, 1, 1) },
            new PolicySet { Name = PolicyNames.JoinByVideo, Value = "Open the link in our e-mail of the day before.", From = new(2026, 1, 1) })));
        await ACourse.On(site);
        var amy = await site.Patient(ACourse.Person, strength, strength == CareRecord.Access.PatientStrength.Answer ? $"appointment/{ACourse.Today}" : null);
        var page = (await amy.Get($"/me/appointments/{ACourse.Today}")).Body;
        page.ShouldContain("How to join");
        page.ShouldContain("Open the link in our e-mail of the day before.");
        page.ShouldContain("Call <a href=\"tel:01632960123\">01632 960 123</a>");
        page.Contains("With <bdi>Jo Demo</bdi>", StringComparison.Ordinal).ShouldBe(named);
        page.Contains("/l/more?to=/me/appointments", StringComparison.Ordinal).ShouldBe(!named);
        if (named)
            (await amy.Get("/me/appointments")).Body.ShouldContain("Open the link in our e-mail of the day before.");
    }

    [Theory]
    [InlineData("Join here: https://video.northmere.example/room/1.", "<a href=\"https://video.northmere.example/room/1\" rel=\"noreferrer\">Join</a>")]
    [InlineData("Open the link in our e-mail of the day before.", "<a href=\"/me/appointments\">How to join</a>")]
    [InlineData("", "<a href=\"/me/appointments\">How to join</a>")]
    [InlineData("http://video.northmere.example/room", "<a href=\"/me/appointments\">How to join</a>")]
    public async Task The_next_appointment_on_a_screen_is_joined_from_my_page(string words, string link)
    {
        await using var site = await ASite.Open(seed: r => r.Write(new("policy", By.Worker), [Streams.Policy], (_, _) => Decision.Accept(
            Streams.Policy, new PolicySet { Name = PolicyNames.JoinByVideo, Value = words, From = new(2026, 1, 1) })));
        await ACourse.On(site);
        (await (await site.Patient(ACourse.Person)).Get("/me")).Body.ShouldMatch(
            @"with <bdi>Jo Demo</bdi>\.\s+" + System.Text.RegularExpressions.Regex.Escape(link) + @"\s+<a href=""/me/appointments"">Move or cancel</a>");
    }

    [Fact]
    public async Task Who_has_looked_names_the_clinician_who_opened_the_pathway()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await course.Jo.Get($"/pathways/{ACourse.Referral}");
        (await (await site.Patient(ACourse.Person)).Get("/me/looked")).Body.ShouldContain("<bdi>Jo Demo</bdi>, psychological wellbeing practitioner: scores, sessions and notes. Why: your appointment at 8am that day");
    }

    [Fact]
    public async Task Who_has_looked_says_that_the_person_is_in_the_care_of_who_looked()
    {
        await using var site = await ASite.Open();
        await ACourse.On(site);
        site.Clock.Skip(TimeSpan.FromDays(1));
        (await (await site.Staff(Roles.Pwp)).Get($"/pathways/{ACourse.Referral}")).Status.ShouldBe(200);
        (await (await site.Patient(ACourse.Person)).Get("/me/looked")).Body.ShouldContain("scores, sessions and notes. Why: you are in their care");
    }

    [Fact]
    public async Task Who_has_looked_says_which_work_of_the_front_desk_it_was()
    {
        await using var site = await ASite.Open();
        var (person, referral) = (Streams.Person("7KB0000000000001"), Streams.Referral("7KB0000000000001"));
        await Tell(site, "came",
            (person, [new PersonRegistered { FirstName = "Bo", LastName = "Sample", BirthDate = new(1990, 1, 1), FilledBy = FilledBy.Me }]),
            (referral, [new ReferralReceived { Person = person.Id, ReceivedOn = new(2026, 10, 5), Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me }]));
        var desk = await site.Staff(Roles.Administrator);
        (await desk.Get($"/inbox/{referral.Id}")).Status.ShouldBe(200);
        (await (await site.Patient(person.Id)).Get("/me/looked")).Body.ShouldContain("front desk: referral. Why: front desk: a new referral");
    }

    /// <summary>On the list for self-help with a helper since the day they were referred; the person's id serves as the referral's.</summary>
    private static Task Waits(ASite site, string person, DateOnly since) => Tell(site, person,
        (Streams.Person(person), [new PersonRegistered { FirstName = "Somebody", LastName = "Madeup", BirthDate = new(1991, 3, 4), FilledBy = FilledBy.Me }]),
        (Streams.Referral(person),
        [
            new ReferralReceived { Person = person, ReceivedOn = since, Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me },
            new PutOnWaitingList { Step = 2, Therapy = ACourse.GuidedSelfHelp, On = since },
        ]));

    private static Task Begins(ASite site, string person)
    {
        var (appointment, starts) = ($"7KB{person[3..]}", Moment.Utc(2026, 10, 5, 8).Plus(TimeSpan.FromMinutes(45 * int.Parse(person[7..], CultureInfo.InvariantCulture))));
        return Tell(site, person, (Streams.Referral(person),
        [
            new AppointmentBooked { Appointment = appointment, Person = person, Clinician = person, Starts = starts, Ends = starts.Plus(TimeSpan.FromMinutes(45)), Kind = "02", Medium = Media.Video },
            new AttendanceRecorded { Appointment = appointment, Code = "5" },
            new SessionClosed { Appointment = appointment, ContactType = "02", Number = 1 },
        ]));
    }

    private static async Task Tell(ASite site, string command, params (StreamId Stream, Event[] Events)[] told)
    {
        foreach (var (stream, events) in told)
        {
            (await site.Record.Write(new($"{command}/{stream.Id}/{events[0].GetType().Name}", By.Worker), [stream], (_, _) => Decision.Accept(stream, events)))
                .ShouldBeOfType<Outcome.Done>();
        }
    }

    [Theory]
    [InlineData("/me/looked")]
    [InlineData("/me")]
    [InlineData("/me/scores")]
    [InlineData("/me/appointments")]
    [InlineData("/me/ending")]
    public async Task An_answer_link_reads_none_of_my_pages_and_is_led_to_the_step_that_sends_a_code(string address)
    {
        await using var site = await ASite.Open();
        await ACourse.On(site);
        var amy = await site.Patient(ACourse.Person, CareRecord.Access.PatientStrength.Answer, "questionnaire/7KQ0000000000001");
        var led = await amy.Get(address);
        (led.Status, led.Location).ShouldBe((302, $"/l/more?to={Uri.EscapeDataString(address)}"));
        var more = await amy.Get(led.Location!);
        more.Body.ShouldContain("One more step to read this");
        more.Body.ShouldNotMatch(@"\bAmy\b");
    }
}
