using System.Text.RegularExpressions;

namespace Candour.Architecture.Tests.Safety;

/// <summary>The tests that exist, as "Class.Method_name", read from the sources.</summary>
internal static partial class WrittenTests
{
    public static IReadOnlySet<string> All { get; } =
        Sources.Code("tests").SelectMany(f => In(Sources.Text(f))).ToHashSet(StringComparer.Ordinal);

    public static IEnumerable<string> In(string source)
    {
        var type = "";
        var isTest = false;
        foreach (var line in source.Split('\n'))
        {
            if (Declaration().Match(line) is { Success: true } declaration)
                type = declaration.Groups["name"].Value;
            if (line.TrimStart().StartsWith("[Fact", StringComparison.Ordinal) || line.TrimStart().StartsWith("[Theory", StringComparison.Ordinal))
                isTest = true;
            if (isTest && Method().Match(line) is { Success: true } method)
            {
                yield return $"{type}.{method.Groups["name"].Value}";
                isTest = false;
            }
        }
    }

    [GeneratedRegex(@"^\s*(public|internal)\s+((sealed|abstract|partial|static)\s+)*class\s+(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^\s*public\s+(async\s+)?(static\s+)?(async\s+)?(void|Task|ValueTask)\s+(?<name>\w+)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Method();
}
