using Candour.Testing;

namespace Candour.Web.Tests.Components;

/// <summary>What the build fetched and laid out.</summary>
public sealed class AssetTests
{
    private static readonly string WebRoot = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    [Fact]
    public void The_styles_ask_for_no_borrowed_font_and_no_other_host()
    {
        foreach (var file in Directory.GetFiles(WebRoot, "*.css", SearchOption.AllDirectories))
        {
            var css = File.ReadAllText(file);
            css.ShouldNotContain("frutiger", Case.Insensitive);
            css.ShouldNotContain("@font-face", Case.Insensitive);
            Named(css).ShouldNotContain(url => url.Contains("//", StringComparison.Ordinal), file);
            css.ShouldNotContain("@import", Case.Insensitive);
        }
    }

    [Fact]
    public void Every_picture_that_the_styles_name_is_there()
    {
        var css = File.ReadAllText(Path.Combine(WebRoot, "lib/nhsuk/nhsuk-frontend.min.css"));
        Named(css).ShouldNotBeEmpty();
        Named(css).ShouldAllBe(url => File.Exists(Path.Combine(WebRoot, "lib/nhsuk", url)));
    }

    [Fact]
    public void The_lock_file_names_no_host()
    {
        var text = File.ReadAllText(Checkout.At("src/Candour.Web/package-lock.json"));
        text.ShouldContain("\"integrity\"");
        text.ShouldNotContain("http");
    }

    private static string[] Named(string css) => [.. css.Split("url(").Skip(1)
        .Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)].Trim('"', '\''))
        .Where(url => !url.StartsWith("data:", StringComparison.Ordinal)).Distinct()];
}
