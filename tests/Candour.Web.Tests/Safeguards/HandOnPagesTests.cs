using Candour.CareRecord;
using Candour.CareRecord.Safeguards;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Questionnaires;
using static Candour.Web.Tests.Safeguards.ADisclosure;

namespace Candour.Web.Tests.Safeguards;

/// <summary>A worry handed on by anybody, and a task handed from one clinician to another.</summary>
public sealed class HandOnPagesTests
{
    [Fact]
    public async Task Anybody_at_the_desk_hands_on_a_worry_and_it_is_the_same_task()
    {
        await using var a = await Disclosed(1);
        var desk = await a.Site.Staff(Roles.Administrator);
        var page = await desk.Fill($"/worry/{ASession.Person}?referral={ASession.Referral}", ("Source", "FrontDesk"), ("Said", "She said goodbye on the phone."), ("Now", "yes"));
        page.Status.ShouldBe(303);
        (await desk.Get(page.Location!)).Body.ShouldContain("has a task and looks by 11:12am today.");
        var task = RiskTask.Of(await a.OfPerson()).ShouldHaveSingleItem();
        task.Told.Select(t => t.Source).ShouldBe([RiskSource.Item9, RiskSource.FrontDesk]);
        (await (await a.Jo()).Get($"/risk/{task.Id}")).Body.ShouldContain("She said goodbye on the phone.");
    }

    [Fact]
    public async Task The_desk_hands_on_but_reads_no_task()
    {
        await using var a = await Disclosed(2);
        var desk = await a.Site.Staff(Roles.Administrator);
        (await desk.Get($"/risk/{await TaskOf(a)}")).Status.ShouldBeOneOf(403, 404);
        (await desk.Get($"/worry/{ASession.Person}")).Body.ShouldNotMatch(@"\bAmy\b");
    }

    [Fact]
    public async Task A_task_is_handed_only_to_somebody_who_may_open_it()
    {
        await using var a = await Disclosed(1);
        foreach (var role in new[] { Roles.DataManager, Roles.Administrator, Roles.ServiceLead, Roles.Supervisor })
            await a.Site.Staff(role);
        var jo = await a.Jo();
        var task = await TaskOf(a);
        var page = await jo.Get($"/risk/{task}");
        page.Body.ShouldContain($"value=\"{ASite.StaffId(Roles.Supervisor)}\"");
        foreach (var role in new[] { Roles.DataManager, Roles.Administrator, Roles.ServiceLead })
        {
            page.Body.ShouldNotContain($"value=\"{ASite.StaffId(role)}\"", Case.Sensitive, role);
            var refused = await Post(jo, task, "HandOn", ("To", ASite.StaffId(role)), ("Why", "I am off now."));
            refused.Body.ShouldContain("They cannot open tasks about safety. Choose a clinician from the list.");
            refused.Body.ShouldContain("I am off now.");
        }

        (await a.OfPerson()).Any<RiskTaskHandedOn>().ShouldBeFalse();
        (await Post(jo, task, "HandOn", ("To", ASite.StaffId(Roles.Supervisor)), ("Why", "I am off now."))).Status.ShouldBe(302);
        (await (await a.Site.Staff(Roles.Supervisor)).Get($"/risk/{task}")).Status.ShouldBe(200);
    }

    [Theory]
    [Trait("Hazard", "H46")]
    [InlineData("Close", "Closed. What you wrote is kept.")]
    [InlineData("HandOn", "Handed on. The task is no longer yours")]
    public async Task Whoever_a_closed_or_handed_on_task_shuts_out_of_the_record_goes_on_from_the_list_and_is_told(string last, string told)
    {
        await using var a = await Disclosed(1);
        var hanna = await a.Site.Staff(Roles.HighIntensity);
        var task = await TaskOf(a);
        (await Post(await a.Jo(), task, "HandOn", ("To", ASite.StaffId(Roles.HighIntensity)), ("Why", "I am off now."))).Location
            .ShouldBe($"/risk/{task}", "an appointment with her keeps the record open");
        (await Post(hanna, task, "Act", ("Contact", "Spoke"), ("MinutesAgo", "0"), ("ActSaid", "We spoke."))).Location.ShouldBe($"/risk/{task}");

        var done = last == "Close"
            ? await Post(hanna, task, last, ("Said", "Safe."), ("Plan", "Call."), ("Informed", "GP"))
            : await Post(hanna, task, last, ("To", ASite.StaffId(Roles.Pwp)), ("Why", "Jo is back."));
        done.Location.ShouldBe("/risk");
        var list = await hanna.Get("/risk");
        list.Status.ShouldBe(200);
        list.Body.ShouldContain(told);
        foreach (var shut in new[] { $"/risk/{task}", $"/pathways/{ASession.Referral}", $"/safety-plan/{ASession.Person}" })
        {
            (await hanna.Get(shut)).Status.ShouldBe(404);
            list.Body.ShouldNotContain($"href=\"{shut}\"");
        }
    }
}
