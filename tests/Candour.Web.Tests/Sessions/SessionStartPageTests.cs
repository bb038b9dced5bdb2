using Candour.CareRecord;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;

namespace Candour.Web.Tests.Sessions;

/// <summary>When a session can be started, and what is asked first.</summary>
public sealed class SessionStartPageTests
{
    private const string Address = $"/sessions/{ACourse.Today}";

    [Fact]
    public async Task Before_its_day_a_session_is_words_with_a_way_to_move_it_and_no_button()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        const string tomorrow = "7KAPP00000000004";
        await course.Tell("off", By.Worker, Streams.Referral(ACourse.Referral), new AppointmentCancelled { Appointment = ACourse.Today, AskedBy = AskedBy.Us });
        await course.Books(tomorrow, Clinical.Moment.Utc(2026, 10, 6, 13));
        var pathway = (await course.Jo.Get($"/pathways/{ACourse.Referral}")).Body;
        pathway.ShouldNotContain("Start session 3");
        pathway.ShouldContain("<strong>Session 3 is at 2pm on 6 October.</strong> You can start it on Tuesday 6 October 2026, from 1pm.");
        pathway.ShouldContain($"<a href=\"/appointments/{tomorrow}\">Move it</a>");
        var session = (await course.Jo.Get($"/sessions/{tomorrow}")).Body;
        session.ShouldContain("You can start it on Tuesday 6 October 2026, from 1pm.");
        session.ShouldContain("Move it");
        session.ShouldNotContain("handler=Start");
    }

    [Theory]
    [InlineData(167, false)]
    [InlineData(168, true)]
    public async Task More_than_an_hour_before_its_time_there_is_no_button_to_start_it(int minutesLater, bool can)
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        site.Clock.Advance(TimeSpan.FromMinutes(minutesLater));
        var session = (await (await site.Staff(Roles.Pwp)).Get(Address)).Body;
        session.Contains("handler=Start", StringComparison.Ordinal).ShouldBe(can);
        session.Contains($"You can start it from 1pm. <a href=\"/appointments/{ACourse.Today}\">Move it</a>", StringComparison.Ordinal).ShouldBe(!can);
    }

    [Fact]
    public async Task A_remote_session_without_a_place_is_refused_at_its_field_and_keeps_what_was_typed()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await course.TodayAtEleven();
        var page = await course.Jo.Fill(Address, ("Form.WhoCouldHelp", "Her sister"));
        page.Status.ShouldBe(200);
        page.Body.ShouldContain("Ask Amy: where are you now, and who could help? If you cannot ask, say why.");
        page.Body.ShouldContain("Her sister");
    }
}
