using Candour.CareRecord;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;

namespace Candour.Web.Tests.Today;

public sealed class TodayPageTests
{
    [Fact]
    public async Task Today_counts_what_its_lists_hold_and_shows_no_score()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var page = (await course.Jo.Get("/today")).Body;

        page.ShouldContain("Today, Monday 5 October");
        page.ShouldContain("3 people to see. 0 notes to finish.");
        // Three in the day, and one whose answers nobody has read yet.
        page.Split("href=\"/pathways/").Length.ShouldBe(5);
        page.ShouldContain("Session 3 of 8, video.");
        page.ShouldContain("Sent, 7am");
        page.ShouldNotContain("PHQ");
    }

    [Fact]
    public async Task My_people_shows_one_next_step_for_each_and_no_score()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var page = (await course.Jo.Get("/people")).Body;

        page.ShouldContain("1 person.");
        page.ShouldContain("2 of 8");
        page.ShouldContain("Session, video, by 5 October");
        page.ShouldNotContain("PHQ");
    }

    [Fact]
    public async Task A_day_above_the_number_agreed_now_is_told_to_the_supervisor_once_and_to_nobody_else()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var sam = ASite.StaffId(Roles.Supervisor);
        var supervisor = await site.Staff(Roles.Supervisor);
        (await course.Jo.Get("/today")).Body.ShouldNotContain("Your agreed number is");
        await course.Tell("fewer", By.Worker, Streams.Staff(course.JoId), new CareRecord.Staff.StaffDetailsGiven { Name = "Jo Demo", PeopleADay = 2 });
        (await course.Jo.Get("/today")).Body.ShouldContain("No supervisor is named for you.");

        await course.Tell("sam", By.Worker, Streams.Staff(sam), new CareRecord.Staff.StaffJoined { Name = "Sam Lead", From = new(2024, 1, 8) }, new CareRecord.Staff.RoleGranted { RoleName = Roles.Supervisor, From = new(2024, 1, 8) });
        await course.Tell("agreed", By.Worker, Streams.Staff(course.JoId), new CareRecord.Staff.StaffDetailsGiven { Name = "Jo Demo", PeopleADay = 2, Supervisor = sam });
        var page = await course.Jo.Get("/today");
        page.Body.ShouldContain("3 people today. Your agreed number is 2.");
        page.Body.ShouldContain("Tell <bdi>Sam Lead</bdi>");
        (await course.Jo.Fill(page, "/today", ("Shown.Version", "0"))).Location.ShouldBe("/today");
        (await course.Jo.Fill(page, "/today", ("Shown.Version", "0"))).Location.ShouldBe("/today");
        var told = (await course.Jo.Get("/today")).Body;
        told.ShouldContain("You told <bdi>Sam Lead</bdi> at 10:12am.");
        told.ShouldNotContain("Tell <bdi>Sam Lead</bdi>");
        (await site.Record.Read(Streams.Staff(course.JoId))).All<CareRecord.Staff.FullDayTold>().Count().ShouldBe(1);

        var seen = System.Text.RegularExpressions.Regex.Replace((await supervisor.Get("/today")).Body, "<[^>]+>", "");
        seen.ShouldContain("Jo Demo told you at 10:12am: 3 people today. The agreed number is 2.");
        (await (await site.Staff(Roles.HighIntensity)).Get("/today")).Body.ShouldNotContain("The agreed number");
        site.Clock.Skip(TimeSpan.FromDays(1));
        (await (await site.Staff(Roles.Supervisor)).Get("/today")).Body.ShouldNotContain("The agreed number");
    }

    [Fact]
    public async Task Who_sees_every_appointment_by_the_table_chooses_whose_diary_and_nobody_else_does()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var ida = await site.Get<CareRecord.Access.Store.Accounts>().Add("5TAFF1DA00000001", "ida@northmere.example", "Ida Demo", [Roles.HighIntensity]);
        await course.Tell("idas", By.Worker, Streams.Referral(ACourse.Referral), new CareRecord.Appointments.AppointmentBooked
        {
            Appointment = "7KAPP1DA00000001", Person = ACourse.Person, Clinician = ida.Staff, Starts = Clinical.Moment.Utc(2026, 10, 6, 13), Ends = Clinical.Moment.Utc(2026, 10, 6, 14), Kind = "02", Medium = CareRecord.Appointments.Media.Video,
        });
        var desk = await site.Staff(Roles.Administrator);
        var page = (await desk.Get("/diary?week=2026-10-05")).Body;
        page.ShouldContain("<label class=\"nhsuk-label\" for=\"clinician\">");
        page.ShouldMatch($"<option value=\"{course.JoId}\"[^>]*>Jo Demo</option>");
        var hers = (await desk.Get($"/diary?week=2026-10-05&clinician={ida.Staff}")).Body;
        hers.ShouldMatch($"<option value=\"{ida.Staff}\"[^>]* selected[^>]*>Ida Demo</option>");
        hers.ShouldContain("/appointments/7KAPP1DA00000001");
        hers.ShouldNotContain($"/appointments/{ACourse.Today}");
        hers.ShouldContain($"week=2026-10-12&amp;clinician={ida.Staff}");

        var own = (await course.Jo.Get($"/diary?clinician={ida.Staff}")).Body;
        own.ShouldContain($"/appointments/{ACourse.Today}");
        own.ShouldNotContain("/appointments/7KAPP1DA00000001");
        own.ShouldNotContain("Ida Demo");
    }

    [Theory]
    [InlineData("/diary")]
    [InlineData("/people?sort=Name&missing=true")]
    public async Task Lists_answer(string address)
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        (await course.Jo.Get(address)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_booking_against_needs_or_into_a_taken_slot_says_so_and_keeps_what_was_typed()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var address = $"/pathways/{ACourse.Referral}/book";
        var refused = await course.Jo.Fill(address, ("Form.Medium", "02"), ("Form.Day.Day", "12"), ("Form.Day.Month", "10"), ("Form.Day.Year", "2026"), ("Form.Time", "2pm"), ("Form.Minutes", "45"), ("Form.Kind", "02"), ("Form.Clinician", course.JoId));
        refused.Body.ShouldContain("Amy asked for text only. A phone call will not work.");
        refused.Body.ShouldMatch("name=\"Form.Day.Day\"[^>]* value=\"12\"");

        var booked = await course.Jo.Fill(address, ("Form.Medium", "11"), ("Form.Day.Day", "12"), ("Form.Day.Month", "10"), ("Form.Day.Year", "2026"), ("Form.Time", "2pm"), ("Form.Minutes", "45"), ("Form.Kind", "02"), ("Form.Clinician", course.JoId));
        booked.Status.ShouldBe(303);
        var there = (await course.Jo.Get(booked.Location!)).Body;
        there.ShouldContain("Monday 12 October 2026, 2pm to 2:45pm, video");
        there.ShouldContain("Booked.");
    }

    [Theory]
    [InlineData(0, 12, "Diary, week of 5 October")]
    [InlineData(5, 19, "Diary, week of 12 October")]
    [InlineData(6, 19, "Diary, week of 12 October")]
    public async Task Booking_and_the_diary_open_on_a_day_of_work(int daysAfterMonday, int offered, string week)
    {
        await using var site = await ASite.Open();
        await ACourse.On(site);
        site.Clock.Advance(TimeSpan.FromDays(daysAfterMonday));
        var jo = await site.Staff(Roles.Pwp);
        (await jo.Get("/diary")).Body.ShouldContain(week);
        var page = (await jo.Get($"/pathways/{ACourse.Referral}/book")).Body;
        page.ShouldMatch($"name=\"Form.Day.Day\"[^>]* value=\"{offered}\"");
        page.ShouldNotContain("No free time that day");
    }

    [Fact]
    public async Task A_day_that_is_none_is_kept_and_said_at_its_box()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var refused = await course.Jo.Fill($"/pathways/{ACourse.Referral}/book", ("Form.Day.Day", "31"), ("Form.Day.Month", "2"), ("Form.Day.Year", "2027"), ("Form.Time", "soon"));
        refused.Body.ShouldContain("31 February is not a real date. Check the day and month");
        refused.Body.ShouldContain("href=\"#Form_Day_Day\"");
        refused.Body.ShouldContain("Enter a time, like 2pm or 14:00");
    }

    [Fact]
    public async Task A_second_assessment_leads_to_the_one_that_is_booked()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var address = $"/pathways/{ACourse.Referral}/book";
        (string, string)[] Assessment(string day) =>
            [("Form.Medium", "11"), ("Form.Day.Day", day), ("Form.Day.Month", "10"), ("Form.Day.Year", "2026"), ("Form.Time", "2pm"), ("Form.Minutes", "45"), ("Form.Kind", "01"), ("Form.Clinician", course.JoId)];
        var first = (await course.Jo.Fill(address, Assessment("12"))).Location!;
        var second = (await course.Jo.Fill(address, Assessment("13"))).Body;
        second.ShouldContain("Amy has an assessment on Monday 12 October 2026, 2pm. Move it instead.");
        second.ShouldContain($"href=\"{first}\"");
    }

    [Fact]
    public async Task Lists_of_staff_turn_into_lines_on_a_narrow_screen()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        (await course.Jo.Get("/people")).Body.ShouldContain("nhsuk-table--responsive");
        var diary = (await course.Jo.Get("/diary")).Body;
        diary.ShouldContain("candour-wide");
        diary[diary.IndexOf("candour-narrow", StringComparison.Ordinal)..].ShouldContain("Amira Testwell");
    }
}
