using System.Text.RegularExpressions;

namespace Candour.Architecture.Tests;

/// <summary>
/// Every page for staff is reached from another page or a menu, and no page leads to an address that is not there. Read from
/// the sources: what stands between braces or after @ in an address is taken for any one part of it.
/// </summary>
public sealed partial class PageLinksTests
{
    // Reached otherwise, each for its reason.
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["/kept/*"] = "what was typed when a session ended: the sign-in page sends there",
        ["/sign-in/first/*"] = "a step of signing in, from the link in the first message",
        ["/sign-in/authenticator"] = "a step of signing in",
        ["/worry/*"] = "in the frame of every staff page about a person (HandOn.cs), with a test of its own",
        ["/safeguarding/new/*"] = "in the frame of every staff page about a person (HandOn.cs), with a test of its own",
        ["/pathways/*/questionnaires/*/enter/*"] = "the next question, after the first page of entering answers",
        ["/pathways/*/questionnaires/*/enter/check"] = "the last step of entering answers",
    };

    // Answered by something else than a page.
    private static readonly string[] NoPages =
        ["/leave", "/help-now", "/sign-in/authenticator.svg", "/icon.svg", "/pathways/*/questionnaires/*/paper/*", "/me/treatment/paper"];

    // Put after an address, or before the end of one, by the page itself.
    private static readonly string[] Endings = ["/check", "/draft", "/pathways/*/questionnaires/*/enter*"];

    private static readonly IReadOnlyList<(string File, IReadOnlyList<string> Routes)> Pages =
        [.. Sources.Files("src/Candour.Web/Pages").Where(f => f.EndsWith(".cshtml", StringComparison.Ordinal))
            .Select(f => (f, RoutesOf(Sources.Text(f)))).Where(p => p.Item2.Count > 0)];

    private static readonly IReadOnlyList<(string File, string Address)> Links =
        [.. Sources.Files("src/Candour.Web/Pages", "src/Candour.Web/Components", "src/Candour.Web/Access", "src/Candour.CareRecord")
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal))
            .SelectMany(f => LinksIn(f).Select(link => (f, link)))];

    [Fact]
    public void Every_staff_page_is_linked_from_another_page_or_a_menu()
    {
        var lost = from page in Pages
                   where Sources.Text(page.File).Contains("_StaffLayout", StringComparison.Ordinal)
                   where page.Routes.All(route => !Exceptions.ContainsKey(route))
                       && !Links.Any(l => !l.File.StartsWith(page.File, StringComparison.Ordinal) && page.Routes.Any(route => Leads(l.Address, route)))
                   select page.File;
        lost.ShouldBeEmpty();
    }

    [Fact]
    public void No_page_leads_to_an_address_that_is_not_there()
    {
        var broken = from link in Links
                     where link.File.EndsWith(".cshtml", StringComparison.Ordinal) || InPage(link.File) && !Endings.Contains(link.Address)
                     where !NoPages.Contains(link.Address) && !link.Address.EndsWith(".css", StringComparison.Ordinal) && !Pages.Any(p => p.Routes.Any(route => Leads(link.Address, route)))
                     select $"{link.File}: {link.Address}";
        broken.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/pathways/@Model.Id/plan", "/pathways/*/plan")]
    [InlineData("/pathways/{Referral}/registration/{Fact.Slug}?x=1", "/pathways/*/registration/*")]
    [InlineData("/risk/@(Model.Task.Id)#top", "/risk/*")]
    public void What_is_filled_in_stands_for_one_part_of_an_address(string written, string address) => Plain(written).ShouldBe(address);

    /// <summary>Code that makes addresses for a page: a page model, or what a page of the record is made of; not the menus, which show what is there.</summary>
    private static bool InPage(string file) => file.StartsWith("src/Candour.Web/Pages", StringComparison.Ordinal)
        || (file.StartsWith("src/Candour.CareRecord", StringComparison.Ordinal) && !file.Contains("/Store/", StringComparison.Ordinal));

    private static IReadOnlyList<string> RoutesOf(string page)
    {
        if (Route().Match(page) is not { Success: true } match)
            return [];
        var route = match.Groups["route"].Value;
        var whole = Parameter().Replace(route, "*");
        return OptionalParameter().IsMatch(route) ? [whole, whole[..whole.LastIndexOf('/')]] : [whole];
    }

    private static IEnumerable<string> LinksIn(string file) =>
        from line in Sources.Text(file).Split('\n')
        where !line.Contains("@page", StringComparison.Ordinal) && !line.Contains("Redirect(", StringComparison.Ordinal)
            && !line.Contains("See(", StringComparison.Ordinal) && !line.Contains("Map", StringComparison.Ordinal)
            // Shown only where the page is there.
            && !line.Contains(".Has(", StringComparison.Ordinal) && !line.Contains("///", StringComparison.Ordinal)
        from Match match in (file.EndsWith(".cshtml", StringComparison.Ordinal) ? Href() : Quoted()).Matches(line)
        select Plain(match.Groups["address"].Value);

    private static string Plain(string written)
    {
        var address = Filled().Replace(written, "*");
        address = address.Split('?', '#')[0];
        return address.Length > 1 ? address.TrimEnd('/') : address;
    }

    private static bool Leads(string address, string route)
    {
        var (parts, ofRoute) = (address.Split('/'), route.Split('/'));
        return parts.Length == ofRoute.Length && parts.Zip(ofRoute).All(p => p.Second == "*" || p.First == p.Second);
    }

    [GeneratedRegex("""^@page "(?<route>[^"]+)"\s*$""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Route();

    [GeneratedRegex(@"\{(?:[^{}]|\{[^}]*\})*\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\{\w+(:\w+)?\?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OptionalParameter();

    [GeneratedRegex(@"@\((?:[^()]|\([^()]*\))*\)|@[A-Za-z][\w.]*(\[\d+\])?|\{(?:[^{}]|\{[^}]*\})*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Filled();

    [GeneratedRegex("""href="(?<address>/[^"]*)"|\$"(?<address>/[a-z][^"]*)"|"(?<address>/[a-z][a-z/-]*)" """, RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Href();

    [GeneratedRegex("""\$?"(?<address>/[a-z][^"\s]*)["]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}
