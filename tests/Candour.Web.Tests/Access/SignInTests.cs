using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.Web.Tests.Hosting;

namespace Candour.Web.Tests.Access;

public sealed class SignInTests
{
    private const string Email = "amy.demo@northmere.example";
    private const string Password = "a tall yellow teapot";

    [Fact]
    public async Task A_first_sign_in_sets_a_password_and_an_authenticator_and_then_both_let_in()
    {
        await using var site = await ASite.Open();
        var account = await site.Get<Accounts>().Add("S1", Email, "Amy Demo", [Roles.Pwp]);
        var visitor = site.Visitor();
        var link = $"/sign-in/first/{await site.Get<Credentials>().Invite(account.Id)}";

        (await visitor.Fill(link, ("Password", "too short"))).Body.ShouldContain("Use 15 characters or more");
        var set = await visitor.Fill(link, ("Password", Password));
        (set.Status, set.Location).ShouldBe((302, "/sign-in/authenticator"));
        var shown = await visitor.Get("/sign-in/authenticator");
        var secret = (await site.Get<Credentials>().NewAuthenticator(account.Id)).ShouldNotBeNull();
        shown.Body.Replace(" ", "").ShouldContain(Totp.Typed(secret));
        var picture = await visitor.Get("/sign-in/authenticator.svg");
        picture.Header("Content-Type").ShouldBe("image/svg+xml");
        picture.Body.ShouldNotContain("style=");
        var codes = await visitor.Fill("/sign-in/authenticator", ("Code", Totp.CodeAt(secret, Totp.StepOf(site.Clock.Now))));
        codes.Body.ShouldContain("Your recovery codes");

        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = site.Visitor();
        (await again.Fill("/sign-in", ("Email", Email), ("Password", Password))).Location.ShouldBe("/sign-in/code");
        var code = Totp.CodeAt(secret, Totp.StepOf(site.Clock.Now));
        (await again.Get("/sign-in/code")).Body.ShouldNotContain(code);
        (await again.Fill("/sign-in/code", ("Code", code))).Status.ShouldBe(302);
        (await again.Get("/sessions-of-mine")).Body.ShouldContain("now, this one");

        var thief = site.Visitor();
        await thief.Fill("/sign-in", ("Email", Email), ("Password", Password));
        (await thief.Fill("/sign-in/code", ("Code", code))).Body.ShouldContain("That code is not right. Codes change every 30 seconds.");
        (await thief.Get("/sessions-of-mine")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_wrong_password_keeps_the_email_and_never_says_which_was_wrong()
    {
        await using var site = await ASite.Open();
        var refused = await site.Visitor().Fill("/sign-in", ("Email", "nobody@northmere.example"), ("Password", "x"));
        refused.Body.ShouldContain("That e-mail and password do not match.");
        refused.Body.ShouldContain("value=\"nobody@northmere.example\"");
    }

    [Fact]
    public async Task A_demonstration_shows_its_accounts_and_the_code_to_type_and_no_other_record_does()
    {
        await using var demo = await ASite.Open(simulated: true);
        (await demo.Get<ReadyAccounts>().Add([("S1", Email, "Amy Demo", [Roles.Pwp, Roles.Supervisor])])).ShouldBeNull();
        var visitor = demo.Visitor();
        (await visitor.Get("/sign-in")).Body.ShouldContain(Email);
        await visitor.Fill("/sign-in", ("Email", Email), ("Password", ReadyAccounts.Password));
        var page = await visitor.Get("/sign-in/code");
        var code = System.Text.RegularExpressions.Regex.Match(page.Body, "<code>([0-9]{6})</code>").Groups[1].Value;
        (await visitor.Fill("/sign-in/code", ("Code", code))).Location.ShouldBe("/switch-role");
        (await visitor.Fill("/switch-role", ("Role", Roles.Supervisor))).Status.ShouldBe(302);

        await using var real = await ASite.Open();
        await real.Get<Accounts>().Add("S1", Email, "Amy Demo", [Roles.Pwp]);
        (await real.Visitor().Get("/sign-in")).Body.ShouldNotContain(Email);
    }

    [Fact]
    public async Task Somebody_who_was_sent_to_sign_in_comes_back_to_the_page_they_asked_for()
    {
        await using var demo = await ASite.Open(simulated: true);
        await demo.Get<ReadyAccounts>().Add([("S1", Email, "Amy Demo", [Roles.Pwp])]);
        var visitor = demo.Visitor();
        var asked = await visitor.Get("/sessions-of-mine");
        asked.Status.ShouldBe(401);
        await visitor.Fill(asked, "/sessions-of-mine", ("Email", Email), ("Password", ReadyAccounts.Password));
        var page = await visitor.Get("/sign-in/code");
        var code = System.Text.RegularExpressions.Regex.Match(page.Body, "<code>([0-9]{6})</code>").Groups[1].Value;
        (await visitor.Fill(page, "/sign-in/code", ("Code", code))).Location.ShouldBe("/sessions-of-mine");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("\\/evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http:evil.example")]
    [InlineData("/%0d%0aLocation:x\r\n")]
    public async Task Signing_in_never_leads_to_another_site(string back)
    {
        await using var demo = await ASite.Open(simulated: true);
        await demo.Get<ReadyAccounts>().Add([("S1", Email, "Amy Demo", [Roles.Pwp])]);
        var visitor = demo.Visitor();
        await visitor.Fill("/sign-in", ("Email", Email), ("Password", ReadyAccounts.Password), ("Back", back));
        var page = await visitor.Get("/sign-in/code");
        var code = System.Text.RegularExpressions.Regex.Match(page.Body, "<code>([0-9]{6})</code>").Groups[1].Value;
        (await visitor.Fill(page, "/sign-in/code", ("Code", code))).Location.ShouldNotBeNull().ShouldNotContain("evil");
    }
}
