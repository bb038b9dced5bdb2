using Candour.CareRecord;
using Candour.CareRecord.Access.Store;
using Candour.Web.Tests.Hosting;

namespace Candour.Web.Tests.Access;

public sealed class SessionTests
{
    private const string OwnPage = "/sessions-of-mine";

    [Fact]
    public async Task Staff_sessions_end_after_twenty_idle_minutes_and_then_ask_whether_it_is_still_them()
    {
        await using var site = await ASite.Open();
        var jo = await site.Staff(Roles.Pwp);
        for (var i = 0; i < 3; i++)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(19));
            (await jo.Get(OwnPage)).Status.ShouldBe(200);
        }

        site.Clock.Advance(TimeSpan.FromMinutes(21));
        var ended = await jo.Get(OwnPage);
        ended.Status.ShouldBe(401);
        ended.Body.ShouldContain("Are you still <bdi>Jo Demo</bdi>?");
    }

    [Fact]
    public async Task Staff_sessions_end_after_twelve_hours_however_busy()
    {
        await using var site = await ASite.Open();
        var jo = await site.Staff(Roles.Pwp);
        for (var i = 0; i < 47; i++)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(15));
            (await jo.Get(OwnPage)).Status.ShouldBe(200);
        }

        site.Clock.Advance(TimeSpan.FromMinutes(15));
        (await jo.Get(OwnPage)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server_and_clears_the_browser()
    {
        await using var site = await ASite.Open();
        var jo = await site.Staff(Roles.Pwp);
        var stolen = site.Visitor().With(jo.Cookies["__Host-candour"]);
        var left = await jo.Fill("/sign-out");
        left.Header("Clear-Site-Data").ShouldBe("\"cache\", \"cookies\", \"storage\"");
        jo.Cookies.ContainsKey("__Host-candour").ShouldBeFalse();
        (await jo.Get("/sign-out?Done=true")).Body.ShouldContain("You are signed out. Close this window on a shared computer.");
        (await stolen.Get(OwnPage)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Closing_an_account_or_taking_its_role_counts_at_the_next_request()
    {
        await using var site = await ASite.Open();
        var jo = await site.Staff(Roles.Pwp);
        var accounts = site.Get<Accounts>();
        var account = (await accounts.All()).Single();
        await accounts.SetRoles(account.Id, [Roles.Administrator]);
        (await jo.Get(OwnPage)).Status.ShouldBe(401);
        await accounts.SetRoles(account.Id, [Roles.Pwp]);
        (await jo.Get(OwnPage)).Status.ShouldBe(200);
        await accounts.SetDisabled(account.Id, true);
        (await jo.Get(OwnPage)).Status.ShouldBe(401);
        await accounts.SetDisabled(account.Id, false);
        (await jo.Get(OwnPage)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task One_session_can_end_another_of_the_same_account_and_never_somebody_elses()
    {
        await using var site = await ASite.Open();
        var here = await site.Staff(Roles.Pwp);
        var there = await site.Staff(Roles.Pwp);
        var other = await site.Staff(Roles.Administrator);
        var others = (await site.Get<WebSessions>().OpenOf(WebSessions.Staff, (await site.Get<Accounts>().All()).Single(a => a.Roles[0] == Roles.Administrator).Id)).Single();
        (await here.Get(OwnPage)).Body.ShouldNotContain(others.Id);
        var page = await here.Get(OwnPage);
        await here.Fill(page, OwnPage, ("Id", others.Id));
        (await other.Get(OwnPage)).Status.ShouldBe(200);
        page = await here.Get(OwnPage);
        var token = System.Text.RegularExpressions.Regex.Match(page.Body, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        await here.Post(OwnPage + "?handler=Others", ("__RequestVerificationToken", token));
        (await there.Get(OwnPage)).Status.ShouldBe(401);
        (await here.Get(OwnPage)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_token_is_not_in_the_database()
    {
        await using var site = await ASite.Open();
        var jo = await site.Staff(Roles.Pwp);
        var token = jo.Cookies["__Host-candour"];
        await using var connection = await site.Record.Database.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = "select group_concat(token_hash || coalesce(id,'') || coalesce(link,'') || coalesce(target,''), ' ') from web_session";
        ((string)(await command.ExecuteScalarAsync())!).ShouldNotContain(token);
    }
}
