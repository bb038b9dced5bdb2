using System.Text.RegularExpressions;
using Candour.CareRecord;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Appointments.Store;
using Candour.Clinical;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;

namespace Candour.Web.Tests.Appointments;

/// <summary>Booking, moving and calling off, as staff and the person do it on their pages.</summary>
public sealed partial class AppointmentPagesTests
{
    private const string Book = $"/pathways/{ACourse.Referral}/book";
    private const string Today = $"/appointments/{ACourse.Today}";

    [Fact]
    public async Task A_booking_that_does_not_say_how_is_asked_how()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var refused = await course.Jo.Fill(Book, Booking(course));
        refused.Body.ShouldContain("Choose how you will meet.");
        refused.Body.ShouldContain("href=\"#Medium\"");
        (await course.Jo.Fill(Book, [.. Booking(course), ("Form.Medium", Media.Video)])).Status.ShouldBe(303);
    }

    [Theory]
    [InlineData("true", "Y")]
    [InlineData("false", "N")]
    [InlineData(null, null)]
    public async Task Called_off_at_short_notice_the_page_asks_whether_somebody_else_could_have_the_time(string? said, string? kept)
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var answer = said is null ? [] : new[] { ("Form.SlotCouldBeUsed", said) };
        (await CallOff(course, Today, answer)).Status.ShouldBe(303);
        (await Referral(site)).Last<AppointmentCancelled>()!.SlotCouldBeUsed.ShouldBe(kept);
    }

    [Fact]
    public async Task Long_before_nobody_is_asked_who_could_have_the_time()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await course.Books("7KAPP00000000008", Moment.Utc(2026, 10, 12, 13));
        (await course.Jo.Get("/appointments/7KAPP00000000008")).Body.ShouldNotContain("Form.SlotCouldBeUsed");
        (await course.Jo.Get(Today)).Body.ShouldContain("Form.SlotCouldBeUsed");
    }

    [Fact]
    public async Task An_interpreter_is_not_called_booked_for_the_time_it_moves_to_and_can_be_booked_again()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var booked = await course.Jo.Fill(Book, [.. Booking(course), ("Form.Medium", Media.Video), ("Form.Interpreter", "BSL")]);
        var page = booked.Location!;
        await course.Jo.Fill(page, ("Form.Why", "Hand over hand"), ("booked", "true"));
        (await course.Jo.Get(page)).Body.ShouldContain("BSL interpreter: booked.");
        await course.Jo.Fill(page, ("Form.AskedBy", "Us"), ("Form.Day.Day", "12"), ("Form.Day.Month", "10"), ("Form.Day.Year", "2026"), ("Form.Time", "4pm"));

        var moved = (await course.Jo.Get(page)).Body;
        moved.ShouldContain("BSL interpreter: not booked yet.");
        moved.ShouldContain("One was booked for Monday 12 October 2026, 2pm, before it moved. Tell them, and book for the new time.");
        moved.ShouldContain("The interpreter is booked");
    }

    [Fact]
    public async Task Staff_cannot_move_an_appointment_into_the_night()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var refused = await course.Jo.Fill(Today, ("Form.AskedBy", "Us"), ("Form.Day.Day", "12"), ("Form.Day.Month", "10"), ("Form.Day.Year", "2026"), ("Form.Time", "22:00"));
        refused.Body.ShouldContain("We are not open from 10pm to 10:45pm on Monday 12 October 2026. Choose a time in opening hours.");
        refused.Body.ShouldContain("href=\"#When\"");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_last_to_leave_a_group_gives_its_leader_the_time_back(bool byThePerson)
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        (string, string)[] group = [("Form.Mode", ForTheReturn.GroupMode), ("Form.Group", "sleep12oct"), ("Form.GroupFacilitators", "2")];
        var place = (await course.Jo.Fill(Book, [.. Booking(course), ("Form.Medium", Media.Video), .. group])).Location!;
        (await Taken(course)).ShouldBe(3);
        if (byThePerson)
        {
            var amy = await site.Patient(ACourse.Person);
            (await amy.Fill("/me/appointments", ("appointment", place["/appointments/".Length..]), ("why", ""))).Status.ShouldBe(303);
        }
        else
        {
            (await CallOff(course, place)).Status.ShouldBe(303);
        }

        (await Taken(course)).ShouldBe(0);
    }

    /// <summary>Monday 12 October at 2pm for 45 minutes; how is not said.</summary>
    private static (string, string)[] Booking(ACourse course) =>
    [
        ("Form.Kind", "02"), ("Form.Clinician", course.JoId), ("Form.Day.Day", "12"), ("Form.Day.Month", "10"), ("Form.Day.Year", "2026"), ("Form.Time", "2pm"), ("Form.Minutes", "45"),
    ];

    /// <summary>"Call it off" is the second button of the form that moves.</summary>
    private static async Task<Answered> CallOff(ACourse course, string page, params (string, string)[] said)
    {
        var body = (await course.Jo.Get(page)).Body;
        string Value(string name) => Hidden().Matches(body).First(m => m.Groups["name"].Value == name).Groups["value"].Value;
        return await course.Jo.Post(
            $"{page}?handler=Cancel",
            [("__RequestVerificationToken", Value("__RequestVerificationToken")), ("Shown.Command", Value("Shown.Command")), ("Shown.Version", Value("Shown.Version")), ("Form.AskedBy", "Person"), .. said]);
    }

    private static async Task<int> Taken(ACourse course)
    {
        await using var lists = course.Site.Record.Lists();
        return (await lists.TakenSquares(course.JoId, Moment.Utc(2026, 10, 12), Moment.Utc(2026, 10, 13))).Count;
    }

    private static Task<History> Referral(ASite site) => site.Record.Read(Streams.Referral(ACourse.Referral));

    [GeneratedRegex("<input[^>]*name=\"(?<name>[^\"]+)\"[^>]*value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}
