using Candour.CareRecord;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Testing;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;

namespace Candour.Web.Tests.DataSet;

/// <summary>
/// The fields that docs/reference/data-set-fields.csv says are asked when a contact is booked or written up: the real page
/// has an input of the name given there, and what is posted in it comes out in the event.
/// </summary>
public sealed class FieldPlacesTests
{
    private const string Group = "7KAPP00000000009";

    [Fact]
    public async Task Every_field_said_to_be_asked_at_booking_or_in_the_session_has_its_input_there()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await GroupToday(course);
        var all = File.ReadAllLines(Checkout.At("docs", "reference", "data-set-fields.csv")).Skip(1).Select(l => l.Split(',')).ToList();
        all.Where(r => r[^4] is nameof(AppointmentBooked) or nameof(AppointmentCancelled) or nameof(AttendanceRecorded) && r[^2].StartsWith('/') && r[^1].Length == 0)
            .Select(r => $"{r[0]}.{r[1]}: {r[^2]} is a page and no input of it is named").ShouldBeEmpty();
        var rows = all.Where(cells => cells[^1].StartsWith("Form.", StringComparison.Ordinal) || cells[^1].StartsWith("Log.", StringComparison.Ordinal)).ToList();
        rows.Count.ShouldBeGreaterThan(20);
        var pages = new Dictionary<string, string>
        {
            ["/pathways/{referral}/book"] = (await course.Jo.Get($"/pathways/{ACourse.Referral}/book")).Body,
            // What is asked where it is called off is asked at short notice only: it is this morning, and the session is at 2pm.
            ["/appointments/{id}"] = (await course.Jo.Get($"/appointments/{ACourse.Today}")).Body,
            ["/sessions/{appointment}"] = (await course.Jo.Get($"/sessions/{Group}")).Body,
        };
        rows.Where(r => !pages[r[^2]].Contains($"name=\"{r[^1]}\"", StringComparison.Ordinal))
            .Select(r => $"{r[0]}.{r[1]}: {r[^2]} has no input {r[^1]}").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_booking_form_says_for_the_return_is_in_the_event_and_offered_again()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        const string page = $"/pathways/{ACourse.Referral}/book";
        (string, string)[] form =
        [
            ("Form.Kind", "02"), ("Form.Medium", Media.Video), ("Form.Clinician", course.JoId), ("Form.Day.Day", "12"), ("Form.Day.Month", "10"), ("Form.Day.Year", "2026"), ("Form.Time", "2pm"), ("Form.Minutes", "45"),
            ("Form.Mode", "3"), ("Form.GroupFacilitators", "2"), ("Form.Planned", "Y"), ("Form.LongTermConditionService", "Y"),
            ("Form.Programme", "Calm Steps"), ("Form.LocationType", "B01"), ("Form.Site", "rxx01"), ("Form.Language", "pl"),
        ];
        var refused = await course.Jo.Fill(page, form);
        refused.Body.ShouldContain("Enter the code of the group session");
        refused.Body.ShouldContain("href=\"#Group\"");
        (await course.Jo.Fill(page, [.. form, ("Form.Group", "sleep12oct")])).Status.ShouldBe(303);
        var booked = (await site.Record.Read(Streams.Referral(ACourse.Referral))).Last<AppointmentBooked>()!;
        (booked.Mode, booked.Group, booked.GroupFacilitators, booked.Planned, booked.LongTermConditionService)
            .ShouldBe(("3", "SLEEP12OCT", 2, "Y", "Y"));
        (booked.Programme, booked.LocationType, booked.Site, booked.Language).ShouldBe(("Calm Steps", "B01", "RXX01", "pl"));
        var next = (await course.Jo.Get(page)).Body;
        next.ShouldContain("value=\"RXX01\"");
        next.ShouldContain("value=\"Calm Steps\"");
    }

    [Fact]
    public async Task Internet_therapy_is_logged_from_the_session_page_and_refused_at_its_field()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        const string page = $"/sessions/{ACourse.Today}";
        var refused = await course.Jo.Fill(page, ("Log.Programme", "Calm Steps"), ("Log.From", "2026-10-04"), ("Log.To", "28/9/2026"), ("Log.Minutes", "20"));
        refused.Body.ShouldContain("href=\"#LogTo\"");
        refused.Body.ShouldContain("value=\"Calm Steps\"");
        (await course.Jo.Fill(page, ("Log.Programme", "Calm Steps"), ("Log.From", "28/9/2026"), ("Log.To", "2026-10-04"), ("Log.Minutes", "20"), ("Log.IntegratedSoftware", "Y")))
            .Status.ShouldBe(303);
        var log = (await site.Record.Read(Streams.Referral(ACourse.Referral))).Last<InternetTherapyLogged>()!;
        (log.From, log.To, log.Programme, log.Minutes, log.Clinician, log.IntegratedSoftware)
            .ShouldBe((new DateOnly(2026, 9, 28), new DateOnly(2026, 10, 4), "Calm Steps", 20, course.JoId, "Y"));
        (await course.Jo.Get(page)).Body.ShouldContain("Calm Steps</bdi>, 20 minutes of staff time");
    }

    [Fact]
    public async Task The_number_who_came_to_a_group_is_asked_and_kept()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await GroupToday(course);
        const string page = $"/sessions/{Group}";
        (await course.Jo.Fill(page, ("Form.Code", "5"), ("Form.GroupParticipants", "0"))).Body.ShouldContain("href=\"#GroupParticipants\"");
        await course.Jo.Fill(page, ("Form.Code", "5"), ("Form.GroupParticipants", "9"));
        (await site.Record.Read(Streams.Referral(ACourse.Referral))).Last<AttendanceRecorded>()!.GroupParticipants.ShouldBe(9);
    }

    /// <summary>A group session with an interpreter at 8am today, begun.</summary>
    private static Task GroupToday(ACourse course) => course.Tell(
        "group", new By(course.JoId, Roles.Pwp), Streams.Referral(ACourse.Referral),
        new AppointmentBooked
        {
            Appointment = Group, Person = ACourse.Person, Clinician = course.JoId, Starts = Moment.Utc(2026, 10, 5, 9), Ends = Moment.Utc(2026, 10, 5, 9, 45),
            Kind = "02", Medium = Media.FaceToFace, Mode = ForTheReturn.GroupMode, Group = "SLEEP5OCT", GroupFacilitators = 2, Interpreter = "Polish",
        },
        new SessionStarted { Appointment = Group, AnswersIn = false, WithoutAnswers = WithoutAnswers.CameLate });
}
