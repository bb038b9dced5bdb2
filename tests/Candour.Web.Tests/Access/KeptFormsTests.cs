using Candour.CareRecord;
using Candour.CareRecord.Access.Store;
using Candour.Web.Tests.Hosting;

namespace Candour.Web.Tests.Access;

public sealed class KeptFormsTests
{
    private const string Typed = "He told me that the garden helps, and that Sundays are the hardest.";

    [Fact]
    public async Task What_was_sent_after_the_session_ended_is_kept_for_the_same_account_and_shown_to_send()
    {
        await using var site = await ASite.Open();
        var jo = await site.Staff(Roles.Pwp);
        (await jo.Get("/sessions-of-mine")).Status.ShouldBe(200);
        site.Clock.Advance(TimeSpan.FromMinutes(30));
        var late = await Late(jo);
        late.Status.ShouldBe(401);
        late.Body.ShouldContain("We kept what you wrote.");
        var kept = System.Text.RegularExpressions.Regex.Match(late.Body, "/kept/[0-9A-Z]{16}").Value;
        kept.ShouldNotBeEmpty();

        (await (await site.Staff(Roles.Administrator)).Get(kept)).Status.ShouldBe(404);
        var shown = await (await site.Staff(Roles.Pwp)).Get(kept);
        shown.Body.ShouldContain("We kept what you wrote. Check it and send.");
        shown.Body.ShouldContain(Typed);
        await using var connection = await site.Record.Database.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = "select sealed from kept_post";
        ((string)(await command.ExecuteScalarAsync())!).ShouldNotContain("garden");
        site.Clock.Advance(TimeSpan.FromHours(24));
        (await (await site.Staff(Roles.Pwp)).Get(kept)).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData("none")]
    public async Task What_another_site_made_the_browser_send_is_not_kept(string from)
    {
        await using var site = await ASite.Open();
        var jo = await site.Staff(Roles.Pwp);
        site.Clock.Advance(TimeSpan.FromMinutes(30));
        (await Late(jo, from)).Body.ShouldNotContain("/kept/");
    }

    [Fact]
    public async Task A_stale_token_with_a_live_session_shows_the_text_again()
    {
        await using var site = await ASite.Open();
        var jo = await site.Staff(Roles.Pwp);
        var stale = await Late(jo);
        stale.Status.ShouldBe(302);
        (await jo.Get(stale.Location!)).Body.ShouldContain(Typed);
    }

    private static Task<Answered> Late(Visitor who, string from = "same-origin")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/sessions-of-mine")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", "stale"), new("Note", Typed)]),
        };
        request.Headers.Add("Sec-Fetch-Site", from);
        return who.Send(request);
    }
}
