using System.Text.RegularExpressions;

namespace Candour.Architecture.Tests.Safety;

/// <summary>One row of <c>docs/safety/hazards.csv</c>.</summary>
internal sealed partial record Hazard(
    string Id, string Name, string Causes, string Effect, string Before, string Controls, string After, string Tests, string Owner,
    string Status, string Version)
{
    public static readonly string[] Columns =
        ["id", "hazard", "causes", "effect", "before", "controls", "after", "tests", "owner", "status", "version"];

    public IReadOnlyList<string> NamedTests => Tests.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What is wrong with the row by itself, in words; empty when nothing is.</summary>
    public IEnumerable<string> Faults()
    {
        if (!HazardId().IsMatch(Id))
            yield return $"'{Id}' is not a hazard id (H01 to H99)";
        foreach (var (column, text) in new[] { ("hazard", Name), ("causes", Causes), ("effect", Effect), ("controls", Controls), ("owner", Owner), ("version", Version) })
        {
            if (string.IsNullOrWhiteSpace(text))
                yield return $"{Id} has no {column}";
        }

        if (NamedTests.Count == 0)
            yield return $"{Id} names no test: a control without a test is not a control";
        if (Status is not ("open" or "transferred" or "closed"))
            yield return $"{Id}: '{Status}' is not open, transferred or closed";
        foreach (var fault in FaultsOfRating())
            yield return $"{Id}: {fault}";
    }

    private IEnumerable<string> FaultsOfRating()
    {
        if (RiskMatrix.Read(Before) is not { } before || RiskMatrix.Read(After) is not { } after)
        {
            yield return $"'{Before}' or '{After}' is not of the form Ma·L=3";
            yield break;
        }

        foreach (var (text, rating) in new[] { (Before, before), (After, after) })
        {
            if (rating.Stated != rating.ByMatrix)
                yield return $"{text}, but the matrix gives {rating.ByMatrix}";
        }

        if (after.ByMatrix >= 4)
            yield return $"the residual {after.ByMatrix} is not acceptable";
        if (after.ByMatrix > before.ByMatrix)
            yield return "the controls make it worse";
        // Nobody competent has signed anything yet, so no residual 3 can be closed.
        if (after.ByMatrix == 3 && Status == "closed")
            yield return "a residual 3 stays open until a Clinical Safety Officer signs it";
    }

    [GeneratedRegex(@"^H\d\d$", RegexOptions.None, 1000)]
    private static partial Regex HazardId();
}
