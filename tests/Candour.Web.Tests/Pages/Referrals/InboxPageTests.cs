using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Messages;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Store;
using Candour.Clinical;
using Candour.Testing;
using Candour.Web.Tests.Hosting;
using Stage = Candour.CareRecord.Referrals.Stage;
using static Candour.Web.Tests.Pages.Referrals.FrontDeskTests;

namespace Candour.Web.Tests.Pages.Referrals;

/// <summary>The inbox and triage: what came, what is urgent, and what becomes of it.</summary>
public sealed class InboxPageTests
{
    [Fact]
    public async Task The_inbox_shows_risk_first_without_its_words_to_an_administrator()
    {
        await using var site = await Seeded(SafeNow.NotSure);
        var desk = await site.Staff(Roles.Administrator);
        var inbox = await desk.Get("/inbox");
        inbox.Status.ShouldBe(200);
        inbox.Body.ShouldContain("1 new.");
        inbox.Body.ShouldContain("Gil Invented");
        inbox.Body.ShouldContain("For a clinician now");
        inbox.Body.ShouldNotContain("I am not sure");

        // 16 minutes of opening hours on, nobody has taken it.
        site.Clock.Advance(TimeSpan.FromMinutes(16));
        (await desk.Get("/inbox")).Body.ShouldContain("1 risk answer is waiting for a clinician.");
        var one = await desk.Get($"/inbox/{GilsReferral}");
        one.Body.ShouldContain("There is a risk answer.");
        one.Body.ShouldNotContain("I am not sure");
        (await desk.Get($"/inbox/{GilsReferral}/triage")).Status.ShouldBe(403);
    }

    [Fact]
    [Trait("Hazard", "H11")]
    public async Task A_deadline_on_another_day_says_its_day_in_the_inbox()
    {
        // A Sunday, closed: somebody looks on Monday.
        await using var site = await ASite.Open(clock: new(Moment.Utc(2026, 10, 4, 11)), seed: record => Register(record, Gil, GilsReferral, SafeNow.NotSure, false));
        var due = RiskTask.OpenOf(await site.Record.Read(Streams.Person(Gil)))!.Due;
        London.DayOf(due).ShouldBe(new(2026, 10, 5));
        (await (await site.Staff(Roles.Administrator)).Get("/inbox")).Body.ShouldContain($"due {Words.Time(due)} tomorrow");
    }

    [Fact]
    [Trait("Hazard", "H11")]
    public async Task A_referral_nobody_opened_for_a_working_day_raises_an_alarm_until_it_is_opened()
    {
        await using var site = await Seeded();
        var desk = await site.Staff(Roles.Administrator);
        (await desk.Get("/inbox")).Body.ShouldNotContain("has not been opened");
        site.Clock.Advance(TimeSpan.FromHours(25));
        desk = await site.Staff(Roles.Administrator);
        (await desk.Get("/inbox")).Body.ShouldContain("1 referral has not been opened for a working day.");
        (await desk.Get($"/inbox/{GilsReferral}")).Status.ShouldBe(200);
        (await desk.Get("/inbox")).Body.ShouldNotContain("has not been opened");
    }

    [Fact]
    public async Task Accepting_twice_is_once_and_leads_to_reaching_them()
    {
        await using var site = await Seeded();
        var desk = await site.Staff(Roles.Administrator);
        var page = await desk.Get($"/inbox/{GilsReferral}");
        var first = await desk.Fill(page, $"/inbox/{GilsReferral}");
        (await desk.Fill(page, $"/inbox/{GilsReferral}")).Location.ShouldBe(first.Location);
        first.Location.ShouldBe($"/reach/{GilsReferral}");
        (await site.Record.Read(Streams.Referral(GilsReferral))).All<ReferralAccepted>().Count().ShouldBe(1);
        (await desk.Get("/reach")).Body.ShouldContain("1 person. 1 needs something today.");
        var reach = await desk.Get($"/reach/{GilsReferral}");
        reach.Status.ShouldBe(200);
        reach.Body.ShouldContain("Not yet. Nothing you sent has arrived.");
        (await desk.Get("/inbox")).Body.ShouldContain("Nothing is waiting here.");
    }
}
