using Candour.CareRecord;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Problem;
using Candour.Clinical;
using Candour.Clinical.Problems;
using Candour.Web.Tests.Hosting;

namespace Candour.Web.Tests.Pathways;

public sealed class PathwayPageTests
{
    private const string Today = ACourse.Today, Assessment = "7KAPP00000000004";

    [Fact]
    public async Task The_pathway_shows_who_needs_the_next_session_scores_plan_and_waits()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var page = await course.Jo.Get($"/pathways/{ACourse.Referral}");

        page.Status.ShouldBe(200);
        foreach (var words in new[]
        {
            "Amira Testwell", "Amy", "4 March 1991", "999 012 3456", "Letters in large print", "Session 3 is at 2pm today.", "Low mood: PHQ-9",
            "8 now, 18 at the start", "2 of 8 sessions given", "sleeping through, back at choir", "79", "days to first treatment", "Amy</bdi> can see that you did",
        })
            page.Body.ShouldContain(words);
        page.Body.Split("<h1").Length.ShouldBe(2);
        page.Body.IndexOf("Session 3 is at", StringComparison.Ordinal).ShouldBeLessThan(page.Body.IndexOf("candour-chart", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Today, 167, false)]
    [InlineData(Today, 168, true)]
    [InlineData(Assessment, 167, false)]
    [InlineData(Assessment, 168, true)]
    public async Task Start_is_a_button_from_an_hour_before_its_time_and_words_until_then(string appointment, int minutesLater, bool can)
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        if (appointment == Assessment)
        {
            await course.Tell("off", By.Worker, Streams.Referral(ACourse.Referral), new AppointmentCancelled { Appointment = Today, AskedBy = AskedBy.Us });
            await course.Books(Assessment, Moment.Utc(2026, 10, 5, 13), kind: "01");
        }

        // From 10:12: 12:59pm and 1pm.
        site.Clock.Advance(TimeSpan.FromMinutes(minutesLater));
        var page = (await (await site.Staff(Roles.Pwp)).Get($"/pathways/{ACourse.Referral}")).Body;
        var (name, href) = appointment == Today ? ("session 3", $"/sessions/{Today}") : ("assessment", $"/assess/{Assessment}");
        page.Contains($"Start {name}, 2pm today", StringComparison.Ordinal).ShouldBe(can);
        page.Contains($"<strong>{char.ToUpperInvariant(name[0])}{name[1..]} is at 2pm today.</strong> You can start it from 1pm.", StringComparison.Ordinal).ShouldBe(!can);
        page.Contains($"<a href=\"/appointments/{appointment}\">Move it</a>", StringComparison.Ordinal).ShouldBe(!can);
        // What can be read before stays at hand.
        page.ShouldContain($"href=\"{href}\"");
    }

    [Fact]
    public async Task The_look_is_stored_before_the_answer_and_nothing_is_cached()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var page = await course.Jo.Get($"/pathways/{ACourse.Referral}");

        await using var connection = await site.Record.Database.Open();
        await using var count = connection.CreateCommand();
        count.CommandText = $"select count(*) from view where person='{ACourse.Person}' and actor='{course.JoId}'";
        Convert.ToInt32(await count.ExecuteScalarAsync()).ShouldBe(1);
        page.Header("Cache-Control").ShouldNotBeNull().ShouldContain("no-store");
    }

    [Fact]
    public async Task A_clinician_without_the_person_sees_what_a_wrong_address_shows()
    {
        await using var site = await ASite.Open();
        await ACourse.On(site);
        var stranger = await site.Staff(CareRecord.Roles.HighIntensity);
        var there = await stranger.Get($"/pathways/{ACourse.Referral}");
        var nowhere = await stranger.Get("/pathways/0000000000000000");

        (there.Status, nowhere.Status).ShouldBe((404, 404));
        there.Body.ShouldNotContain("Testwell");
    }

    [Fact]
    public async Task The_page_for_staff_is_not_there_for_the_person_it_is_about()
    {
        await using var site = await ASite.Open();
        await ACourse.On(site);
        (await (await site.Patient(ACourse.Person)).Get($"/pathways/{ACourse.Referral}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_contact_on_the_timeline_says_how_long_it_was()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        // From 10:12 to 2:42pm.
        site.Clock.Advance(TimeSpan.FromMinutes(270));
        await course.Held(ACourse.Today, 8, 6, 0, minutes: 35);
        (await (await site.Staff(Roles.Pwp)).Get($"/pathways/{ACourse.Referral}")).Body.ShouldContain("Session 3, video, 35 minutes. Note by Jo Demo");
    }

    [Fact]
    public async Task A_filter_and_another_instrument_are_links()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        (await course.Jo.Get($"/pathways/{ACourse.Referral}?show=GAD7")).Body.ShouldContain("Anxiety: GAD-7");
        var plan = (await course.Jo.Get($"/pathways/{ACourse.Referral}?only=Plan")).Body;
        plan.ShouldContain("Plan signed by link");
        plan.ShouldNotContain("Referral received");
    }

    [Fact]
    public async Task Saved_then_read_is_always_the_new_value()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        for (var i = 0; i < 50; i++)
        {
            await course.Tell($"note{i}", new(course.JoId, CareRecord.Roles.Pwp), CareRecord.Streams.Referral(ACourse.Referral), new CareRecord.Waiting.WroteWhileWaiting { On = new DateOnly(2026, 1, 1).AddDays(i) });
            var day = Candour.Clinical.Words.Day(new DateOnly(2026, 1, 1).AddDays(i), new(2026, 10, 5));
            (await course.Jo.Get($"/pathways/{ACourse.Referral}?only=Letters")).Body.ShouldContain($"<strong>{day}</strong>");
        }
    }

    [Fact]
    [Trait("Hazard", "H40")]
    public async Task A_main_problem_that_was_corrected_is_never_read_as_the_present_one()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var (low, worry) = (ProblemDescriptor.Find("F32"), ProblemDescriptor.Find("F411"));
        foreach (var (problem, why) in new[] { (low, "Low since spring"), (worry, "It is worry that came first") })
        {
            await course.Tell($"problem-{problem.Key}", new By(course.JoId, Roles.Pwp), Streams.Referral(ACourse.Referral), new ProblemDescriptorRecorded
            {
                Scheme = "01", Code = problem.Code!, Significance = RecordProblem.Main, RecordedOn = new(2026, 10, 5), Why = why,
            });
        }

        var pathway = (await course.Jo.Get($"/pathways/{ACourse.Referral}")).Body;
        pathway.ShouldContain($"Main problem: {low.Name}, corrected on 5 October");
        pathway.ShouldNotContain($"Main problem: {worry.Name}, corrected");
        var page = (await course.Jo.Get($"/pathways/{ACourse.Referral}/problem")).Body;
        page.ShouldContain("Corrected on 5 October by Jo Demo.");
        page.ShouldContain($"<del>{low.Name}</del> (before)");
        page.ShouldNotContain($"<del>{worry.Name}</del>");
        page.ShouldContain("It is worry that came first");
    }
}
