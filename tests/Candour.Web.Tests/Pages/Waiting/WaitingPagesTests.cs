using Candour.CareRecord;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Waiting;
using Candour.Web.Tests.Pages.Consent;

namespace Candour.Web.Tests.Pages.Waiting;

public sealed class WaitingPagesTests
{
    [Fact]
    public async Task Both_waits_stand_in_two_columns_and_the_stock_adds_up()
    {
        var a = await ACase.Open();
        await using var site = a.Site;
        await a.Tell(Streams.Referral(ACase.Referral), new PutOnWaitingList { Step = 2, Therapy = "748051000000105", On = new(2026, 10, 5) });
        var desk = await site.Staff(Roles.Administrator);
        var page = await desk.Get("/waiting?step=2");
        page.Status.ShouldBe(200);
        page.Body.ShouldContain("Waiting for step 2");
        page.Body.ShouldContain("41 days");
        page.Body.ShouldContain("No talk yet");
        System.Net.WebUtility.HtmlDecode(page.Body).ShouldContain("0 last month + 1 came − 0 began − 0 left = 1. Unexplained: 0.");
        (await desk.Get("/waiting?step=3")).Body.ShouldContain("No one is waiting here.");
        (await desk.Get("/waiting?step=4")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task After_four_weeks_the_service_writes_by_itself_and_only_once()
    {
        var a = await ACase.Open();
        await using var site = a.Site;
        await a.Tell(Streams.Referral(ACase.Referral), new PutOnWaitingList { Step = 2, On = new(2026, 10, 5) });
        var work = site.Get<IEnumerable<CareRecord.Timers.IDueWork>>().Single(w => w.Name == "still-waiting");
        (await work.Run(site.Record, site.Clock.Now)).ShouldBe(0);
        site.Clock.Skip(TimeSpan.FromDays(28));
        (await work.Run(site.Record, site.Clock.Now)).ShouldBe(1);
        (await work.Run(site.Record, site.Clock.Now)).ShouldBe(0);
        var wrote = (await a.TheReferral()).Last<WroteWhileWaiting>()!;
        (await site.Record.Read(Streams.Message(wrote.Message!))).First<MessageQueued>()!.Template.ShouldBe("T8");
    }

    [Fact]
    public async Task Only_those_whose_names_were_shown_are_written_to_and_only_those_of_the_treatment_shown()
    {
        var a = await ACase.Open();
        await using var site = a.Site;
        await a.Tell(Streams.Referral(ACase.Referral), new PutOnWaitingList { Step = 2, Therapy = "748051000000105", On = new(2026, 10, 5) });
        site.Clock.Skip(TimeSpan.FromDays(29));
        var desk = await site.Staff(Roles.Administrator);
        (await desk.Get("/waiting?step=2&therapy=702545008")).Body.ShouldNotContain("Not heard from us for 4 weeks");
        var shown = await desk.Get("/waiting?step=2&therapy=748051000000105");
        shown.Body.ShouldContain("Write to 1 person");

        // Somebody else comes onto the same list between the preview and the button.
        var (late, person) = (Streams.Referral("7KLATE0000000001"), Streams.Person("7KLATE0000000001"));
        await site.Record.Write(new("late", By.Worker), [late, person], (_, _) => Decision
            .Accept(person, new CareRecord.Referrals.PersonRegistered { FirstName = "Lou", BirthDate = new(1990, 1, 1), FilledBy = CareRecord.Referrals.FilledBy.Me })
            .And(late,
                new CareRecord.Referrals.ReferralReceived { Person = person.Id, ReceivedOn = new(2026, 8, 1), Source = "B1", Commissioner = "QT1", CameBy = CareRecord.Referrals.CameBy.Web, FilledBy = CareRecord.Referrals.FilledBy.Me },
                new PutOnWaitingList { Step = 2, Therapy = "748051000000105", On = new(2026, 8, 1) }));
        var done = await desk.Fill(shown, "/waiting?step=2&therapy=748051000000105", ("To", ACase.Referral));
        done.Status.ShouldBe(303);
        (await site.Record.Read(late)).Any<WroteWhileWaiting>().ShouldBeFalse();
        (await desk.Get(done.Location!)).Body.ShouldContain("Sent to ");

        var again = await desk.Fill(shown, "/waiting?step=2", ("To", ACase.Referral), ("Shown.Command", "7KC0000000000009"));
        (await desk.Get(again.Location!)).Body.ShouldContain("Sent to 0 people. 1 person was left out");
    }

    [Fact]
    public async Task The_service_lead_is_offered_no_button_that_is_not_theirs()
    {
        var a = await ACase.Open();
        await using var site = a.Site;
        await a.Tell(Streams.Referral(ACase.Referral), new PutOnWaitingList { Step = 2, On = new(2026, 10, 5) });
        site.Clock.Skip(TimeSpan.FromDays(29));
        var page = (await (await site.Staff(Roles.ServiceLead)).Get("/waiting")).Body;
        page.ShouldContain("1 person has not heard from us for 4 weeks.");
        page.ShouldNotContain("Write to 1 person");
    }

    [Fact]
    public async Task A_person_is_given_to_a_therapist_who_holds_the_treatment()
    {
        var a = await ACase.Open();
        await using var site = a.Site;
        await a.Tell(Streams.Referral(ACase.Referral), new PutOnWaitingList { Step = 2, Therapy = "748051000000105", On = new(2026, 10, 5) });
        var desk = await site.Staff(Roles.Administrator);
        var address = $"/waiting/{ACase.Referral}";
        (await desk.Get(address)).Body.ShouldContain("Jo Demo");
        (await desk.Fill(address)).Body.ShouldContain("Choose a therapist.");
        (await desk.Fill(address, ("Clinician", a.JoId))).Location.ShouldBe($"/pathways/{ACase.Referral}/book?clinician={a.JoId}");
        (await a.TheReferral()).Last<ClinicianAllocated>()!.Clinician.ShouldBe(a.JoId);
    }
}
