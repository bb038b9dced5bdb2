using System.Net;
using Candour.CareRecord;
using Candour.CareRecord.Discharge;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;

namespace Candour.Web.Tests.Discharge;

public sealed class EndingPageTests
{
    private const string Address = $"/pathways/{ACourse.Referral}/ending";

    [Fact]
    public async Task An_ending_before_the_plan_stops_at_a_page_and_goes_on_only_past_it_and_a_supervisor()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var stop = await course.Jo.Fill(Address, ("Form.Reason", "FinishedTogether"), ("Form.Why", "You are well again."));
        stop.Status.ShouldBe(200);
        stop.Body.ShouldContain("Amy has had 2 of 8 sessions.");

        (await course.Jo.Fill(stop, Address)).Status.ShouldBe(303);
        (await course.Jo.Get(Address)).Body.ShouldContain("A supervisor has to agree before");
        (await Of(site)).Notice.ShouldBeNull();
    }

    [Fact]
    public async Task The_person_reads_the_notice_says_no_and_nothing_ends()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await Tell(course);
        var amy = await site.Patient(ACourse.Person);
        var page = await amy.Get("/me/ending");
        page.Body.ShouldContain("plans to end your care on Monday 19 October 2026");
        page.Body.ShouldContain("You have until Monday 19 October 2026. If you say nothing, it goes ahead, and you can come back until Monday 19 April 2027 without starting again.");

        (await amy.Fill(page, "/me/ending", ("Answer", "CarryOn"), ("OwnWords", "I am not ready"))).Status.ShouldBe(303);
        (await amy.Get("/me/ending")).Body.ShouldContain("Nothing ends until");
        (await course.Jo.Get($"/pathways/{ACourse.Referral}")).Body.ShouldContain("does not agree to end.");
        (await course.Jo.Get("/today")).Body.ShouldContain("does not agree to end");
        (await Of(site)).IsHeld.ShouldBeTrue();

        site.Clock.Skip(TimeSpan.FromDays(20));
        (await (await site.Staff(Roles.Pwp)).Get("/today")).Body.ShouldContain("Overdue since");
    }

    [Fact]
    public async Task What_the_person_writes_with_happy_and_when_they_come_back_is_kept_and_read()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await Tell(course);
        var amy = await site.Patient(ACourse.Person);
        (await amy.Fill("/me/ending", ("Answer", "Happy"), ("OwnWords", "Thank you, the choir helps"))).Status.ShouldBe(303);
        (await amy.Get("/me/ending")).Body.ShouldContain("Thank you, the choir helps");
        (await course.Jo.Get(Address)).Body.ShouldContain("“Thank you, the choir helps”");
        WebUtility.HtmlDecode((await course.Jo.Get($"/pathways/{ACourse.Referral}")).Body).ShouldContain("Amy is happy with the ending. “Thank you, the choir helps”");

        await course.Tell("ended", By.Worker, Streams.Referral(ACourse.Referral), new CareEnded
        {
            Decision = "7KDEC10000000001", Day = new(2026, 10, 5), Reason = EndingReason.FinishedTogether, EndCode = "46", Decided = new(2026, 9, 21),
        });
        (await amy.Fill("/me/ending", ("OwnWords", "The nights are bad again"))).Status.ShouldBe(303);
        WebUtility.HtmlDecode((await course.Jo.Get(Address)).Body).ShouldContain("“The nights are bad again”");
        WebUtility.HtmlDecode((await course.Jo.Get($"/pathways/{ACourse.Referral}")).Body).ShouldContain("Amy came back. “The nights are bad again”");
    }

    [Fact]
    public async Task Why_an_ending_could_not_be_agreed_is_read_on_the_page_it_was_pressed_on()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var sam = await site.Staff(Roles.Supervisor);
        await site.Record.Write(new("lead", By.Worker), [Streams.Policy], (_, _) => Decision.Accept(Streams.Policy, new CareRecord.Policies.PolicySet
        {
            Name = CareRecord.Policies.PolicyNames.Supervisor, Value = ASite.StaffId(Roles.Supervisor), From = new(2026, 1, 1),
        }));
        var stop = await course.Jo.Fill(Address, ("Form.Reason", "FinishedTogether"), ("Form.Why", "You are well again."));
        (await course.Jo.Fill(stop, Address)).Status.ShouldBe(303);

        // What says neither yes nor no is not taken for a no.
        var (page, tab) = (await sam.Get(Address), await sam.Get(Address));
        (await sam.Fill(page, Address, ("agreed", "perhaps"))).Status.ShouldBe(400);
        (await Of(site)).Decision.ShouldNotBeNull();

        (await sam.Fill(page, Address, ("agreed", "true"))).Location.ShouldBe(Address);
        (await Of(site)).Notice.ShouldNotBeNull();
        (await sam.Fill(tab, Address, ("agreed", "false"))).Location.ShouldBe(Address);
        WebUtility.HtmlDecode((await sam.Get(Address)).Body).ShouldContain(new NothingToAgreeTo().Message);
        (await Of(site)).Decision.ShouldNotBeNull();
    }

    [Fact]
    public async Task No_answer_chosen_is_an_error_at_its_field()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await Tell(course);
        var page = await (await site.Patient(ACourse.Person)).Fill("/me/ending");
        page.Body.ShouldContain("There is a problem");
        page.Body.ShouldContain("href=\"#Answer\"");
    }

    [Fact]
    [Trait("Hazard", "H46")]
    public async Task In_a_crisis_the_page_offers_to_hand_over_today_whatever_was_planned()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site, item9: 3);
        await Tell(course);
        var page = await course.Jo.Get(Address);
        page.Body.ShouldContain("Hand over today, in a crisis or for safeguarding");
        (await course.Jo.Fill(page, Address, ("Form.WithoutNotice", "CrisisOrSecondaryCare"), ("Form.Reason", "WentElsewhere"), ("Form.Why", "")))
            .Body.ShouldContain("Say in plain words why care ends.");
        (await course.Jo.Fill(page, Address, ("Form.WithoutNotice", "CrisisOrSecondaryCare"), ("Form.Reason", "WentElsewhere"), ("Form.Why", "The crisis team looks after you now.")))
            .Status.ShouldBe(303);
        var ended = (await Of(site)).Ended!;
        (ended.Day, ended.WithoutNotice).ShouldBe((new DateOnly(2026, 10, 5), NoNotice.CrisisOrSecondaryCare));
    }

    [Fact]
    [Trait("Hazard", "H34")]
    public async Task The_front_desk_neither_opens_nor_decides_an_ending_also_of_somebody_with_nothing_booked()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await course.Tell("off", new By(course.JoId, Roles.Pwp), Streams.Referral(ACourse.Referral), new CareRecord.Appointments.AppointmentCancelled
        {
            Appointment = ACourse.Today, AskedBy = CareRecord.Appointments.AskedBy.Person,
        });
        var alex = await site.Staff(Roles.Administrator);
        (await alex.Get($"/reach/{ACourse.Referral}/close")).Status.ShouldBe(200, "closing for no reply stays theirs");

        (await alex.Get(Address)).Status.ShouldBe(403);
        (await alex.Post(Address, ("Form.Reason", "FinishedTogether"), ("Form.Why", "Asked to."), ("Form.WithoutNotice", "AskedInWriting"))).Status.ShouldBe(403);
        await Tell(course);
        foreach (var handler in (string[])["Withdraw", "Undo", "Reason"])
            (await alex.Post($"{Address}?handler={handler}", ("Form.Why", "Asked to."), ("Form.Reason", "PersonWantedMore"))).Status.ShouldBe(403, handler);
        var standing = await Of(site);
        (standing.IsOpen, standing.IsInNotice).ShouldBe((true, true));
    }

    [Fact]
    public async Task Somebody_who_is_a_clinician_too_plans_an_ending_as_a_clinician()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await course.Tell("off", new By(course.JoId, Roles.Pwp), Streams.Referral(ACourse.Referral), new CareRecord.Appointments.AppointmentCancelled
        {
            Appointment = ACourse.Today, AskedBy = CareRecord.Appointments.AskedBy.Person,
        });
        var both = await site.Staff(Roles.Administrator, Roles.Pwp);
        (await both.Get(Address)).Status.ShouldBe(404, "not on the caseload");
        await course.Tell("hers", By.Worker, Streams.Referral(ACourse.Referral), new CareRecord.Waiting.ClinicianAllocated { Clinician = ASite.StaffId(Roles.Administrator) });
        var stop = await both.Fill(Address, ("Form.Reason", "FinishedTogether"), ("Form.Why", "You are well again."));
        (await both.Fill(stop, Address)).Status.ShouldBe(303);
        (await Of(site)).DecidedBy!.By.Role.ShouldBe(Roles.Pwp);
    }

    [Fact]
    public async Task What_is_booked_after_the_last_day_is_named_with_what_becomes_of_it()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await course.Books("7KAPP00000000004", Clinical.Moment.Utc(2026, 10, 22, 13));
        const string Booked = "Booked after Monday 19 October 2026: Thursday 22 October 2026, 2pm. They stay in the diary.";
        (await course.Jo.Get(Address)).Body.ShouldContain(Booked);
        await Tell(course);
        (await course.Jo.Get(Address)).Body.ShouldContain(Booked);
        (await course.Jo.Fill($"/pathways/{ACourse.Referral}/book", ("Form.Day.Day", "23"), ("Form.Day.Month", "10"), ("Form.Day.Year", "2026"), ("Form.Time", "2pm"), ("Form.Medium", CareRecord.Appointments.Media.Video)))
            .Body.ShouldContain("care ends on Monday 19 October 2026. Choose a day until then");
    }

    [Theory]
    [InlineData("the desk calls")]
    [InlineData("the clinician tells them")]
    [Trait("Hazard", "H34")]
    public async Task Who_could_not_be_told_is_waited_for_and_the_days_begin_when_somebody_has_told_them(string how)
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await CannotBeTold(course);
        (await course.Jo.Get(Address)).Body.ShouldContain("Amy has not been told");
        (await course.Jo.Get($"/pathways/{ACourse.Referral}")).Body.ShouldContain("has not been told.");
        var desk = await site.Staff(Roles.Administrator);
        (await course.Jo.Get("/letters")).Body.ShouldContain("Your care is ending");
        (await course.Jo.Get($"/pathways/{ACourse.Referral}/letters")).Body.ShouldContain("The days of the notice begin when it is posted.");
        (await desk.Get("/letters")).Body.ShouldNotContain("Your care is ending");
        (await (await site.Patient(ACourse.Person)).Get("/me/ending")).Body.ShouldContain("We could not reach you with this before.");

        site.Clock.Skip(TimeSpan.FromDays(20));
        await new EndsOfNotice().Run(site.Record, site.Clock.Now);
        (await Of(site)).IsOpen.ShouldBeTrue();
        if (how == "the desk calls")
        {
            var call = await (await site.Staff(Roles.Administrator)).Get("/messages/7KMESSAGE0000001");
            call.Body.ShouldContain("Their days of notice begin on the day you tell them.");
            (await (await site.Staff(Roles.Administrator)).Fill("/messages/7KMESSAGE0000001", ("Outcome", "Spoke"))).Location.ShouldBe("/messages");
        }
        else
        {
            var clinician = await site.Staff(Roles.Pwp);
            var asked = await clinician.Fill(Address, ("Form.Told", "She will think about it"));
            (asked.Status, asked.Body.Contains("Choose how you told them.", StringComparison.Ordinal)).ShouldBe((200, true));
            asked.Body.ShouldContain("href=\"#How\"");
            asked.Body.ShouldContain("She will think about it");
            (await clinician.Fill(asked, Address, ("Form.How", "FaceToFace"), ("Form.Told", "She will think about it"))).Status.ShouldBe(303);
            WebUtility.HtmlDecode((await clinician.Get($"/pathways/{ACourse.Referral}")).Body).ShouldContain("told face to face: care ends on 8 November. “She will think about it”");
        }

        var told = await Of(site);
        (told.NotTold, told.Notice!.Effective).ShouldBe((false, new DateOnly(2026, 11, 8)));
        (await (await site.Staff(Roles.Pwp)).Get(Address)).Body.ShouldContain("Care ends on <strong>Sunday 8 November 2026</strong>");
    }

    [Fact]
    [Trait("Hazard", "H34")]
    public async Task An_ending_that_was_taken_back_leaves_the_list_of_people_to_call()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await CannotBeTold(course);
        var desk = await site.Staff(Roles.Administrator);
        (await desk.Get("/messages")).Body.ShouldContain("href=\"/messages/7KMESSAGE0000001\"");
        (await course.Jo.Fill(Address, ("Form.Why", "We talked, and she wants to go on."))).Status.ShouldBe(303);
        (await Of(site)).Decision.ShouldBeNull();
        await new EndsOfNotice().Run(site.Record, site.Clock.Now);
        (await desk.Get("/messages")).Body.ShouldContain("Nobody is waiting for a call because of a message.");
    }

    /// <summary>Her number was never confirmed, so the message of the notice cannot go.</summary>
    private static Task CannotBeTold(ACourse course) => course.Site.Record.Write(
        new("decided", new(course.JoId, Roles.Pwp)), [Streams.Person(ACourse.Person), Streams.Referral(ACourse.Referral), .. CareRecord.Appointments.TellThem.Streams], (h, now) =>
            CareRecord.Appointments.TellThem.Of(
                Decision.Accept(Streams.Referral(ACourse.Referral), Notice), h, Streams.Person(ACourse.Person), Streams.Referral(ACourse.Referral), "7KMESSAGE0000001", now));

    private static Task Tell(ACourse course) => course.Tell("end", new By(course.JoId, Roles.Pwp), Streams.Referral(ACourse.Referral), Notice);

    private static Event[] Notice { get; } =
    [
        new EndingDecided
        {
            Decision = "7KDEC10000000001", Reason = EndingReason.FinishedTogether, EndCode = "46", SessionsGiven = 8, SessionsPlanned = 8, BelowInARow = 2, Why = "You have had the sessions in your plan.",
        },
        new EndingNotified { Decision = "7KDEC10000000001", Told = new(2026, 10, 5), Effective = new(2026, 10, 19) },
    ];

    private static async Task<Course> Of(ASite site) => Course.Of(await site.Record.Read(Streams.Referral(ACourse.Referral)));
}
