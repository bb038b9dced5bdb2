using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguards;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Questionnaires;
using static Candour.Web.Tests.Safeguards.ADisclosure;

namespace Candour.Web.Tests.Safeguards;

/// <summary>Who may do what to a worry.</summary>
public sealed class RiskStandingPageTests
{
    [Fact]
    public async Task In_an_emergency_what_was_done_is_written_down_and_the_task_is_not_closed_or_handed_on()
    {
        await using var a = await Disclosed(1);
        var (task, kim) = (await TaskOf(a), await a.Site.Staff(Roles.HighIntensity));
        (await kim.Get($"/risk/{task}")).Status.ShouldBe(404);
        var (person, me) = (Streams.Person(ASession.Person), ASite.StaffId(Roles.HighIntensity));
        await a.Site.Record.Write(new("glass", new(me, Roles.HighIntensity)), [person], (h, now) => BreakGlass.Open(
            h[person], "OPENING000000001", me, BreakGlassReason.RiskToLife, "She is here and wants to leave.", OpeningHours.Parse("mon 09:00-17:00", ""), now));
        var page = await kim.Get($"/risk/{task}");
        page.Body.ShouldContain("You opened this record in an emergency.");
        page.Body.ShouldContain("Save what I did");
        page.Body.ShouldNotContain("Hand it on</button>");

        (await Post(kim, task, "Act", ("Contact", "Spoke"), ("MinutesAgo", "0"), ("ActSaid", "We spoke at the desk."))).Status.ShouldBe(302);
        var refused = await Post(kim, task, "Close", ("Said", "Safe with her sister."), ("Plan", "Call."), ("Informed", "GP"));
        refused.Status.ShouldBe(200);
        refused.Body.ShouldContain("whoever has this task, or a supervisor, closes it or hands it on.");
        refused.Body.ShouldContain("Safe with her sister.");
        (await Post(kim, task, "HandOn", ("To", "dee"), ("Why", "I am off now."))).Body.ShouldContain("I am off now.");
        (await Post(kim, task, "Agree")).Status.ShouldBe(200);

        var open = RiskTask.OpenOf(await a.OfPerson())!;
        open.Owner.ShouldBe(a.Clinician);
        open.Actions.Single().Envelope.By.Role.ShouldBe(Roles.HighIntensity);
        open.HeldBy.ShouldBe(me);
        a.Clock.Skip(TimeSpan.FromMinutes(61));
        (await (await a.Site.Staff(Roles.HighIntensity)).Get($"/risk/{task}")).Status.ShouldBe(404, "the hour is over");
    }

    [Fact]
    public async Task The_clinical_lead_writes_what_was_done_and_closes()
    {
        await using var a = await Disclosed(1);
        var (task, lead) = (await TaskOf(a), await a.Site.Staff(Roles.ClinicalLead));
        (await Post(lead, task, "Claim")).Status.ShouldBe(302);
        (await Post(lead, task, "Act", ("Contact", "Spoke"), ("MinutesAgo", "0"), ("ActSaid", "We spoke."))).Status.ShouldBe(302);
        (await Post(lead, task, "Close", ("Said", "Safe."), ("Plan", "Call."), ("Informed", "GP"))).Status.ShouldBe(302);
        (await a.OfPerson()).Recorded<RiskTaskClosed>().ShouldHaveSingleItem().Envelope.By.Role.ShouldBe(Roles.ClinicalLead);
    }

    [Fact]
    public async Task A_look_that_comes_from_leading_the_service_is_none_for_another_role_held()
    {
        await using var a = await Disclosed(1);
        var both = await a.Site.Staff(Roles.ServiceLead, Roles.HighIntensity);
        (await both.Get($"/risk/{await TaskOf(a)}")).Status.ShouldBe(404);
    }
}
