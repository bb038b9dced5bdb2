using System.Globalization;

namespace Candour.Clinical.Problems;

/// <summary>
/// The figures a person reads before signing, with what they are of and where they come from, in people and not in percent.
/// Source: NHS Talking Therapies annual report 2024-25, unadjusted.
/// </summary>
public static class ChangeToExpect
{
    /// <summary>"Of every 1,000 people …, 430 recovered (164,041 courses)"; null where there is no national figure.</summary>
    public static string? Of(Therapy therapy) => therapy is { RecoveredPerMille: { } recovered, Courses: { } courses }
        ? $"{Recovered(recovered, "had this treatment")}, among {courses.ToString("N0", CultureInfo.InvariantCulture)} courses that finished. {Source}"
        : null;

    /// <summary>The same of the person's main problem, whatever the treatment was; null where it was not published, or no problem is named.</summary>
    public static string? Of(ProblemDescriptor? problem) => problem is { RecoveredPerMille: { } recovered, Code: not null }
        ? $"With the main problem {Small(problem.Name)}, {About(recovered)} recover, with any treatment. {Recovered(recovered, "had this main problem")}. "
            + (problem.TooFew is { } few ? $"These were only {few} people: too few to rely on. " : "") + Source
        : null;

    private const string Source = "Source: NHS England, yearly report for 2024-25.";

    private static string Recovered(int perMille, string who) =>
        $"Of every 1,000 people in England who {who}, came to 2 or more treatment sessions and began above a cut-off, {perMille} recovered";

    private static string About(int perMille) => (perMille % 100) is > 40 and < 60
        ? $"{perMille / 100} to {(perMille / 100) + 1} in 10"
        : $"about {(perMille + 50) / 100} in 10";

    private static string Small(string name) => name.Length > 1 && char.IsLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;
}
