using Candour.CareRecord;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Staff;
using Candour.Testing;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;
using Candour.Web.Tests.Questionnaires;
using static Candour.Web.Tests.Safeguards.ADisclosure;

namespace Candour.Web.Tests.Safeguards;

/// <summary>A safety plan at each worry: asked for, dated, gone through again, in the person's hands (H39).</summary>
[Trait("Hazard", "H39")]
public sealed class SafetyPlanPagesTests
{
    private const string Plan = $"/safety-plan/{ACourse.Person}";

    [Fact]
    public async Task A_worry_without_a_plan_is_on_the_supervisors_agenda_until_one_is_written()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await course.Tell("agreement", By.Worker, Streams.Staff(course.JoId), new StaffDetailsGiven { Supervisor = ASite.StaffId(Roles.Supervisor) });
        var sam = await site.Staff(Roles.Supervisor);
        (await sam.Get("/supervision")).Body.ShouldContain("Nobody is on the agenda.");

        await Worry(course, "w1");
        (await sam.Get("/today")).Body.ShouldContain("Amira Testwell (with Jo Demo): a worry about safety and no safety plan");
        (await course.Jo.Get("/supervision")).Body.ShouldContain("A worry about safety and no safety plan");
        var page = await sam.Get($"/pathways/{ACourse.Referral}/supervision");
        page.Body.ShouldContain("A worry about safety was told on 5 October, and there is no safety plan yet.");
        page.Body.ShouldContain($"href=\"{Plan}\"");

        (await course.Jo.Fill(Plan, ("Support", "My sister Bo"))).Status.ShouldBe(303);
        (await sam.Get("/supervision")).Body.ShouldContain("Nobody is on the agenda.");
    }

    [Fact]
    public async Task Each_worry_asks_for_the_plan_with_its_day_and_the_person_reads_and_prints_it()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await Worry(course, "w1");
        var risk = $"/risk/{RiskTask.OpenOf(await site.Record.Read(Streams.Person(ACourse.Person)))!.Id}";
        (await course.Jo.Get(risk)).Body.ShouldContain($"No safety plan yet. Write one with Amy now. <a href=\"{Plan}\">Write a safety plan</a>");
        await course.Jo.Fill(Plan, ("Support", "My sister Bo"));
        (await course.Jo.Get(risk)).Body.ShouldContain("Safety plan: 5 October. <a");

        site.Clock.Skip(TimeSpan.FromMinutes(5));
        await Worry(course, "w2");
        (await course.Jo.Get(risk)).Body.ShouldContain($"Safety plan: 5 October, before this. Go through it with Amy again. <a href=\"{Plan}\">Review the safety plan</a>");
        var page = await course.Jo.Get(Plan);
        page.Body.ShouldContain("Version 1, written 5 October.");
        page.Body.ShouldContain("A worry was told after that.");
        (await course.Jo.Fill(page, $"{Plan}?handler=GoneThrough")).Status.ShouldBe(303);
        (await site.Record.Read(Streams.Person(ACourse.Person))).All<SafetyPlanGoneThrough>().ShouldHaveSingleItem().Version.ShouldBe(1);
        (await course.Jo.Get(Plan)).Body.ShouldContain("Version 1, written 5 October. Gone through together 5 October.");
        (await course.Jo.Get(risk)).Body.ShouldNotContain("Review the safety plan");
        (await course.Jo.Get($"/pathways/{ACourse.Referral}")).Body.ShouldContain("Safety plan: 5 October.");

        var mine = (await (await site.Patient(ACourse.Person)).Get("/me/safety-plan")).Body;
        mine.ShouldContain("My sister Bo");
        mine.ShouldContain("Written on 5 October, together with us. Gone through together on 5 October.");
        mine.ShouldContain("You can print this page");
    }

    [Fact]
    public async Task A_safety_plan_is_written_kept_in_versions_and_the_person_has_a_copy()
    {
        await using var a = await Disclosed(1);
        var jo = await a.Jo();
        await jo.Fill($"/safety-plan/{ASession.Person}", ("Support", "My sister Bo"));
        await jo.Fill($"/safety-plan/{ASession.Person}", ("Support", "My sister Bo, choir"));
        (await a.OfPerson()).All<SafetyPlanWritten>().Select(p => p.Version).ShouldBe([1, 2]);
        (await (await a.Site.Patient(ASession.Person)).Get("/me/safety-plan")).Body.ShouldContain("My sister Bo, choir");
    }

    [Fact]
    [Trait("Hazard", "H17")]
    public async Task Two_people_writing_one_safety_plan_lose_neither_text()
    {
        await using var a = await Disclosed(1);
        var jo = await a.Jo();
        var mine = await jo.Get($"/safety-plan/{ASession.Person}");
        mine.Body.ShouldContain("Amira Testwell");
        var person = Streams.Person(ASession.Person);
        await a.Site.Record.Write(new("dee", new("dee", Roles.Pwp)), [person], (h, _) => new WriteSafetyPlan(null, null, null, "Her neighbour Bo", null, null).Decide(h[person]));

        var page = await jo.Fill(mine, $"/safety-plan/{ASession.Person}", ("Support", "My sister"));
        page.Body.ShouldContain("after you opened it. Nothing you wrote is lost.");
        page.Body.ShouldContain("Her neighbour Bo");
        page.Body.ShouldContain("My sister");
        (await a.OfPerson()).All<SafetyPlanWritten>().Select(p => p.Support).ShouldBe(["Her neighbour Bo"]);
        (await jo.Fill(page, $"/safety-plan/{ASession.Person}", ("Support", "My sister, her neighbour Bo"))).Status.ShouldBe(303);
        (await a.OfPerson()).All<SafetyPlanWritten>().Last().Support.ShouldBe("My sister, her neighbour Bo");
    }

    private static async Task Worry(ACourse course, string command)
    {
        var person = Streams.Person(ACourse.Person);
        var worry = new HandOnWorry(ACourse.Person, ACourse.Referral, RiskSource.Session, "I cannot go on", Now: false, HelpShown: false);
        await course.Site.Record.Write(new(command, new(course.JoId, Roles.Pwp)), [person], (h, now) => worry.Decide(
            h[person], new Cover(course.JoId, null, null, null, now), RiskIds.New(new SeededRandomness(command[^1])), now));
    }
}
