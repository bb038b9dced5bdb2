using Candour.CareRecord;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.Journeys;

/// <summary>Somebody is called away from the questions: they are warned, and what they choose too late is not lost (H02, H18).</summary>
public sealed class EndOfSessionJourney(Chromium chromium)
{
    private const string Warning = "Are you still there? We will close this page in 5 minutes.";

    [Fact]
    public async Task Five_minutes_before_the_page_closes_the_live_region_says_so()
    {
        await using var site = await RunningSite.Open(Moment.Utc(2026, 10, 1, 9));
        await site.HasAmira();
        await using var amira = await Someone.With(chromium, site, new(Screen.Phone, Script: true));
        await amira.Page.Clock.InstallAsync();
        await amira.ComesToHerPage(site);
        var live = amira.Page.Locator(".candour-live");
        await amira.Page.Clock.FastForwardAsync("24:50");
        (await live.InnerTextAsync()).ShouldBeEmpty();
        await amira.Page.Clock.FastForwardAsync("00:20");
        (await live.InnerTextAsync()).ShouldBe($"{Warning} Your answers are saved.");

        await amira.Opens("/me/scores");
        await amira.Page.GetByLabel("In your own words (optional)").First.FillAsync("It misses how tired I am");
        await amira.Page.Clock.FastForwardAsync("25:10");
        (await live.InnerTextAsync()).ShouldBe($"{Warning} Send what you wrote, to keep it.");

        await using var jo = await Someone.With(chromium, site, new(Screen.Desk, Script: true));
        await jo.Page.Clock.InstallAsync();
        await jo.SignsIn(Northmere.JoEmail);
        await jo.Opens("/today");
        await jo.Page.Clock.FastForwardAsync("15:10");
        (await jo.Page.Locator(".candour-live").InnerTextAsync()).ShouldStartWith(Warning);
    }

    [Fact]
    public async Task A_worry_chosen_after_the_page_had_closed_shows_help_and_reaches_its_task()
    {
        await using var site = await RunningSite.Open(Moment.Utc(2026, 10, 1, 9));
        await site.HasAmira();
        await site.Until(London.At(new(2026, 11, 20), new(14, 0)));
        var link = await site.LinkIn("a few questions before Mon 23 Nov, 2pm");
        await using var amira = await Someone.With(chromium, site, new(Screen.Phone, Script: true));
        await amira.OpensLink(link);
        await amira.Chooses("Me");
        await amira.Presses("Start");
        await amira.Answers(1, 8, "Not at all");
        site.Clock.Advance(TimeSpan.FromMinutes(31));
        await amira.Page.GetByLabel("Several days").CheckAsync();
        await amira.Page.GetByText("Thank you for telling us").WaitForAsync();
        await amira.Sees("Call 111, choose option 2", "This answer is saved.", "open the link in your message again");
        RiskTask.OpenOf(await site.Record.Read(Streams.Person(Northmere.Amira))).ShouldNotBeNull();
    }
}
