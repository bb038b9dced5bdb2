namespace Candour.Architecture.Tests;

public sealed class DependencyWallTests
{
    [Fact]
    public void No_project_uses_another_that_the_diagram_does_not_allow() => Arrows.Broken(Uses()).ShouldBeEmpty();

    [Theory]
    [InlineData("CareRecord", "Oversight")]
    [InlineData("CareRecord", "StaffVoice")]
    [InlineData("Oversight", "CareRecord")]
    [InlineData("StaffVoice", "CareRecord")]
    [InlineData("Clinical", "CareRecord")]
    [InlineData("CareRecord", "Web")]
    [InlineData("Newcomer", "Clinical")]
    public void A_planted_arrow_is_found(string from, string to) =>
        Arrows.Broken(new Dictionary<string, string[]> { [from] = [to] }).ShouldBe([$"{from} uses {to}"]);

    [Fact]
    public void Pure_projects_take_no_package_beyond_the_analysers()
    {
        string[] pure = ["Clinical", "DataSet", "Measures", "TransparencyLog", "Simulation"];
        Sources.Projects
            .Where(p => p.StartsWith("src/", StringComparison.Ordinal) && pure.Contains(Short(Sources.Name(p))))
            .SelectMany(p => Sources.Xml(p).Descendants("PackageReference").Select(r => $"{p}: {r.Attribute("Include")?.Value}"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_product_never_uses_the_tests() =>
        Sources.Projects
            .Where(p => p.StartsWith("src/", StringComparison.Ordinal) && References(p).Any(r => r.Contains("/tests/", StringComparison.Ordinal)))
            .ShouldBeEmpty();

    [Fact]
    public void Entity_Framework_appears_only_under_a_Store_folder() =>
        Sources.Code("src")
            .Where(f => !f.Split('/').Contains("Store") && Sources.Text(f).Contains("Microsoft.EntityFrameworkCore", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Sources.Text("Candour.slnx");
        Sources.Projects.Where(p => !solution.Contains($"\"{p}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static Dictionary<string, string[]> Uses() => Sources.Projects
        .Where(p => p.StartsWith("src/", StringComparison.Ordinal))
        .ToDictionary(p => Short(Sources.Name(p)), p => References(p).Select(r => Short(Sources.Name(r))).ToArray());

    private static IEnumerable<string> References(string project) =>
        Sources.Xml(project).Descendants("ProjectReference").Select(r => r.Attribute("Include")!.Value.Replace('\\', '/'));

    private static string Short(string name) => name["Candour.".Length..];
}
