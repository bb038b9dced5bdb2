using System.Text.RegularExpressions;

namespace Candour.Architecture.Tests.Safety;

public sealed partial class HazardLogTests
{
    private static readonly Hazard Sound = new(
        "H99", "Invented", "a cause", "an effect", "Ma·H=4", "a control", "Ma·L=3", "HazardLogTests.A_sound_row_has_no_fault", "product",
        "open", "0.1");

    private static IReadOnlyList<Hazard> Log { get; } = Read();

    [Fact]
    public void The_log_is_not_empty() => Log.ShouldNotBeEmpty();

    [Fact]
    public void Every_hazard_has_a_control_a_test_and_a_rating_that_follows_from_the_matrix() =>
        Log.SelectMany(h => h.Faults()).ShouldBeEmpty();

    [Fact]
    public void Every_test_the_log_names_exists() =>
        Log.SelectMany(h => h.NamedTests.Where(t => !WrittenTests.All.Contains(t)).Select(t => $"{h.Id}: {t}")).ShouldBeEmpty();

    [Fact]
    public void Every_known_hazard_stands_either_in_the_log_or_among_those_not_yet_controlled()
    {
        var logged = Log.Select(h => h.Id).ToList();
        var waiting = HazardInList().Matches(Sources.Text("docs/safety/not-yet.md")).Select(m => m.Groups["id"].Value);
        logged.Concat(waiting).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(1, 51).Select(n => $"H{n:00}"));
    }

    [Fact]
    public void A_sound_row_has_no_fault() => Sound.Faults().ShouldBeEmpty();

    [Fact]
    public void A_hazard_without_a_control_is_a_fault() =>
        (Sound with { Controls = " " }).Faults().ShouldBe(["H99 has no controls"]);

    [Fact]
    public void A_control_without_a_test_is_a_fault() =>
        (Sound with { Tests = "" }).Faults().ShouldHaveSingleItem().ShouldStartWith("H99 names no test");

    [Fact]
    public void A_rating_that_does_not_follow_is_a_fault() =>
        (Sound with { After = "Ma·L=2" }).Faults().ShouldBe(["H99: Ma·L=2, but the matrix gives 3"]);

    [Fact]
    public void A_residual_four_is_a_fault() =>
        (Sound with { After = "Ma·H=4" }).Faults().ShouldContain("H99: the residual 4 is not acceptable");

    [Fact]
    public void A_residual_three_cannot_be_closed_unsigned() =>
        (Sound with { Status = "closed" }).Faults().ShouldHaveSingleItem().ShouldContain("Clinical Safety Officer");

    [Theory]
    [InlineData("Mi·VL=1", 1)]
    [InlineData("Ct·VL=3", 3)]
    [InlineData("Si·M=2", 2)]
    [InlineData("Co·M=3", 3)]
    [InlineData("Ma·VH=5", 5)]
    public void The_matrix_is_that_of_the_standard(string rating, int expected) => RiskMatrix.Read(rating)!.Value.ByMatrix.ShouldBe(expected);

    [Theory]
    [InlineData("Ma-L=3")]
    [InlineData("high")]
    [InlineData("Xx·L=3")]
    [InlineData("")]
    public void Anything_else_is_no_rating(string text) => RiskMatrix.Read(text).ShouldBeNull();

    [Fact]
    public void Quoted_fields_keep_their_commas_quotes_and_line_ends() =>
        CommaSeparated.Rows("a,\"b, \"\"c\"\"\nd\"\n").ShouldHaveSingleItem().ShouldBe(["a", "b, \"c\"\nd"]);

    private static List<Hazard> Read()
    {
        var rows = CommaSeparated.Rows(Sources.Text("docs/safety/hazards.csv"));
        rows[0].ShouldBe(Hazard.Columns);
        return [.. rows.Skip(1).Select(r => r.Length == Hazard.Columns.Length
            ? new Hazard(r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7], r[8], r[9], r[10])
            : throw new FormatException($"{r[0]} has {r.Length} columns"))];
    }

    [GeneratedRegex(@"^\| (?<id>H\d\d) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HazardInList();
}
