using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pages.Referrals;

namespace Candour.Web.Tests.Pages.Service;

/// <summary>What anybody may read before they tell us anything.</summary>
public sealed class OpenPagesTests
{
    [Theory]
    [InlineData("/", "/accessibility", "How these pages were tested")]
    [InlineData("/", "/privacy", "national data opt-out")]
    [InlineData("/refer", "/privacy", "What we tell NHS England")]
    public async Task The_front_page_and_the_form_lead_to_what_is_done_with_what_is_told(string from, string to, string says)
    {
        await using var site = await ASite.Open(seed: SelfReferring.Policies);
        var visitor = site.Visitor();
        (await visitor.Get(from)).Body.ShouldContain($"href=\"{to}\"");
        var page = await visitor.Get(to);
        page.Status.ShouldBe(200);
        page.Body.ShouldContain(says);
    }

    [Fact]
    public async Task The_form_says_why_the_national_body_is_told_and_what_may_be_chosen()
    {
        await using var site = await ASite.Open(seed: SelfReferring.Policies);
        (await site.Visitor().Get("/refer")).Body.ShouldContain("<a href=\"/privacy\">Why, and your choices</a>");
    }
}
