using System.Text.RegularExpressions;
using Candour.Testing;

namespace Candour.Architecture.Tests;

/// <summary>A document that points at what is not there has not been looked after.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void Every_path_a_document_links_to_exists() =>
        Sources.Files()
            .Where(f => f.EndsWith(".md", StringComparison.Ordinal))
            .SelectMany(f => Link().Matches(Sources.Text(f)).Select(m => (File: f, To: m.Groups["to"].Value)))
            .Where(l => !l.To.Contains("://", StringComparison.Ordinal) && !l.To.StartsWith("mailto:", StringComparison.Ordinal))
            .Where(l => !Exists(l.File, l.To))
            .Select(l => $"{l.File}: {l.To}")
            .ShouldBeEmpty();

    [Fact]
    public void A_link_to_nothing_is_found() => Exists("docs/tour.md", "../src/Nowhere.cs").ShouldBeFalse();

    private static bool Exists(string file, string to)
    {
        var path = Path.GetFullPath(Path.Combine(Checkout.Root, Path.GetDirectoryName(file)!, Uri.UnescapeDataString(to)));
        return File.Exists(path) || Directory.Exists(path);
    }

    // [words](path#place) and ![words](path); a link within the page has no path.
    [GeneratedRegex(@"\]\((?<to>[^)#\s]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
