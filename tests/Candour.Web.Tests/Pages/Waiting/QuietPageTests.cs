using Candour.CareRecord;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Waiting;
using Candour.Clinical;
using Candour.Web.Tests.Hosting;

namespace Candour.Web.Tests.Pages.Waiting;

[Trait("Hazard", "H32")]
public sealed class QuietPageTests
{
    [Fact]
    public async Task Sixty_days_are_not_too_long_and_sixty_one_tell_the_front_desk_whatever_list_they_stand_on()
    {
        await using var site = await ASite.Open();
        await Referred(site, 60);
        var desk = await site.Staff(Roles.Administrator);
        (await desk.Get("/inbox")).Body.ShouldNotContain("heard nothing from us");
        (await desk.Get("/manage/quiet?band=0")).Body.ShouldContain("Wei Sample 60");

        site.Clock.Advance(TimeSpan.FromDays(1));
        desk = await site.Staff(Roles.Administrator);
        (await desk.Get("/inbox")).Body.ShouldContain("1 person has heard nothing from us for over 60 days.");
        var page = (await desk.Get("/manage/quiet?band=1")).Body;
        page.ShouldContain("Wei Sample 60");
        page.ShouldContain("61 days ago");
        (await desk.Get("/manage/quiet?band=0")).Body.ShouldContain("Nobody is here.");

        await Tell(site, 60, new ContactTried { Try = "t1", Way = Ways.Call, TriedAt = Moment.Now(site.Clock), Outcome = TryOutcome.NoAnswer });
        (await desk.Get("/inbox")).Body.ShouldContain("1 person has heard nothing", customMessage: "a call nobody took was not heard");
        await Tell(site, 60, new ContactTried { Try = "t2", Way = Ways.Call, TriedAt = Moment.Now(site.Clock), Outcome = TryOutcome.Answered });
        (await desk.Get("/inbox")).Body.ShouldNotContain("heard nothing from us");
    }

    [Fact]
    public async Task Put_on_a_waiting_list_they_stay_in_the_alarm_until_somebody_wrote_or_spoke_with_them()
    {
        await using var site = await ASite.Open();
        await Referred(site, 61);
        await Tell(site, 61, new PutOnWaitingList { Step = 2, On = London.Today(site.Clock) });
        var desk = await site.Staff(Roles.Administrator);
        (await desk.Get("/inbox")).Body.ShouldContain("1 person has heard nothing from us for over 60 days.");
        await Tell(site, 61, new WroteWhileWaiting { On = London.Today(site.Clock) });
        (await desk.Get("/inbox")).Body.ShouldNotContain("heard nothing from us");
    }

    [Fact]
    public async Task Over_ninety_days_the_service_lead_is_told_too_and_counts_without_names()
    {
        await using var site = await ASite.Open();
        foreach (var days in new[] { 90, 91, 121, 300 })
            await Referred(site, days);
        var lead = await site.Staff(Roles.ServiceLead);
        (await lead.Get("/manage/waits")).Body.ShouldContain("3 people have heard nothing for over 90 days.");
        var page = (await lead.Get("/manage/quiet?band=3")).Body;
        page.ShouldContain("2 people have heard nothing for over 120 days.");
        page.ShouldNotContain("Wei");
        (await lead.Get("/manage/quiet?band=4")).Status.ShouldBe(404);

        var names = (await (await site.Staff(Roles.Administrator)).Get("/manage/quiet?band=3")).Body;
        names.IndexOf("Wei Sample 300", StringComparison.Ordinal).ShouldBeInRange(0, names.IndexOf("Wei Sample 121", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Their_clinician_sees_them_on_today_and_whose_care_has_ended_is_not_counted()
    {
        await using var site = await ASite.Open();
        var jo = await site.Staff(Roles.Pwp);
        await Referred(site, 70);
        (await jo.Get("/today")).Body.ShouldNotContain("Heard nothing");
        await Tell(site, 70, new ClinicianAllocated { Clinician = ASite.StaffId(Roles.Pwp) });
        var today = (await jo.Get("/today")).Body;
        today.ShouldContain("Heard nothing for over 60 days");
        today.ShouldContain("Wei Sample 70");

        await Tell(site, 70, new ClosedAsAsked { ClosedOn = new(2026, 10, 5), ComeBackUntil = new(2027, 4, 5), EndCode = "14" });
        (await jo.Get("/today")).Body.ShouldNotContain("Wei Sample 70");
    }

    private static async Task Referred(ASite site, int days)
    {
        var (person, referral) = (Streams.Person($"QU1ETP0000000{days:000}"), Streams.Referral($"QU1ETR0000000{days:000}"));
        (await site.Record.Write(new($"quiet{days}", By.Worker), [person, referral], (_, _) => Decision
            .Accept(person, new PersonRegistered { FirstName = "Wei", LastName = $"Sample {days}", BirthDate = new(1990, 1, 1), FilledBy = FilledBy.Me })
            .And(referral, new ReferralReceived
            {
                Person = person.Id, ReceivedOn = London.Today(site.Clock).AddDays(-days), Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me,
            }))).ShouldBeOfType<Outcome.Done>();
    }

    private static async Task Tell(ASite site, int days, Event what)
    {
        var referral = Streams.Referral($"QU1ETR0000000{days:000}");
        (await site.Record.Write(new($"tell/{days}/{what.GetType().Name}/{(what as ContactTried)?.Try}", By.Worker), [referral], (_, _) => Decision.Accept(referral, what))).ShouldBeOfType<Outcome.Done>();
    }
}
