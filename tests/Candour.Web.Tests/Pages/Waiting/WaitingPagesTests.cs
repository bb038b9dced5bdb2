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
