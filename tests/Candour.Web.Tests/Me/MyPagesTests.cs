using Candour.CareRecord;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Sessions;
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
        page.Body.ShouldNotContain("Amy");
        page.Body.ShouldNotContain("Jo Demo");
        (await amy.Get($"/me/appointments/{ACourse.Second}")).Status.ShouldBe(404);
        (await amy.Fill(page, $"/me/appointments/{ACourse.Today}", ("slot", "2026-10-06T09:00"))).Status.ShouldBe(303);
    }

    [Fact]
    public async Task Who_has_looked_names_the_clinician_who_opened_the_pathway()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await course.Jo.Get($"/pathways/{ACourse.Referral}");
        (await (await site.Patient(ACourse.Person)).Get("/me/looked")).Body.ShouldContain("<bdi>Jo Demo</bdi>, psychological wellbeing practitioner: scores, sessions and notes");
    }

    [Theory]
    [InlineData("/me/looked")]
    [InlineData("/me")]
    [InlineData("/me/scores")]
    [InlineData("/me/appointments")]
    [InlineData("/me/ending")]
    public async Task An_answer_link_reads_none_of_my_pages(string address)
    {
        await using var site = await ASite.Open();
        await ACourse.On(site);
        var amy = await site.Patient(ACourse.Person, CareRecord.Access.PatientStrength.Answer, "questionnaire/7KQ0000000000001");
        (await amy.Get(address)).Status.ShouldBe(404);
    }
}
