using Candour.CareRecord;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Sessions;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;

namespace Candour.Web.Tests.Sessions;

public sealed class InternetLogPageTests
{
    private const string Address = $"/sessions/{ACourse.Today}";

    [Fact]
    public async Task A_log_that_comes_late_asks_why_keeps_what_was_typed_and_is_marked()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        (string, string)[] typed = [("Log.Programme", "Calm Steps"), ("Log.From", "25/9/2026"), ("Log.To", "1/10/2026"), ("Log.Minutes", "20")];
        var asked = await course.Jo.Fill(Address, typed);
        asked.Status.ShouldBe(200);
        asked.Body.ShouldContain("You are adding this 3 days after it happened. Why now?");
        asked.Body.ShouldContain("href=\"#late\"");
        asked.Body.ShouldContain("value=\"Calm Steps\"");
        (await course.Jo.Fill(asked, Address, [.. typed, ("Log.WhyLate", "OffSick")])).Status.ShouldBe(303);
        (await Referral(site)).Last<AddedLate>()!.Why.ShouldBe(WhyLate.OffSick);
    }

    [Fact]
    public async Task Whoever_put_a_log_down_takes_it_out_with_a_reason_and_it_stays_on_the_page_as_taken_out()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await course.Jo.Fill(Address, ("Log.Programme", "Calm Steps"), ("Log.From", "28/9/2026"), ("Log.To", "4/10/2026"), ("Log.Minutes", "20"));
        var page = await course.Jo.Get(Address);
        page.Body.ShouldContain("Take out 28 September to 4 October 2026");
        var log = LoggedTherapy.Of(await Referral(site)).Single();
        var out_ = $"{Address}/logs/{log.Sequence}/out";
        page.Body.ShouldContain($"href=\"{out_}\"");
        var refused = await course.Jo.Fill(out_, ("Why", " "));
        refused.Body.ShouldContain("href=\"#Why\"");

        (await course.Jo.Fill(refused, out_, ("Why", "It was another programme"))).Status.ShouldBe(303);
        (await Referral(site)).Last<InternetTherapyTakenBack>()!.Why.ShouldBe("It was another programme");
        var after = (await course.Jo.Get(Address)).Body;
        after.ShouldContain("Taken out of the log.");
        after.ShouldContain("Taken out by Jo Demo on 5 October");
        after.ShouldNotContain("Take out 28 September");
    }

    [Theory]
    [InlineData(Roles.Supervisor)]
    [InlineData(Roles.HighIntensity, Roles.Supervisor)]
    public async Task A_supervisor_takes_it_out_whatever_other_role_they_hold(params string[] roles)
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await course.Jo.Fill(Address, ("Log.Programme", "Calm Steps"), ("Log.From", "28/9/2026"), ("Log.To", "4/10/2026"), ("Log.Minutes", "20"));
        await site.Record.Write(new("lead", By.Worker), [Streams.Policy], (_, _) => Decision.Accept(Streams.Policy, new CareRecord.Policies.PolicySet
        {
            Name = CareRecord.Policies.PolicyNames.Supervisor, Value = ASite.StaffId(roles[0]), From = new(2026, 1, 1),
        }));
        await WithKit(course, ASite.StaffId(roles[0]));
        var sam = await site.Staff(roles);
        var out_ = $"{Address}/logs/{LoggedTherapy.Of(await Referral(site)).Single().Sequence}/out";
        (await sam.Get(Address)).Body.ShouldContain($"href=\"{out_}\"");
        (await sam.Fill(out_, ("Why", "It was another programme"))).Status.ShouldBe(303);
        (await Referral(site)).Recorded<InternetTherapyTakenBack>().Single().Envelope.By.Role.ShouldBe(Roles.Supervisor);
    }

    [Fact]
    public async Task Another_clinician_of_the_person_reads_it_and_does_not_take_it_out()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await course.Jo.Fill(Address, ("Log.Programme", "Calm Steps"), ("Log.From", "28/9/2026"), ("Log.To", "4/10/2026"), ("Log.Minutes", "20"));
        await WithKit(course, ASite.StaffId(Roles.HighIntensity));
        var kit = await site.Staff(Roles.HighIntensity);
        var out_ = $"{Address}/logs/{LoggedTherapy.Of(await Referral(site)).Single().Sequence}/out";
        var page = await kit.Get(Address);
        page.Body.ShouldContain("Calm Steps");
        page.Body.ShouldNotContain(out_);
        var refused = await kit.Fill(out_, ("Why", "I do not think so"));
        refused.Body.ShouldContain("Only who put this down, or a supervisor, takes it out. Ask them.");
        refused.Body.ShouldContain("I do not think so");
        (await Referral(site)).Any<InternetTherapyTakenBack>().ShouldBeFalse();
    }

    // An appointment to come puts the person on their caseload.
    private static Task WithKit(ACourse course, string staff) => course.Tell("kit", By.Worker, Streams.Referral(ACourse.Referral), new AppointmentBooked
    {
        Appointment = "7KAPP00000000010", Person = ACourse.Person, Clinician = staff, Starts = Clinical.Moment.Utc(2026, 10, 7, 13),
        Ends = Clinical.Moment.Utc(2026, 10, 7, 14), Kind = "02", Medium = Media.Video,
    });

    private static Task<History> Referral(ASite site) => site.Record.Read(Streams.Referral(ACourse.Referral));
}
