using Candour.Clinical;
using Microsoft.Playwright;

namespace Candour.Journeys;

/// <summary>One browser, several tabs: what the others show when the session of one has ended.</summary>
public sealed class OtherTabsJourney(Chromium chromium)
{
    [Fact]
    public async Task Signing_out_in_one_tab_takes_the_record_from_the_others()
    {
        await using var site = await RunningSite.Open(Moment.Utc(2026, 10, 1, 9));
        await site.HasAmira();
        await using var jo = await Someone.With(chromium, site, new(Screen.Desk, Script: true));
        await jo.SignsIn(Northmere.JoEmail);
        var other = await jo.Page.Context.NewPageAsync();
        await other.GotoAsync($"/pathways/{Northmere.AmirasReferral}");
        (await other.InnerTextAsync("h1")).ShouldContain("Amira");
        await jo.Presses("Sign out");
        await other.WaitForURLAsync("**/sign-out?Done=true");
        (await other.ContentAsync()).ShouldNotContain("Amira");
    }

    [Fact]
    public async Task Handing_the_device_over_takes_the_record_from_the_other_tabs_and_signing_in_again_takes_nothing()
    {
        await using var site = await RunningSite.Open(Moment.Utc(2026, 10, 1, 9));
        await site.HasAmira();
        await site.Until(London.At(new(2026, 11, 20), new(14, 0)));
        await using var jo = await Someone.With(chromium, site, new(Screen.Desk, Script: true));
        await jo.SignsIn(Northmere.JoEmail);
        var other = await jo.Page.Context.NewPageAsync();
        await other.GotoAsync($"/pathways/{Northmere.AmirasReferral}");
        await jo.Opens("/people");
        (await other.InnerTextAsync("h1")).ShouldContain("Amira", Case.Sensitive, "the same person's other page moves nobody");
        await jo.Opens($"/pathways/{Northmere.AmirasReferral}/questionnaires");
        await jo.Going(() => jo.Page.GetByRole(AriaRole.Button, new() { Name = "Hand over to" }).First.ClickAsync());
        await other.WaitForURLAsync("**/sign-out?Done=true");
        (await other.ContentAsync()).ShouldNotContain("Testwell");
    }
}
