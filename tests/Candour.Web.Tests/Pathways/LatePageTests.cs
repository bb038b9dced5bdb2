using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Problem;
using Candour.CareRecord.Referrals;
using Candour.Clinical.Problems;
using Candour.Web.Tests.Hosting;

namespace Candour.Web.Tests.Pathways;

/// <summary>Nobody confirms what they have not read, and nobody what is not theirs to know.</summary>
public sealed class LatePageTests
{
    private const string Address = $"/pathways/{ACourse.Referral}/late";

    [Fact]
    public async Task A_second_person_reads_what_was_entered_and_confirms_it_and_the_front_desk_may_not()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var problem = ProblemDescriptor.All[0];
        await Enter(site, course, problem);

        var mine = await course.Jo.Get(Address);
        mine.Body.ShouldContain($"Main problem: {System.Net.WebUtility.HtmlEncode(problem.Name)}, recorded on Friday 2 October 2026.");
        mine.Body.ShouldNotContain("I know this is so");

        var desk = await site.Staff(Roles.Administrator);
        await ToDesk(course);
        var theirs = await desk.Get(Address);
        theirs.Body.ShouldNotContain(System.Net.WebUtility.HtmlEncode(problem.Name));
        theirs.Body.ShouldContain("A clinician or a supervisor confirms this.");
        (await desk.Fill(await desk.Get("/look-up"), Address, ("entry", Held(await Referral(site))), ("agreed", "true"), ("Shown.Command", "DESKC0MMAND00001"), ("Shown.Version", $"{(await Referral(site)).Version}"))).Status
            .ShouldBe(404);

        var kit = await site.Staff(Roles.HighIntensity);
        await course.Tell("kit", By.Worker, Streams.Referral(ACourse.Referral), new AppointmentBooked
        {
            Appointment = "7KAPP00000000010", Person = ACourse.Person, Clinician = ASite.StaffId(Roles.HighIntensity), Starts = Clinical.Moment.Utc(2026, 10, 7, 13),
            Ends = Clinical.Moment.Utc(2026, 10, 7, 14), Kind = "02", Medium = Media.Video,
        });
        (await kit.Fill(Address, ("agreed", "true"))).Status.ShouldBe(303);
        (await Referral(site)).Last<ProblemDescriptorRecorded>()!.Code.ShouldBe(problem.Code);
    }

    [Fact]
    public async Task A_contact_that_was_none_and_is_taken_out_by_two_gives_its_place_in_the_group_back()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        const string Contact = "7KAPP00000000011";
        var (group, starts) = (GroupSessions.Stream("WELL7"), Clinical.Moment.Utc(2026, 10, 1, 9));
        await course.Tell("group", new(course.JoId, Roles.Pwp), group, new GroupSessionPlaced { Clinician = course.JoId, Starts = starts, Ends = starts.Plus(TimeSpan.FromMinutes(45)) }, new GroupPlaceTaken { Appointment = Contact });
        await course.Tell("contact", new(course.JoId, Roles.Pwp), Streams.Referral(ACourse.Referral),
            new AppointmentBooked
            {
                Appointment = Contact, Person = ACourse.Person, Clinician = course.JoId, Starts = starts, Ends = starts.Plus(TimeSpan.FromMinutes(45)), Kind = "02", Medium = Media.FaceToFace,
                Planned = ForTheReturn.NotPlanned, Mode = ForTheReturn.GroupMode, Group = "WELL7",
            },
            new AttendanceRecorded { Appointment = Contact, Code = "5" },
            new AppointmentBooked
            {
                Appointment = "7KAPP00000000010", Person = ACourse.Person, Clinician = ASite.StaffId(Roles.HighIntensity), Starts = Clinical.Moment.Utc(2026, 10, 7, 13),
                Ends = Clinical.Moment.Utc(2026, 10, 7, 14), Kind = "02", Medium = Media.Video,
            });
        (await course.Jo.Fill($"/appointments/{Contact}", ("Form.Mistake", "Another Amira was there"))).Status.ShouldBe(303);
        (await site.Record.Read(group)).Any<GroupPlaceLeft>().ShouldBeFalse("it waits");

        (await (await site.Staff(Roles.HighIntensity)).Fill(Address, ("agreed", "true"))).Status.ShouldBe(303);
        Appointment.Find(await Referral(site), Contact)!.IsTakenOut.ShouldBeTrue();
        (await site.Record.Read(group)).Last<GroupPlaceLeft>().ShouldBe(new() { Appointment = Contact });
    }

    private static Task<History> Referral(ASite site) => site.Record.Read(Streams.Referral(ACourse.Referral));

    private static string Held(History referral) => LateEntry.Held(referral)[0].Event.Entry;

    // The front desk sees whom its work is about: somebody with an appointment to come.
    private static Task ToDesk(ACourse course) => course.Books("7KAPP00000000009", Clinical.Moment.Utc(2026, 10, 6, 13));

    private static async Task Enter(ASite site, ACourse course, ProblemDescriptor problem)
    {
        var (person, referral, jo) = (Streams.Person(ACourse.Person), Streams.Referral(ACourse.Referral), new By(course.JoId, Roles.Pwp));
        (await site.Record.Write(new("ends", jo), [person, referral], (h, now) => new DecideEnding
        {
            Decision = "DEC1S10N00000001", Person = ACourse.Person, Reason = EndingReason.FinishedTogether, Why = "You have had the sessions you wanted.",
            EndAnyway = true, Shown = h[referral].Version, NoticeDays = 14, With = null,
        }.Decide(h[person], h[referral], jo, now))).ShouldBeOfType<Outcome.Done>();
        (await site.Record.Write(new("late", jo), [referral], (h, now) => LateEntry.Hold(
            (Accepted)Decision.Accept(referral, new ProblemDescriptorRecorded { Scheme = "01", Code = problem.Code!, Significance = RecordProblem.Main, RecordedOn = new(2026, 10, 2) }),
            now.Minus(TimeSpan.FromDays(3)), now, h[referral], "problem", WhyLate.OffSick))).ShouldBeOfType<Outcome.Done>();
    }
}
