using Candour.CareRecord;
using Candour.CareRecord.Access.Store;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;

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
    [InlineData($"/sessions/{ACourse.Today}", "Form.Note")]
    [InlineData($"/assess/{Assessed}/2", "Form.Notes")]
    [InlineData($"/safety-plan/{ACourse.Person}", "WarningSigns")]
    [InlineData($"/worry/{ACourse.Person}", "Said")]
    [InlineData($"/pathways/{ACourse.Referral}/problem", "Form.Why")]
    [InlineData($"/pathways/{ACourse.Referral}/ending", "Form.StayingWell")]
    [InlineData($"/pathways/{ACourse.Referral}/step", "Form.Why")]
    [InlineData($"/safeguarding/new/{ACourse.Person}", "Seen")]
    [Trait("Hazard", "H18")]
    public async Task Whatever_a_clinician_wrote_too_late_comes_back_after_signing_in_to_be_sent(string address, string field)
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await course.Books(Assessed, Clinical.Moment.Utc(2026, 10, 5, 15));
        await course.Tell("begun", By.Worker, Streams.Referral(ACourse.Referral),
            new CareRecord.Sessions.SessionStarted { Appointment = Assessed, AnswersIn = false }, new CareRecord.Sessions.SessionStarted { Appointment = ACourse.Today, AnswersIn = true });
        var page = await course.Jo.Get(address);
        page.Body.ShouldContain($"name=\"{field}\"", customMessage: address);
        site.Clock.Advance(TimeSpan.FromMinutes(30));
        var late = await Late(course.Jo, address: address, fields: (field, Typed));
        late.Status.ShouldBe(401);
        var kept = System.Text.RegularExpressions.Regex.Match(late.Body, "/kept/[0-9A-Z]{16}").Value;
        var shown = await (await site.Staff(Roles.Pwp)).Get(kept);
        shown.Body.ShouldContain(Typed);
        shown.Body.ShouldContain($"action=\"{address}");
        shown.Body.ShouldContain($"name=\"{field}\"");
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

    private const string Assessed = "7KAPP00000000009";

    private static Task<Answered> Late(Visitor who, string from = "same-origin", string address = "/sessions-of-mine", (string Name, string Value)? fields = null)
    {
        var (name, value) = fields ?? ("Note", Typed);
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", "stale"), new(name, value)]),
        };
        request.Headers.Add("Sec-Fetch-Site", from);
        return who.Send(request);
    }
}
