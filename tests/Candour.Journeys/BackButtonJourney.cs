using Candour.Clinical;

namespace Candour.Journeys;

/// <summary>Somebody signs out at a shared computer, and the next to sit down presses the browser's back button (H50).</summary>
[Trait("Hazard", "H50")]
public sealed class BackButtonJourney(Chromium chromium)
{
    [Theory]
    [MemberData(nameof(Screen.All), MemberType = typeof(Screen))]
    public async Task After_signing_out_the_back_button_shows_nothing_of_anybody(int width, bool script)
    {
        await using var site = await RunningSite.Open(Moment.Utc(2026, 10, 1, 9));
        await site.HasAmira();
        await using var jo = await Someone.With(chromium, site, new(width, script));
        await jo.SignsIn(Northmere.JoEmail);
        await jo.Opens("/people");
        await jo.Sees("Amira Testwell");
        await jo.Opens($"/pathways/{Northmere.AmirasReferral}");
        await jo.Sees("Amira Testwell");
        await jo.Presses("Sign out");
        await jo.Sees("You are signed out. Close this window on a shared computer.");
        await jo.GoesBackAndSeesNothingOf("Amira", "Testwell", "999 012 3456", "PHQ-9");
    }

    [Fact]
    public async Task After_twenty_idle_minutes_neither_a_link_nor_the_back_button_shows_anything()
    {
        await using var site = await RunningSite.Open(Moment.Utc(2026, 10, 1, 9));
        await site.HasAmira();
        await using var jo = await Someone.With(chromium, site, new(Screen.Desk, Script: false));
        await jo.SignsIn(Northmere.JoEmail);
        await jo.Opens("/people");
        await jo.Opens($"/pathways/{Northmere.AmirasReferral}");
        site.Clock.Advance(TimeSpan.FromMinutes(21));
        await jo.Page.GotoAsync("/people");
        (await jo.Page.ContentAsync()).ShouldNotContain("Testwell");
        await jo.GoesBackAndSeesNothingOf("Amira", "Testwell");
    }
}
