using Candour.CareRecord;
using Candour.Web.Tests.Hosting;

namespace Candour.Web.Tests.Access;

public sealed class FormsTests
{
    [Fact]
    public async Task Every_page_refuses_a_post_without_its_token()
    {
        await using var site = await ASite.Open();
        var visitor = site.Visitor();
        var jo = await site.Staff(Roles.Pwp, Roles.Administrator, Roles.Supervisor, Roles.ServiceLead, Roles.DataManager);
        var wrong = new List<string>();
        foreach (var address in Addresses.Of(site))
        {
            foreach (var who in new[] { visitor, jo })
            {
                var answer = await who.Post(address);
                if (answer.Status is not (400 or 401 or 403 or 404 or 405))
                    wrong.Add($"{address}: {answer.Status}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task A_form_sent_from_another_site_is_refused_even_with_a_token(string from)
    {
        await using var site = await ASite.Open();
        var visitor = site.Visitor();
        var page = await visitor.Get("/sign-in");
        var token = System.Text.RegularExpressions.Regex.Match(page.Body, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        token.ShouldNotBeEmpty();
        var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Email", "x"), new("Password", "y")]),
        };
        request.Headers.Add("Sec-Fetch-Site", from);
        (await visitor.Send(request)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_doubled_field_is_refused()
    {
        await using var site = await ASite.Open();
        var visitor = site.Visitor();
        (await visitor.Fill("/sign-in", ("Email", "a"), ("Email", "b"), ("Password", "x"))).Status.ShouldBe(400);
        (await visitor.Get("/sign-out?Done=true&Done=false")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_field_that_is_not_of_the_form_changes_nothing()
    {
        await using var site = await ASite.Open();
        var jo = await site.Staff(Roles.Pwp);
        await jo.Fill("/switch-role", ("Role", Roles.ServiceLead));
        (await jo.Get("/switch-role")).Body.ShouldNotContain(Roles.ServiceLead);
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Methods_nobody_uses_are_refused(string method)
    {
        await using var site = await ASite.Open();
        (await site.Visitor().Send(new(new HttpMethod(method), "/sign-in"))).Status.ShouldBe(405);
    }

    [Fact]
    public async Task A_body_too_large_is_refused()
    {
        await using var site = await ASite.Open();
        (await site.Visitor().Fill("/sign-in", ("Email", new string('x', 1_100_000)), ("Password", "x"))).Status.ShouldBeOneOf(400, 413);
    }
}
