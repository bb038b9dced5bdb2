using System.Text.RegularExpressions;
using Candour.Testing;

namespace Candour.Architecture.Tests;

public sealed partial class PackageTests
{
    [Fact]
    public void Every_version_stands_in_one_file_and_is_exact() =>
        Sources.Xml("Directory.Packages.props").Descendants("PackageVersion")
            .Where(p => !Exact().IsMatch(p.Attribute("Version")?.Value ?? ""))
            .Select(p => p.ToString())
            .ShouldBeEmpty();

    [Fact]
    public void No_project_sets_or_overrides_a_version() =>
        Sources.Files("src", "tests", "build").Where(IsBuildFile)
            .SelectMany(f => Sources.Xml(f).Descendants("PackageReference").Select(r => (File: f, Reference: r)))
            .Where(p => p.Reference.Attribute("Version") is not null || p.Reference.Attribute("VersionOverride") is not null)
            .Select(p => $"{p.File}: {p.Reference}")
            .ShouldBeEmpty();

    [Fact]
    public void Every_package_used_is_pinned_centrally()
    {
        var pinned = Sources.Xml("Directory.Packages.props").Descendants("PackageVersion")
            .Select(p => p.Attribute("Include")!.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Sources.Files("src", "tests", "build").Append("Directory.Build.props").Where(IsBuildFile)
            .SelectMany(f => Sources.Xml(f).Descendants("PackageReference").Select(r => r.Attribute("Include")!.Value))
            .Where(name => !pinned.Contains(name))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_package_has_its_reason_in_the_decision_record()
    {
        var decision = Sources.Text("docs/decisions/0007-packages.md");
        Sources.Xml("Directory.Packages.props").Descendants("PackageVersion")
            .Select(p => p.Attribute("Include")!.Value)
            .Where(name => !decision.Contains(name, StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_has_its_lock_file() =>
        Sources.Projects
            .Select(p => p[..p.LastIndexOf('/')] + "/packages.lock.json")
            .Where(f => !File.Exists(Checkout.At(f)))
            .ShouldBeEmpty();

    [Fact]
    public void No_lock_file_names_where_its_packages_came_from() =>
        Sources.Files()
            .Where(f => f.EndsWith("packages.lock.json", StringComparison.Ordinal) || f.EndsWith("package-lock.json", StringComparison.Ordinal))
            .Where(f => Sources.Text(f).Contains("\"resolved\": \"http", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("1.2.*")]
    [InlineData("[1.2.0,)")]
    [InlineData("(,2.0.0)")]
    [InlineData("")]
    public void A_version_that_floats_is_not_exact(string version) => Exact().IsMatch(version).ShouldBeFalse();

    private static bool IsBuildFile(string path) =>
        path.EndsWith(".csproj", StringComparison.Ordinal) || path.EndsWith(".props", StringComparison.Ordinal) || path.EndsWith(".targets", StringComparison.Ordinal);

    [GeneratedRegex(@"^\d+\.\d+\.\d+(\.\d+)?(-[0-9A-Za-z.]+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Exact();
}
