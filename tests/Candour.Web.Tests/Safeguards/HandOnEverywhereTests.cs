using Candour.CareRecord;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pages.Referrals;
using Candour.Web.Tests.Pathways;

namespace Candour.Web.Tests.Safeguards;

/// <summary>From every page that shows a person a worry can be handed on.</summary>
[Trait("Hazard", "H07")]
public sealed class HandOnEverywhereTests
{
    [Fact]
    public async Task Every_front_desk_page_about_a_person_leads_to_handing_on_a_worry()
    {
        await using var site = await FrontDeskTests.Seeded();
        var desk = await site.Staff(Roles.Administrator);
        var there = $"href=\"/worry/{FrontDeskTests.Gil}?referral={FrontDeskTests.GilsReferral}\"";
        foreach (var address in (string[])[$"/inbox/{FrontDeskTests.GilsReferral}", $"/pathways/{FrontDeskTests.GilsReferral}/registration", $"/pathways/{FrontDeskTests.GilsReferral}/registration/gp"])
            (await desk.Get(address)).Body.ShouldContain(there, customMessage: address);
        await FrontDeskTests.Tell(site.Record, new ReferralAccepted());
        foreach (var address in (string[])[$"/reach/{FrontDeskTests.GilsReferral}", $"/reach/{FrontDeskTests.GilsReferral}/close", $"/waiting/{FrontDeskTests.GilsReferral}"])
            (await desk.Get(address)).Body.ShouldContain(there, customMessage: address);
        (await desk.Get($"/people/{FrontDeskTests.Gil}/death")).Body.ShouldContain($"href=\"/worry/{FrontDeskTests.Gil}\"");
        (await desk.Fill("/look-up", ("Name", "gil inv"), ("Why", "TheyAreHere"))).Body.ShouldContain(there);
    }

    [Fact]
    public async Task Every_clinic_page_about_a_person_leads_there_too()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var there = $"href=\"/worry/{ACourse.Person}?referral={ACourse.Referral}\"";
        foreach (var address in (string[])[$"/pathways/{ACourse.Referral}", $"/sessions/{ACourse.Today}", $"/appointments/{ACourse.Today}", $"/pathways/{ACourse.Referral}/plan", $"/pathways/{ACourse.Referral}/ending"])
            (await course.Jo.Get(address)).Body.ShouldContain(there, customMessage: address);
    }

    [Fact]
    public async Task What_a_caller_said_is_handed_on_with_owner_and_deadline_in_one_write()
    {
        await using var site = await FrontDeskTests.Seeded();
        var desk = await site.Staff(Roles.Administrator);
        var page = await desk.Get($"/worry/{FrontDeskTests.Gil}?referral={FrontDeskTests.GilsReferral}");
        page.Body.ShouldContain("Gil Invented");
        var refused = await desk.Fill(page, $"/worry/{FrontDeskTests.Gil}", ("Source", "FrontDesk"), ("Said", ""), ("Now", "no"));
        refused.Body.ShouldContain("Write what was said, as near to the person&#x27;s own words as you can.");
        (await desk.Fill(refused, $"/worry/{FrontDeskTests.Gil}", ("Source", "FrontDesk"), ("Said", "He said goodbye."), ("Now", "no"))).Status.ShouldBe(303);
        var person = await site.Record.Read(Streams.Person(FrontDeskTests.Gil));
        var written = person.Events.Where(e => e.Event is RiskDisclosed or RiskTaskOpened).ToList();
        written.Count.ShouldBe(2);
        written.Select(e => e.Envelope.CommandId).Distinct().Count().ShouldBe(1);
        var task = RiskTask.OpenOf(person)!;
        (task.Owner.Length > 0, task.Due > task.Opened).ShouldBe((true, true));
    }

    [Fact]
    public async Task A_role_that_hands_on_nothing_by_the_table_is_shown_no_link()
    {
        await using var site = await FrontDeskTests.Seeded();
        var lead = await site.Staff(Roles.SafeguardingLead);
        var found = await lead.Fill("/look-up", ("Name", "gil inv"), ("Why", "TheyAreHere"));
        found.Body.ShouldContain("Gil Invented");
        found.Body.ShouldNotContain("/worry/");
    }
}
