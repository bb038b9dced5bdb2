using System.Text.RegularExpressions;

namespace Candour.Architecture.Tests;

/// <summary>
/// The framework's type for markup from a string cannot be on the list of banned symbols: the compiler's own output for
/// pages uses it. So the sources are read instead. Inline style and script are forbidden by our content security policy.
/// </summary>
public sealed partial class MarkupTests
{
    [Fact]
    public void No_source_makes_markup_from_a_string() =>
        Sources.Files("src").Where(IsSource).Where(f => FromString().IsMatch(Sources.Text(f))).ShouldBeEmpty();

    [Fact]
    public void No_page_has_an_inline_script_style_or_handler() =>
        Sources.Files("src").Where(f => f.EndsWith(".cshtml", StringComparison.Ordinal) || f.EndsWith(".html", StringComparison.Ordinal))
            .Where(f => Inline().IsMatch(Sources.Text(f)))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("new HtmlString(text)")]
    [InlineData("@Html.Raw(text)")]
    public void Markup_from_a_string_is_found(string source) => FromString().IsMatch(source).ShouldBeTrue();

    [Theory]
    [InlineData("<p style=\"color:red\">")]
    [InlineData("<script>go()</script>")]
    [InlineData("<button onclick=\"go()\">")]
    [InlineData("<style>p{}</style>")]
    public void An_inline_style_script_or_handler_is_found(string page) => Inline().IsMatch(page).ShouldBeTrue();

    [Fact]
    public void A_script_from_a_file_is_not_found() => Inline().IsMatch("<script src=\"~/js/candour.js\"></script>").ShouldBeFalse();

    private static bool IsSource(string file) => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal);

    [GeneratedRegex(@"\bHtmlString\b|\bHtml\.Raw\b|\bHtmlFormattableString\b", RegexOptions.None, 1000)]
    private static partial Regex FromString();

    [GeneratedRegex(@"<style\b|<[^>@]*\sstyle\s*=|<[^>@]*\son[a-z]+\s*=|<script(?![^>]*\bsrc=)[^>]*>", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Inline();
}
