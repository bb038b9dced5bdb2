using Candour.CareRecord;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.Web.Tests.Hosting;

public sealed class HeaderTests
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    [Fact]
    public async Task Every_answer_of_every_address_carries_the_headers()
    {
        await using var site = await ASite.Open();
        var visitor = site.Visitor();
        var jo = await site.Staff(Roles.Pwp, Roles.Administrator, Roles.Supervisor, Roles.ServiceLead);
        var wrong = new List<string>();
        foreach (var address in Addresses.Of(site).Concat(["/", "/no-such-page", "/icon.svg", "/css/candour.css", "/healthz", "/readyz"]))
        {
            foreach (var who in new[] { visitor, jo })
            {
                wrong.AddRange(Wrong(await who.Get(address)).Select(w => $"GET {address}: {w}"));
                wrong.AddRange(Wrong(await who.Post(address)).Select(w => $"POST {address}: {w}"));
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_broken_database_answers_503_with_the_headers_and_the_crisis_lines()
    {
        await using var site = await ASite.Open();
        (await (await site.Staff(Roles.Pwp)).Get("/sessions-of-mine")).Status.ShouldBe(200);
        // Somebody this process has not seen yet: whom it knows it still knows.
        var jo = await site.Staff(Roles.Pwp);
        await using (var connection = await site.Record.Database.Open())
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "drop table web_session";
            await command.ExecuteNonQueryAsync();
        }

        var answer = await jo.Get("/sessions-of-mine");
        answer.Status.ShouldBe(503);
        Wrong(answer).ShouldBeEmpty();
        answer.Body.ShouldContain("116 123");
        answer.Body.ShouldContain("999");
        answer.Body.ShouldNotContain("web_session");
    }

    [Fact]
    public async Task Pages_of_somebody_signed_in_are_never_kept_by_the_browser_and_every_cookie_is_strict()
    {
        await using var site = await ASite.Open();
        var jo = await site.Staff(Roles.Pwp);
        var page = await jo.Get("/sessions-of-mine");
        page.Header("Cache-Control").ShouldBe("no-store");
        var cookies = page.Headers["Set-Cookie"];
        cookies.ShouldNotBeEmpty();
        cookies.ShouldAllBe(c => c.StartsWith("__Host-", StringComparison.Ordinal) && c.Contains("; secure", StringComparison.OrdinalIgnoreCase)
            && c.Contains("; httponly", StringComparison.OrdinalIgnoreCase) && c.Contains("; samesite=", StringComparison.OrdinalIgnoreCase)
            && c.Contains("; path=/", StringComparison.OrdinalIgnoreCase) && !c.Contains("domain=", StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Wrong(Answered answer)
    {
        if (answer.Header("Content-Security-Policy") is var csp && csp != Policy && csp != Policy + "; connect-src 'self'")
            yield return $"{answer.Status} policy: {csp}";
        if (answer.Header("Strict-Transport-Security") != "max-age=31536000; includeSubDomains")
            yield return $"{answer.Status} transport";
        if (answer.Header("X-Content-Type-Options") != "nosniff")
            yield return $"{answer.Status} nosniff";
        if (answer.Header("Referrer-Policy") != "no-referrer")
            yield return $"{answer.Status} referrer";
        if (answer.Header("Access-Control-Allow-Origin") is not null)
            yield return $"{answer.Status} lets other sites read";
        if (answer.Header("Server") is not null || answer.Header("X-Powered-By") is not null)
            yield return $"{answer.Status} tells a version";
        if (answer.Header("Content-Type")?.StartsWith("text/html", StringComparison.Ordinal) == true
            && System.Text.RegularExpressions.Regex.IsMatch(answer.Body, "<[^>]+ (style|on[a-z]+)=|<script(?![^>]*src=)[^>]*>"))
            yield return $"{answer.Status} inline style or script";
    }
}
