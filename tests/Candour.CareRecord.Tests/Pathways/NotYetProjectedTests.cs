using System.Text.RegularExpressions;
using Candour.Clinical.Pathways;
using Candour.Testing;
using Shouldly;
using Xunit;

namespace Candour.CareRecord.Tests.Pathways;

/// <summary>
/// What a pathway can hold and no event of a referral and its person fills is named, with the reason, in
/// docs/reference/pathway-not-yet.md: neither more nor less than is missing.
/// </summary>
public sealed class NotYetProjectedTests
{
    /// <summary>Where each part of a pathway is made in the source of the projection.</summary>
    private static readonly (Type Type, string Made)[] Parts =
    [
        (typeof(Referral), "pathway.Referral = new()"), (typeof(PersonFacts), "pathway.Person = new()"), (typeof(Contact), "Contacts.Add(new()"),
        (typeof(Activity), "new Activity"), (typeof(Measurement), "new Measurement"), (typeof(Measurement), "set with"), (typeof(Complaint), "Complaints.Add(new()"),
        (typeof(Plan), "SignedPlan? signed) => new()"), (typeof(InternetLog), "InternetLogs.Add(new()"), (typeof(EmploymentRow), "Employment.Add(new()"),
    ];

    [Fact]
    public void What_a_pathway_can_hold_and_nothing_fills_is_listed_with_the_reason()
    {
        var source = string.Join('\n', Directory.EnumerateFiles(Checkout.At("src", "Candour.CareRecord", "Pathways"), "*.cs").Order().Select(File.ReadAllText));
        var rows = typeof(Pathway).GetProperties().Where(p => p.PropertyType.Name == "Rows`1").Select(p => p.Name)
            .Where(name => !source.Contains($"pathway.{name}.Add(", StringComparison.Ordinal) && !(name == "Activities" && source.Contains("pathway.Add(new Activity", StringComparison.Ordinal)));
        var fields = Parts.GroupBy(p => p.Type).SelectMany(part =>
        {
            var made = string.Concat(part.SelectMany(p => Blocks(source, p.Made)));
            return part.Key.GetProperties().Where(p => p.CanWrite && !Regex.IsMatch(made, $@"\b{p.Name} = ")).Select(p => $"{part.Key.Name}.{p.Name}");
        });
        rows.Concat(fields).Order(StringComparer.Ordinal).ShouldBe(Listed().Order(StringComparer.Ordinal));
    }

    /// <summary>The braces after every place where the part is made.</summary>
    private static IEnumerable<string> Blocks(string source, string made)
    {
        for (var at = source.IndexOf(made, StringComparison.Ordinal); at >= 0; at = source.IndexOf(made, at + 1, StringComparison.Ordinal))
        {
            var (from, depth) = (source.IndexOf('{', at), 0);
            for (var end = from; end < source.Length; end++)
            {
                depth += source[end] switch { '{' => 1, '}' => -1, _ => 0 };
                if (depth == 0)
                {
                    yield return source[from..end];
                    break;
                }
            }
        }
    }

    private static IEnumerable<string> Listed() =>
        from line in File.ReadLines(Checkout.At("docs", "reference", "pathway-not-yet.md"))
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        where cells is [_, ['`', ..], { Length: > 10 }, _]
        from field in cells[1].Split(", ")
        select field.Trim('`');
}
