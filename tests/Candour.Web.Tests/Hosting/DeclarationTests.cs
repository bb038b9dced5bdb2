using Candour.Web.Access;
using Candour.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Candour.Web.Tests.Hosting;

public sealed class DeclarationTests
{
    [Theory]
    [InlineData("/new-page", null, "does not say what it needs")]
    [InlineData("/new-page", "open", "does not stand in OpenPages")]
    [InlineData("/new-page", "twice", "says more than once")]
    [InlineData("/new-page", "unknown", "which no role may")]
    [InlineData("/new-page", "needs", null)]
    [InlineData("/refer/new-page", "open", null)]
    public async Task A_site_with_an_endpoint_that_does_not_say_what_it_needs_does_not_start(string address, string? says, string? because)
    {
        await using var site = await ASite.Open();
        var needs = new NeedsAttribute("note", "view");
        object[] metadata = says switch
        {
            "open" => [new OpenToAllAttribute("a test")],
            "twice" => [needs, new OpenToAllAttribute("a test")],
            "unknown" => [new NeedsAttribute("note", "approve")],
            "needs" => [needs],
            _ => [],
        };
        site.Web.MapGet(address, () => "x").WithMetadata(metadata);
        if (because is null)
            Should.NotThrow(() => Declarations.Check(site.Web));
        else
            Should.Throw<InvalidOperationException>(() => Declarations.Check(site.Web)).Message.ShouldContain(because);
    }
}
