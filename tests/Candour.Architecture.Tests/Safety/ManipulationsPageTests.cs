using System.Text.RegularExpressions;

namespace Candour.Architecture.Tests.Safety;

public sealed partial class ManipulationsPageTests
{
    private static IReadOnlyList<string> Rows { get; } =
        [.. Sources.Text("docs/manipulations.md").Split('\n').Where(l => Row().IsMatch(l))];

    [Fact]
    public void Every_rule_of_the_protocol_and_every_known_way_has_a_row()
    {
        var expected = Enumerable.Range(1, 8).Select(n => $"P{n}")
            .Concat(Enumerable.Range(1, 20).Where(n => n != 14).Select(n => $"I{n:00}"));
        Rows.Select(r => Row().Match(r).Groups["id"].Value).ShouldBe(expected);
    }

    [Fact]
    public void Every_test_the_page_names_exists() =>
        Rows.SelectMany(r => TestName().Matches(r).Select(m => m.Groups["test"].Value))
            .Where(t => !WrittenTests.All.Contains(t))
            .ShouldBeEmpty();

    [Fact]
    public void A_row_either_names_a_test_or_says_not_yet() =>
        Rows.Where(r => !TestName().IsMatch(r) && !r.Contains("not yet", StringComparison.Ordinal)).ShouldBeEmpty();

    [GeneratedRegex(@"^\| (?<id>[PI]\d+) \|", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(?<test>\w+\.\w+_\w+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestName();
}
