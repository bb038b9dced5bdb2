using Candour.CareRecord;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Policies;
using Candour.Clinical;
using Candour.Web.Tests.Questionnaires;
using static Candour.Web.Tests.Safeguards.ADisclosure;

namespace Candour.Web.Tests.Safeguards;

public sealed class PagedPageTests
{
    [Fact]
    [Trait("Hazard", "H01")]
    public async Task Duty_paged_before_midnight_finds_the_task_after_it()
    {
        // Ten to midnight on a Sunday; from Monday on somebody else is on duty.
        await using var a = await ASession.Open(Moment.Utc(2026, 10, 4, 22, 50));
        await a.Site.Record.Write(new("rota", By.Worker), [Streams.Policy], (_, _) => Decision.Accept(
            Streams.Policy, new DutySet { Staff = "sam", From = Moment.Utc(2026, 10, 4, 23), Until = Moment.Utc(2026, 11, 1) }));
        var amy = await a.Amy();
        await ASession.Start(amy);
        await ASession.Answer(amy, 9, 3);
        a.Clock.Skip(TimeSpan.FromMinutes(15));
        var dee = a.Site.Visitor().With((await a.Site.Get<WebSessions>().Begin(
            WebSessions.Staff, (await a.Site.Get<Accounts>().OfStaff("dee"))!.Id, Roles.Pwp)).Token);
        var task = await TaskOf(a);
        (await dee.Get($"/risk/{task}")).Status.ShouldBe(200);
        (await dee.Get("/today")).Body.ShouldContain($"/risk/{task}");
        (await Post(dee, task, "Claim")).Status.ShouldBe(302);
        (await (await a.Site.Staff(Roles.HighIntensity)).Get($"/risk/{task}")).Status.ShouldBe(404);
    }
}
