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
