using Candour.CareRecord;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Store;
using Candour.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using static Candour.Web.Tests.Pages.Referrals.SelfReferring;

namespace Candour.Web.Tests.Pages.Referrals;

/// <summary>Danger told in a referral: help on the same screen, and a task before anything is sent.</summary>
public sealed class DangerToldTests
{
    [Theory]
    [Trait("Hazard", "H11")]
    [InlineData("NotSure")]
    [InlineData("NeedsHelpToday")]
    public async Task Not_safe_shows_help_at_once_and_opens_a_task_as_soon_as_somebody_can_be_reached(string answer)
    {
        await using var site = await ASite.Open(seed: Policies);
        var visitor = site.Visitor();
        await visitor.Fill("/refer");
        var told = await visitor.Fill("/refer/safe", ("Form.Safe", answer));
        told.Location.ShouldBe("/refer/help?next=who");
        var help = await visitor.Get(told.Location!);
        help.Body.ShouldContain("tel:999");
        help.Body.ShouldContain("Nobody here knows of you yet.");
        help.Body.ShouldContain("Carry on with my referral");

        await visitor.Fill("/refer/birth", ("Form.Birth.Day", "4"), ("Form.Birth.Month", "3"), ("Form.Birth.Year", "1991"));
        await visitor.Fill("/refer/name", ("Form.FirstName", "Bo"));
        await using var lists = site.Record.Lists();
        (await lists.Set<PersonRow>().CountAsync()).ShouldBe(0);
        await visitor.Fill("/refer/contact", ("Form.Ways", "call"), ("Form.Phone", "01632 960001"));

        var person = (await lists.Set<PersonRow>().SingleAsync()).Person;
        var history = await site.Record.Read(Streams.Person(person));
        RiskTask.OpenOf(history).ShouldNotBeNull();
        (await lists.Set<ReferralRow>().CountAsync()).ShouldBe(0);
        (await visitor.Get("/refer/help?next=safe-to")).Body.ShouldContain("We have told our team.");

        // What is safe, said after the task was there, reaches the one who acts on it; the task stays one.
        await visitor.Fill("/refer/safe-to", ("Form.Voice", "yes"));
        var later = await site.Record.Read(Streams.Person(person));
        Person.Of(later)!.Rules!.VoiceMessageSafe.ShouldBe(true);
        later.All<RiskTaskOpened>().Count().ShouldBe(1);
    }

    [Theory]
    [Trait("Hazard", "H11")]
    [InlineData("Sometimes")]
    [InlineData("Often")]
    public async Task Thoughts_of_ending_life_show_help_and_open_a_task_before_anything_is_sent(string answer)
    {
        await using var site = await ASite.Open(seed: Policies);
        var visitor = await Begun(site);
        await visitor.Fill("/refer/birth", ("Form.Birth.Day", "4"), ("Form.Birth.Month", "3"), ("Form.Birth.Year", "1991"));
        await visitor.Fill("/refer/name", ("Form.FirstName", "Bo"));
        await visitor.Fill("/refer/contact", ("Form.Ways", "call"), ("Form.Phone", "01632 960001"));
        (await visitor.Fill("/refer/thoughts", ("Form.Thoughts", answer))).Location.ShouldBe("/refer/help?next=hurt");
        (await visitor.Get("/refer/help?next=hurt")).Body.ShouldContain("We have told our team. A person here will read your answer <strong>by");
        await using var lists = site.Record.Lists();
        RiskTask.OpenOf(await site.Record.Read(Streams.Person((await lists.Set<PersonRow>().SingleAsync()).Person))).ShouldNotBeNull();
    }
}
