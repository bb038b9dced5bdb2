using Candour.CareRecord;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Sessions;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;

namespace Candour.Web.Tests.Sessions;

public sealed class InternetLogPageTests
{
    private const string Address = $"/sessions/{ACourse.Today}";

    [Fact]
    public async Task A_log_that_comes_late_asks_why_keeps_what_was_typed_and_is_marked()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        (string, string)[] typed = [("Log.Programme", "Calm Steps"), ("Log.From", "25/9/2026"), ("Log.To", "1/10/2026"), ("Log.Minutes", "20")];
        var asked = await course.Jo.Fill(Address, typed);
        asked.Status.ShouldBe(200);
        asked.Body.ShouldContain("You are adding this 3 days after it happened. Why now?");
        asked.Body.ShouldContain("href=\"#late\"");
        asked.Body.ShouldContain("value=\"Calm Steps\"");
        (await course.Jo.Fill(asked, Address, [.. typed, ("Log.WhyLate", "OffSick")])).Status.ShouldBe(303);
        (await Referral(site)).Last<AddedLate>()!.Why.ShouldBe(WhyLate.OffSick);
    }

    [Fact]
    public async Task Whoever_put_a_log_down_takes_it_out_with_a_reason_and_it_stays_on_the_page_as_taken_out()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await course.Jo.Fill(Address, ("Log.Programme", "Calm Steps"), ("Log.From", "28/9/2026"), ("Log.To", "4/10/2026"), ("Log.Minutes", "20"));
        var page = await course.Jo.Get(Address);
        page.Body.ShouldContain("Take out 28 September to 4 October 2026");
        var refused = await course.Jo.Fill(page, Address, ("Log.OutWhy", " "));
        var log = LoggedTherapy.Of(await Referral(site)).Single();
        refused.Body.ShouldContain($"href=\"#LogOut{log.Sequence}\"");

        (await course.Jo.Fill(refused, Address, ("Log.OutWhy", "It was another programme"))).Status.ShouldBe(303);
        (await Referral(site)).Last<InternetTherapyTakenBack>()!.Why.ShouldBe("It was another programme");
        var after = (await course.Jo.Get(Address)).Body;
        after.ShouldContain("Taken out of the log.");
        after.ShouldContain("Taken out by Jo Demo on 5 October");
        after.ShouldNotContain("Take out 28 September");
    }

    private static Task<History> Referral(ASite site) => site.Record.Read(Streams.Referral(ACourse.Referral));
}
