namespace Candour.Architecture.Tests;

/// <summary>
/// Which project may use which. Changed only together with the diagram in CONTRIBUTING.md and a decision record.
/// </summary>
internal static class Arrows
{
    private static readonly string[] Everything =
    [
        "Clinical", "DataSet", "Measures", "Integrity", "TransparencyLog", "CareRecord", "FollowUp", "StaffVoice", "Oversight",
        "Simulation",
    ];

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Clinical"] = [],
        ["TransparencyLog"] = [],
        ["DataSet"] = ["Clinical"],
        ["Measures"] = ["Clinical"],
        ["FollowUp"] = ["Clinical", "TransparencyLog"],
        ["Simulation"] = ["Clinical", "DataSet"],
        ["Integrity"] = ["Measures"],
        ["CareRecord"] = ["Clinical", "Measures", "TransparencyLog", "DataSet"],
        ["StaffVoice"] = ["TransparencyLog"],
        ["Oversight"] = ["TransparencyLog", "DataSet", "Measures", "Integrity", "FollowUp"],
        ["Web"] = Everything,
        ["Cli"] = [.. Everything, "Web"],
    };

    /// <summary>
    /// The arrows that are not allowed, as "Clinical uses CareRecord".
    /// </summary>
    /// <param name="uses">Per project, by short name, the projects it refers to.</param>
    public static IReadOnlyList<string> Broken(IReadOnlyDictionary<string, string[]> uses) =>
    [
        .. from project in uses
           from used in project.Value
           where !(Allowed.TryGetValue(project.Key, out var may) && may.Contains(used))
           select $"{project.Key} uses {used}",
    ];
}
