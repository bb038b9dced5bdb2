using Candour.CareRecord;
using Candour.Web.Tests.Hosting;

namespace Candour.Web.Tests.Pages.Faults;

/// <summary>In the whole site, with its record and its guards.</summary>
public sealed class SiteFaultTests
{
    [Fact]
    public async Task A_page_that_is_not_there_says_so_in_the_frame_with_the_crisis_lines()
    {
        await using var site = await ASite.Open();
        var answer = await site.Visitor().Get("/nowhere");
        answer.Status.ShouldBe(404);
        answer.Body.ShouldContain("If you came from a message, the link may be cut short. Copy all of it.");
        answer.Body.ShouldContain("Call 116 123");
    }

    [Fact]
    public async Task Staff_see_their_own_menu_and_words_on_a_page_that_is_not_there_or_not_theirs()
    {
        await using var site = await ASite.Open();
        var jo = await site.Staff(Roles.Pwp);
        foreach (var address in new[] { "/nowhere", "/break-glass" })
        {
            var answer = await jo.Get(address);
            answer.Status.ShouldBeOneOf(403, 404);
            answer.Body.ShouldContain("href=\"/people\"");
            answer.Body.ShouldContain("<a class=\"nhsuk-header__service-name\" href=\"/today\">");
            answer.Body.ShouldNotContain("If you came from a message");
        }
    }

    [Theory]
    [InlineData("/me")]
    [InlineData("/q/xyz")]
    public async Task Whoever_never_had_a_link_open_is_told_how_to_get_in_and_not_that_anything_is_saved(string address)
    {
        await using var site = await ASite.Open();
        var answer = await site.Visitor().Get(address);
        answer.Body.ShouldContain("Open the link and enter your date of birth.");
        answer.Body.ShouldNotContain("saved");
        answer.Body.ShouldNotContain("We closed this page");
    }

    [Fact]
    public async Task Whose_session_ran_out_is_told_once_that_the_page_was_closed_and_what_is_saved()
    {
        await using var site = await ASite.Open();
        var amira = await site.Patient("AMRATESTWE110001");
        site.Clock.Advance(TimeSpan.FromMinutes(31));
        var body = (await amira.Get("/me")).Body;
        body.ShouldContain("Your answers are saved.");
        body[body.IndexOf("<main", StringComparison.Ordinal)..].Split("We closed this page to keep it private").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_sign_in_with_nothing_in_it_asks_for_both_and_says_nothing_of_fields()
    {
        await using var site = await ASite.Open();
        var body = (await site.Visitor().Fill("/sign-in", ("Email", ""), ("Password", ""))).Body;
        body.ShouldContain("Enter your work e-mail");
        body.ShouldContain("Enter your password");
        body.ShouldNotContain("field is required");
        body.ShouldNotContain("do not match");
    }

    [Fact]
    public async Task Stopping_before_anything_was_answered_does_not_say_that_answers_are_kept()
    {
        await using var site = await ASite.Open();
        var body = (await site.Visitor().Get("/refer/stop")).Body;
        body.ShouldContain("you have not answered anything here yet");
        body.ShouldNotContain("are kept");
    }

    [Fact]
    public async Task Help_now_is_open_to_all_and_carries_the_headers_of_every_page()
    {
        await using var site = await ASite.Open();
        var answer = await site.Visitor().Get("/help-now");
        answer.Status.ShouldBe(200);
        answer.Body.ShouldContain("Call 111, choose option 2");
        answer.Header("Content-Security-Policy").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("/lib/nhsuk/nhsuk-frontend.min.css")]
    [InlineData("/lib/nhsuk/nhsuk-frontend.min.js")]
    [InlineData("/css/candour.css")]
    [InlineData("/js/candour.js")]
    [InlineData("/icon.svg")]
    public async Task The_files_of_the_frame_are_served(string address)
    {
        await using var site = await ASite.Open();
        (await site.Visitor().Get(address)).Status.ShouldBe(200);
    }
}
