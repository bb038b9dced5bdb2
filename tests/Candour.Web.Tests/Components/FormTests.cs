using Candour.Web.Tests.Components.Sample;

namespace Candour.Web.Tests.Components;

/// <summary>Fields bound to a page model, in a running page.</summary>
public sealed class FormTests(SampleHost host) : IClassFixture<SampleHost>
{
    private const string Path = "/sample/form";

    [Fact]
    public async Task A_new_form_has_nothing_chosen_and_no_error()
    {
        var page = await host.Get(Path);
        page.All.ShouldNotContain(each => each.Is("div", "nhsuk-error-summary"));
        page.All.ShouldNotContain(each => each.Attributes.ContainsKey("checked"));
        Title(page).ShouldBe("A form – Northmere");
    }

    [Fact]
    public async Task An_empty_post_names_every_error_at_the_top_and_at_its_field()
    {
        var page = await host.Post(Path);
        Title(page).ShouldBe("Error: A form – Northmere");
        var summary = page.All.Single(each => each.Is("div", "nhsuk-error-summary"));
        var links = summary.All.Where(each => each.Name == "a").Select(link => (link["href"], Words(link))).ToArray();
        links.ShouldBe([
            ("#FirstName", "Enter your first name"), ("#Answer", "Choose an answer, or skip this question."),
            ("#Ways", "Choose at least one way"), ("#Born_Day", "Enter your date of birth"),
        ], "in the order of the form");
        foreach (var (href, words) in links)
        {
            page.All.Single(each => each["id"] == href![1..]).Name.ShouldBe("input");
            page.All.Where(each => each.Is("span", "nhsuk-error-message")).ShouldContain(each => each.AllText == "Error: " + words);
        }
    }

    [Fact]
    public async Task Everything_typed_is_kept_after_a_refusal_but_not_a_password()
    {
        var page = await host.Post(Path, ("FirstName", ""), ("Answer", "1"), ("Which", "Mon & <Tue>"), ("Ways", "phone"), ("Born.Day", "31"),
            ("Born.Month", "feb"), ("Born.Year", "1985"), ("Therapy", "40"), ("Note", "\nline <b>two</b>"), ("Secret", "open sesame"));
        ById(page, "Answer-2")["checked"].ShouldNotBeNull();
        ById(page, "Which")["value"].ShouldBe("Mon & <Tue>");
        ById(page, "Ways-2")["checked"].ShouldNotBeNull();
        (ById(page, "Born_Day")["value"], ById(page, "Born_Month")["value"], ById(page, "Born_Year")["value"]).ShouldBe(("31", "feb", "1985"));
        page.All.Single(each => each.Name == "option" && each.Attributes.ContainsKey("selected"))["value"].ShouldBe("40");
        ById(page, "Note").AllText.TrimStart('\r', '\n').ShouldBe("line <b>two</b>");
        ById(page, "Secret")["value"].ShouldBeNull();
        page.All.ShouldContain(each => Words(each) == "31 February is not a real date. Check the day and month" && each.Name == "a");
    }

    [Fact]
    public async Task A_field_is_described_by_its_hint_and_its_error()
    {
        var page = await host.Post(Path);
        ById(page, "FirstName")["aria-describedby"].ShouldBe("FirstName-hint FirstName-error");
        ById(page, "FirstName")["data-kept"].ShouldBe("yes & no");
        foreach (var id in page.All.Select(each => each["aria-describedby"]).OfType<string>().SelectMany(ids => ids.Split(' ')))
            page.All.ShouldContain(each => each["id"] == id, id);
    }

    [Theory]
    [InlineData("/sample/form")]
    [InlineData("/sample/chart")]
    [InlineData("/help-now")]
    [InlineData("/broken")]
    public async Task A_page_has_one_h1_unique_ids_and_nothing_inline(string path)
    {
        var page = Html.Parse(await (await host.Client.GetAsync(path)).Content.ReadAsStringAsync());
        page.All.Count(each => each.Name == "h1").ShouldBe(1);
        page.All.Select(each => each["id"]).OfType<string>().ShouldBeUnique();
        page.All.ShouldNotContain(each => each.Attributes.ContainsKey("style") || each.Name == "style");
        page.All.Where(each => each.Name == "script").ShouldAllBe(each => each["src"] != null);
        page.All.SelectMany(each => each.Attributes.Keys).ShouldNotContain(name => name.StartsWith("on", StringComparison.Ordinal));
        page.All.Where(each => each["aria-labelledby"] is not null).SelectMany(each => each["aria-labelledby"]!.Split(' '))
            .ShouldAllBe(id => page.All.Any(each => each["id"] == id));
    }

    [Fact]
    public async Task Every_page_of_a_demonstration_says_so_first_and_offers_help()
    {
        var page = await host.Get(Path);
        var body = page.All.Single(each => each.Name == "body");
        body.All.First(each => each.Is("div", "candour-simulated")).AllText.Trim().ShouldBe("Demonstration. Every person here is invented.");
        body.All.Single(each => each.Is("div", "candour-help")).All.Where(each => each.Name == "a").Select(link => link["href"])
            .ShouldBe(["/help-now", "/leave"]);
        body.All.First(each => each.Name == "a")["href"].ShouldBe("#maincontent");
    }

    [Fact]
    public async Task The_menu_shows_only_pages_that_are_there()
    {
        var page = await host.Get("/sample/chart");
        var menu = page.All.Single(each => each.Is("ul", "nhsuk-header__navigation-list"));
        menu.All.Where(each => each.Name == "a").Select(link => link["href"]).ShouldBe(["/today"]);
        page.All.Single(each => each.Is("nav", "nhsuk-header__account")).AllText.ShouldContain("Jo Demo, PWP");
    }

    private static string Title(Html page) => page.All.First(each => each.Name == "title").AllText;

    private static string Words(Html each) => each.AllText.Trim();

    private static Html ById(Html page, string id) => page.All.Single(each => each["id"] == id);
}
