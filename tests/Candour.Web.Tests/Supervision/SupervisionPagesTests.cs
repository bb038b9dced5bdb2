using Candour.CareRecord;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Supervision;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;

namespace Candour.Web.Tests.Supervision;

public sealed class SupervisionPagesTests
{
    private const string Address = $"/pathways/{ACourse.Referral}/supervision";

    [Fact]
    [Trait("Hazard", "H35")]
    public async Task A_supervisor_finds_the_person_on_today_and_writes_what_was_decided_by_whom_and_when()
    {
        await using var site = await ASite.Open();
        var course = await Worse(site);
        var sam = await site.Staff(Roles.Supervisor);
        var today = (await sam.Get("/today")).Body;
        today.ShouldContain("For supervision");
        today.ShouldContain("Amira Testwell (with Jo Demo): scores are reliably worse");
        today.ShouldContain($"href=\"{Address}\"");
        (await sam.Get("/supervision")).Body.ShouldContain("Scores are reliably worse");

        var page = await sam.Get(Address);
        page.Body.ShouldContain("PHQ-9 was 12 at the start and is 18 now: a reliable change for the worse.");
        (await sam.Fill(page, Address, ("Form.Decided", ""), ("Form.Owner", course.JoId))).Body.ShouldContain("Say what was decided.");
        (string, string)[] decision =
        [
            ("Form.Decided", "See weekly and ask about work"), ("Form.Owner", course.JoId), ("Form.By.Day", "12"), ("Form.By.Month", "10"), ("Form.By.Year", "2026"),
        ];
        (await sam.Fill(page, Address, decision)).Status.ShouldBe(303);
        var decided = (await site.Record.Read(Streams.Referral(ACourse.Referral))).All<AgendaPointDecided>().ShouldHaveSingleItem();
        (decided.Point, decided.Owner, decided.By).ShouldBe((AgendaKind.Worse, course.JoId, new DateOnly(2026, 10, 12)));
        (await sam.Get(Address)).Body.ShouldContain("See weekly and ask about work");
        (await sam.Get("/today")).Body.ShouldNotContain("For supervision");
    }

    [Fact]
    public async Task The_clinician_sees_their_own_people_and_decides_nothing_alone()
    {
        await using var site = await ASite.Open();
        var course = await Worse(site);
        (await course.Jo.Get("/supervision")).Body.ShouldContain("Amira Testwell");
        var page = await course.Jo.Get(Address);
        page.Status.ShouldBe(200);
        page.Body.ShouldNotContain("Save the decision");
        (await course.Jo.Post(Address, ("Form.Point", "Worse"))).Status.ShouldNotBe(303);
        var stranger = await site.Staff(Roles.HighIntensity);
        (await stranger.Get("/supervision")).Body.ShouldContain("Nobody is on the agenda.");
        (await stranger.Get(Address)).Status.ShouldBe(404);
    }

    [Fact]
    [Trait("Hazard", "H35")]
    public async Task Without_any_supervisor_the_clinical_lead_is_told_and_nobody_has_a_link_that_opens_nothing()
    {
        await using var site = await ASite.Open();
        var course = await Worse(site, supervisor: null);
        var sam = await site.Staff(Roles.Supervisor);
        (await sam.Get("/supervision")).Body.ShouldContain("Nobody is on the agenda.");
        (await sam.Get("/today")).Body.ShouldNotContain("For supervision");
        (await sam.Get(Address)).Status.ShouldBe(404);

        var lead = await site.Staff(Roles.ClinicalLead);
        var told = (await lead.Get("/risk")).Body;
        told.ShouldContain("<bdi>Jo Demo</bdi> has no supervisor at work. 1 person waits to be talked about. <strong>Nobody can open them.</strong>");
        told.ShouldNotContain("Testwell");
        (await course.Jo.Get("/supervision")).Body.ShouldContain("You have no supervisor at work. <bdi>The clinical lead</bdi> is told of your people until one is named.");
    }

    [Fact]
    [Trait("Hazard", "H35")]
    public async Task People_of_a_supervisor_who_left_fall_to_the_services_supervisor_who_can_open_and_decide()
    {
        await using var site = await ASite.Open();
        var course = await Worse(site, supervisor: "7KLEE00000000001");
        var lee = Streams.Staff("7KLEE00000000001");
        await course.Tell("lee", By.Worker, lee, new StaffJoined { Name = "Lee Gone", From = new(2020, 1, 6) }, new RoleGranted { RoleName = Roles.Supervisor, From = new(2020, 1, 6) });
        var sam = await site.Staff(Roles.Supervisor);
        (await sam.Get(Address)).Status.ShouldBe(404, "Lee supervises Jo");
        await course.Tell("gone", By.Worker, lee, new StaffLeft { On = new(2026, 10, 1) });
        await course.Tell("policy", By.Worker, Streams.Policy, new PolicySet
        {
            Name = PolicyNames.Supervisor, Value = ASite.StaffId(Roles.Supervisor), From = new(2026, 1, 1), Why = "Stands in",
        });
        site.Clock.Advance(TimeSpan.FromMinutes(1));

        (await sam.Get("/today")).Body.ShouldContain($"href=\"{Address}\"");
        (await sam.Get("/supervision")).Body.ShouldContain("Jo Demo has no supervisor at work. Their people are on your list until one is named.");
        (await sam.Get(Address)).Status.ShouldBe(200);
        (await (await site.Staff(Roles.ClinicalLead)).Get("/risk")).Body.ShouldContain("1 person waits to be talked about.");
    }

    [Fact]
    public async Task What_waits_for_a_second_person_is_on_todays_list_with_the_page_to_answer_it()
    {
        await using var site = await ASite.Open();
        var course = await Worse(site);
        await course.Tell("against", new By(course.JoId, Roles.Pwp), Streams.Referral(ACourse.Referral), new PlanProposed
        {
            Plan = "7KP1AN0000000002", Therapy = "304891004", Step = 3, Sessions = 12, AgainstGuidance = "She asked for it and has tried the rest", NeedsSupervisor = true,
        });
        var sam = await site.Staff(Roles.Supervisor);
        var today = (await sam.Get("/today")).Body;
        today.ShouldContain("Amira Testwell: a plan waits for your agreement");
        today.ShouldContain("1 thing to agree.");
        today.ShouldContain($"href=\"/pathways/{ACourse.Referral}/plan/agree\"");
        (await sam.Get($"/pathways/{ACourse.Referral}/plan/agree")).Body.ShouldContain("She asked for it and has tried the rest");
        (await course.Jo.Get("/today")).Body.ShouldNotContain("waits for your agreement");
    }

    [Fact]
    [Trait("Hazard", "H16")]
    public async Task Answers_that_came_in_stand_on_today_until_they_are_read()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await course.Answered("7KAPP00000000009", 9, 6, 0);
        (await course.Jo.Get("/today")).Body.ShouldContain("Amira Testwell: answers are in");
        (await course.Jo.Get($"/pathways/{ACourse.Referral}")).Status.ShouldBe(200);
        (await course.Jo.Get("/today")).Body.ShouldNotContain("Answers you have not read");
    }

    /// <summary>Amira's third answers are reliably worse than her first; Sam supervises Jo.</summary>
    private static Task<ACourse> Worse(ASite site) => Worse(site, ASite.StaffId(Roles.Supervisor));

    private static async Task<ACourse> Worse(ASite site, string? supervisor)
    {
        var course = await ACourse.On(site, first: 12, second: 18);
        await course.Tell("agreement", By.Worker, Streams.Staff(course.JoId), new StaffDetailsGiven { Supervisor = supervisor });
        return course;
    }
}
