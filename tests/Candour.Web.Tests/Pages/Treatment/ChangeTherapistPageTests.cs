using Candour.CareRecord;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Messages.Store;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Waiting;
using Candour.Clinical;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pages.Consent;

namespace Candour.Web.Tests.Pages.Treatment;

public sealed class ChangeTherapistPageTests
{
    private const string Address = $"/pathways/{ACase.Referral}/therapist";
    private const string KimId = "STAFFK1M00000001";
    private const string Wish = "Somebody older, please";

    /// <summary>Kim Made, who holds what Jo holds, and an assessment with Jo today at 11am.</summary>
    private static async Task<ACase> Open(string title = "a psychological wellbeing practitioner")
    {
        var a = await ACase.Open();
        await a.Site.Get<Accounts>().Add(KimId, "kim@northmere.example", "Kim Made", [Roles.Pwp]);
        await a.Tell(Streams.Staff(KimId),
            new StaffJoined { Name = "Kim Made", Title = title, From = new(2024, 4, 2), PeopleADay = 5 },
            new QualificationAwarded { Qualification = "10", AwardedOn = new(2020, 7, 1) },
            new RoleGranted { RoleName = Roles.Pwp, From = new(2024, 4, 2) });
        return a;
    }

    [Fact]
    public async Task The_front_desk_gives_who_asked_another_therapist_and_the_person_reads_who_it_is()
    {
        var a = await Open();
        await using var site = a.Site;
        var amy = await site.Patient(ACase.Person);
        (await amy.Fill("/me/ask/another-therapist", ("Wanted", Wish))).Location.ShouldBe("/me");
        var desk = await site.Staff(Roles.Administrator);
        (await desk.Get("/asked")).Body.ShouldContain($"href=\"{Address}\">Change the therapist");
        var page = await desk.Get(Address);
        page.Body.ShouldContain("asked for this. You do not need to give a reason, and neither do they.");
        page.Body.ShouldContain(Wish);
        page.Body.ShouldContain("Kim Made");
        page.Body.ShouldMatch("With now: <strong>Jo Demo</strong>");

        (await desk.Fill(page, Address)).Body.ShouldContain("Choose a therapist.");
        var done = await desk.Fill(page, Address, ("Clinician", KimId), ("Move", ACase.Appointment));
        done.Location.ShouldBe(Address);
        (await desk.Get(Address)).Body.ShouldContain("Kim Made is their therapist now. The person is told.");
        (await desk.Get("/asked")).Body.ShouldNotContain(Wish);
        Appointment.Find(await a.TheReferral(), ACase.Appointment)!.Clinician.ShouldBe(KimId);
        var mine = (await amy.Get("/me")).Body;
        mine.ShouldContain("<p>You have been with <bdi>Kim Made</bdi> since 5 October. You keep your place and your sessions left.</p>");
        mine.ShouldContain("Another therapist. We have settled it.");
        var told = (await FindMessages.WaitingFor(site.Record, ACase.Person)).ShouldHaveSingleItem();
        (await site.Record.Read(Streams.Message(told))).First<MessageQueued>()!.Template.ShouldBe("T19");
    }

    [Fact]
    public async Task Their_therapist_does_it_from_the_pathway_with_a_reason_and_never_reads_what_the_person_wrote()
    {
        var a = await Open();
        await using var site = a.Site;
        (await a.Jo.Get($"/pathways/{ACase.Referral}")).Body.ShouldContain($"href=\"{Address}\">Change therapist");
        var page = await a.Jo.Get(Address);
        (await a.Jo.Fill(page, Address, ("Clinician", KimId))).Body.ShouldContain("Say why Amy needs another therapist.");
        await (await site.Patient(ACase.Person)).Fill("/me/ask/another-therapist", ("Wanted", Wish));
        page = await a.Jo.Get(Address);
        page.Body.ShouldContain("asked for this");
        page.Body.ShouldNotContain(Wish);
        (await a.Jo.Fill(page, Address, ("Clinician", KimId))).Status.ShouldBe(303);
        (await a.TheReferral()).Last<ClinicianAllocated>()!.Clinician.ShouldBe(KimId);
        // The talk of today stays with Jo, and can still come along.
        page = await a.Jo.Get(Address);
        page.Body.ShouldContain("With Jo Demo");
        page.Body.ShouldContain("Their therapist now.");
    }

    [Fact]
    public async Task A_time_the_new_therapist_has_not_is_said_before_anything_is_saved_and_what_was_typed_stays()
    {
        var a = await Open();
        await using var site = a.Site;
        var at = London.At(London.Today(site.Clock), new(11, 15));
        await a.Tell(Streams.Person("7KLATE0000000001"), new PersonRegistered { FirstName = "Lou", LastName = "Sample", BirthDate = new(1990, 1, 1), FilledBy = FilledBy.Me });
        await a.Tell(Streams.Referral("7KLATE0000000001"),
            new ReferralReceived { Person = "7KLATE0000000001", ReceivedOn = new(2026, 10, 1), Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me },
            new AppointmentBooked
            {
                Appointment = "7KLATEAPP0000001", Person = "7KLATE0000000001", Clinician = KimId, Starts = at, Ends = at.Plus(TimeSpan.FromMinutes(45)), Kind = "01", Medium = Media.Video,
            });
        var refused = await a.Jo.Fill(Address, ("Clinician", KimId), ("Move", ACase.Appointment), ("Why", "I am away from November."));
        refused.Body.ShouldContain("Kim Made is not free at 11am on Monday 5 October 2026. Leave that one where it is, and move it later.");
        refused.Body.ShouldContain("I am away from November.");
        (await a.TheReferral()).Any<ClinicianAllocated>().ShouldBeFalse();
    }

    [Fact]
    public async Task Another_grade_means_that_the_plan_is_agreed_again()
    {
        var a = await Open("a trainee psychological wellbeing practitioner");
        await using var site = a.Site;
        await a.Tell(Streams.Referral(ACase.Referral), new CareRecord.Consent.PlanProposed
        {
            Plan = "P1AN000000000001", Therapy = "748051000000105", Step = 2, Sessions = 8, Clinician = a.JoId, ClinicianTitle = "a psychological wellbeing practitioner",
        });
        await a.Tell(Streams.Referral(ACase.Referral), new CareRecord.Consent.PlanSigned { Plan = "P1AN000000000001", How = CareRecord.Consent.SignedHow.ByLink, NameTyped = "Amira Testwell" });
        (await a.Jo.Get(Address)).Body.ShouldNotContain("has to be agreed again");
        (await a.Jo.Fill(Address, ("Clinician", KimId), ("Why", "I am away from November."))).Status.ShouldBe(303);
        (await a.Jo.Get(Address)).Body.ShouldContain("agreed to a plan with a psychological wellbeing practitioner. Their therapist is something else now, so the plan has to be agreed again.");
    }

    [Fact]
    public async Task Nobody_else_does_it()
    {
        var a = await Open();
        await using var site = a.Site;
        (await (await site.Staff(Roles.EmploymentAdviser)).Get(Address)).Status.ShouldBe(403);
        (await (await site.Staff(Roles.ServiceLead)).Get(Address)).Status.ShouldBe(403);
        (await (await site.Staff(Roles.HighIntensity)).Get(Address)).Status.ShouldBe(404);
        (await (await site.Patient(ACase.Person)).Get(Address)).Status.ShouldBe(404);
    }
}
