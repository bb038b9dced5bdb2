using System.Reflection;
using Candour.CareRecord.Referrals.Facts;
using Candour.Testing;

namespace Candour.CareRecord.Tests.DataSet;

/// <summary>
/// The committed table <c>docs/reference/data-set-fields.csv</c>: every mandatory and required field of the national data set,
/// the event and property that carry it, and where a service is asked for it.
/// </summary>
public sealed class FieldsTests
{
    // Mandatory and required fields in the tables of data set 2.1, counted in its published list of fields.
    private const int Fields = 139;

    private static readonly IReadOnlyDictionary<string, Type> Events = typeof(Event).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Event)) && !t.IsAbstract).ToDictionary(t => t.Name);

    private static readonly List<string[]> Rows =
        [.. File.ReadAllLines(Checkout.At("docs", "reference", "data-set-fields.csv")).Skip(1).Where(l => l.Length > 0).Select(Cells)];

    [Fact]
    public void Every_mandatory_and_required_field_of_the_national_data_set_has_its_event()
    {
        Rows.Count.ShouldBe(Fields);
        Rows.Select(r => $"{r[0]}.{r[1]}").Distinct().Count().ShouldBe(Fields);
        Rows.Where(r => r[2] is not ("M" or "R")).ShouldBeEmpty();
        Rows.Where(r => !Events.TryGetValue(r[5], out var type) || type.GetProperty(r[6], BindingFlags.Public | BindingFlags.Instance) is null)
            .Select(r => $"{r[0]}.{r[1]}: no {r[5]}.{r[6]}").ShouldBeEmpty();
        Rows.Where(r => r[7].Length == 0).Select(r => $"{r[0]}.{r[1]} is asked nowhere").ShouldBeEmpty();
    }

    [Fact]
    public void Every_fact_named_by_a_registration_address_is_asked_there()
    {
        const string Page = "/pathways/{referral}/registration/";
        var named = Rows.Where(r => r[7].StartsWith(Page, StringComparison.Ordinal)).ToList();
        named.Count.ShouldBeGreaterThan(40);
        named.Where(r => EveryFact.Find(r[7][Page.Length..]) is not { } fact
                || (fact.Says.Name != r[5] && r[5] != "ReferralReceived"))
            .Select(r => $"{r[0]}.{r[1]}: {r[7]} does not write {r[5]}").ShouldBeEmpty();
    }

    /// <summary>An event no code but a test makes is carried by nobody: the property is set where the event is made, in the product.</summary>
    [Fact]
    public void Every_field_that_no_registration_page_writes_has_its_writer_in_the_product()
    {
        var sources = Directory.EnumerateFiles(Checkout.At("src"), "*.cs", SearchOption.AllDirectories)
            .Where(p => !p.EndsWith("Events.cs", StringComparison.Ordinal) && !p.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText).ToList();
        bool Writes(string source, string e, string property) =>
            System.Text.RegularExpressions.Regex.IsMatch(source, $@"new (\w+\.)*{e}\b|\b{e} \w+\(.*\) *(=> new\(\)|\s*\{{)")
            && System.Text.RegularExpressions.Regex.IsMatch(source, $@"\b{property}\s*=(?![=>])");
        Rows.Where(r => !r[7].Contains("/registration/", StringComparison.Ordinal))
            .Where(r => !sources.Exists(s => Writes(s, r[5], r[6])))
            .Select(r => $"{r[0]}.{r[1]}: nothing writes {r[5]}.{r[6]}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ethnic_category", "Z", "99")]
    [InlineData("ex_british_armed_forces", "ZZ", "UU")]
    [InlineData("gender_identity", "Z", "X")]
    [InlineData("weekly_hours_worked", "97", "99")]
    [InlineData("previous_diagnosed_condition", "Z", "U")]
    public void Not_asked_not_known_and_prefers_not_to_say_are_kept_apart(string list, string notSaid, string notKnown)
    {
        var field = EveryFact.All.SelectMany(f => f.Fields.Select(field => (f, field))).First(p => p.field.List == list);
        IReadOnlyList<string>? Written(string? code)
        {
            var typed = field.f.Fields.Where(x => x.Needed).ToDictionary(x => x.Name, Valid);
            if (code is not null)
                typed[field.field.Name] = [code];
            var input = new FactInput(typed, new(2026, 11, 21));
            var made = field.f.Make(input);
            input.Errors.ShouldBeEmpty();
            return field.f.Values(made!)!.GetValueOrDefault(field.field.Name);
        }

        Written(null).ShouldBeNull();
        Written(notSaid).ShouldBe([notSaid]);
        Written(notKnown).ShouldBe([notKnown]);
    }

    private static IReadOnlyList<string> Valid(FactField field) => field.Kind switch
    {
        FieldKind.Day => ["2026-11-21"],
        _ => [field.Offered(new(2026, 11, 21)).First().Code],
    };

    private static string[] Cells(string line)
    {
        var cells = new List<string>();
        var (cell, quoted) = (new System.Text.StringBuilder(), false);
        foreach (var c in line)
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString());
        return [.. cells];
    }
}
