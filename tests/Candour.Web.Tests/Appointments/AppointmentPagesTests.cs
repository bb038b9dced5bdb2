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
    public async Task From_its_start_on_the_page_asks_who_came_and_offers_no_other_time()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var before = await course.Jo.Get(Today);
        before.Body.ShouldContain("Move or call off");
        site.Clock.Advance(TimeSpan.FromMinutes(15));
        await course.TodayAtEleven();
        site.Clock.Advance(TimeSpan.FromMinutes(44));
        var jo = await site.Staff(Roles.Pwp);
        var page = await jo.Get(Today);
        page.Body.ShouldContain("Who came");
        page.Body.ShouldContain("Its time has come, so it is not moved or called off any more");
        page.Body.ShouldContain($"<a href=\"/pathways/{ACourse.Referral}/book\">book another time</a>");
        page.Body.ShouldNotContain("Form.AskedBy");
        var refused = await jo.Post($"{Today}?handler=Move", Sent(page.Body, ("Form.AskedBy", "Us"), ("Form.Day.Day", "9"), ("Form.Day.Month", "10"), ("Form.Day.Year", "2026"), ("Form.Time", "2pm")));
        refused.Body.ShouldContain("This appointment began on Monday 5 October 2026, 11am, so its time stands.");
        (await Referral(site)).All<AppointmentMoved>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_contact_entered_by_mistake_is_taken_out_on_its_page_and_stands_struck_through_in_the_history()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        (string, string)[] unplanned = [.. Booking(course).Where(f => !f.Item1.StartsWith("Form.Day", StringComparison.Ordinal) && f.Item1 is not ("Form.Time" or "Form.Minutes")), ("Form.Medium", Media.Video),
            ("Form.Planned", "N"), ("Form.Minutes", "15"), ("Form.Day.Day", "5"), ("Form.Day.Month", "10"), ("Form.Day.Year", "2026")];
        (await course.Jo.Fill(Book, [.. unplanned, ("Form.Time", "9:20")])).Body.ShouldContain("Amy was seen at 9am then: it is entered already.");
        var early = await course.Jo.Fill(Book, [.. unplanned.Select(f => f.Item1 == "Form.Day.Year" ? (f.Item1, "2025") : f), ("Form.Time", "9:50")]);
        early.Body.ShouldContain("Amy&#x27;s referral came on Saturday 18 July 2026. Check the day: a contact cannot have been before it.");
        early.Body.ShouldContain("href=\"#When\"");
        var page = (await course.Jo.Fill(Book, [.. unplanned, ("Form.Time", "9:50")])).Location!;

        var there = await course.Jo.Get(page);
        there.Body.ShouldNotContain("Move or call off");
        var refused = await course.Jo.Post($"{page}?handler=TakeOut", Sent(there.Body, ("Form.Mistake", "")));
        refused.Body.ShouldContain("Say how it came to be entered. Do not name another person.");
        refused.Body.ShouldContain("href=\"#Mistake\"");
        (await course.Jo.Post($"{page}?handler=TakeOut", Sent(refused.Body, ("Form.Mistake", "Two tabs were open")))).Status.ShouldBe(303);
        (await course.Jo.Get(page)).Body.ShouldContain("<strong>Entered by mistake, and taken out.</strong> Two tabs were open");
        var history = (await course.Jo.Get($"/pathways/{ACourse.Referral}")).Body;
        history.ShouldMatch($"<s><a href=\"{page}\">[^<]+</a></s> Entered by mistake, taken out\\. [^<]*Two tabs were open");
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
        return await course.Jo.Post($"{page}?handler=Cancel", Sent(body, [("Form.AskedBy", "Person"), .. said]));
    }

    /// <summary>What the page's forms send unseen, and what is said.</summary>
    private static (string, string)[] Sent(string body, params (string, string)[] said)
    {
        string Value(string name) => Hidden().Matches(body).First(m => m.Groups["name"].Value == name).Groups["value"].Value;
        return [.. new[] { "__RequestVerificationToken", "Shown.Command", "Shown.Version" }.Select(name => (name, Value(name))), .. said];
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
