using Candour.Clinical.Instruments;

namespace Candour.Clinical.Problems;

/// <summary>
/// The main problem a course of care is about, as the national data set groups it: the table <c>problems.csv</c> beside this
/// file. A provisional working name, never a diagnosis by score. Sources: NHS Talking Therapies monthly metadata (groups,
/// measures), annual report 2024-25 (recovery), national guidance as in <c>conformity.csv</c>.
/// </summary>
public sealed record ProblemDescriptor
{
    private static readonly IReadOnlyList<ProblemDescriptor> Table = [.. Csv.Embedded("problems.csv").Select(Read)];

    /// <summary>Key in policy tables: F401, F42, BDD, other, none.</summary>
    public required string Key { get; init; }

    /// <summary>How codes of it begin (ICD-10), or the whole code (SNOMED CT).</summary>
    public required IReadOnlyList<string> Begins { get; init; }

    /// <summary>The code recorded when it is chosen from the list; null for the two rests.</summary>
    public string? Code { get; init; }

    /// <summary>ICD-10 or SNOMED CT.</summary>
    public string? Scheme { get; init; }

    /// <summary>As staff and patients read it.</summary>
    public required string Name { get; init; }

    public required string OfficialName { get; init; }

    /// <summary>Heading in the monthly publication; the annual one differs for health anxiety and body dysmorphic disorder.</summary>
    public required string MonthlyGroup { get; init; }

    public required string AnnualGroup { get; init; }

    /// <summary>Token of the instrument it calls for beside PHQ-9.</summary>
    public required string MeasureToken { get; init; }

    /// <summary>Whether step 2 is open to it: yes, no, mild only, local, trained staff, not named.</summary>
    public required string StepTwo { get; init; }

    /// <summary>Recovered of a thousand finished courses, England 2024-25, unadjusted; null where not published.</summary>
    public int? RecoveredPerMille { get; init; }

    /// <summary>Reliably recovered of a thousand finished courses, England 2024-25, unadjusted.</summary>
    public int? ReliablyRecoveredPerMille { get; init; }

    /// <summary>People <see cref="RecoveredPerMille"/> rests on, where they are too few to rely on; null: many.</summary>
    public int? TooFew { get; init; }

    public static IReadOnlyList<ProblemDescriptor> All => Table;

    /// <summary>Those that can be chosen as a main problem.</summary>
    public static IEnumerable<ProblemDescriptor> Choices => Table.Where(p => p.Code is not null);

    /// <summary>What is neither known nor stated.</summary>
    public static ProblemDescriptor NotStated => Table[^1];

    public Instrument Measure => Instrument.Find(MeasureToken);

    /// <summary>
    /// The descriptor of a submitted code, with or without dots, blanks and capitals: ICD-10 by its beginning, SNOMED CT in
    /// full. Blank, -1 and -3 are <see cref="NotStated"/>; any other code is "other recorded problem".
    /// </summary>
    public static ProblemDescriptor Of(string? code)
    {
        var tidy = Tidy(code);
        return tidy is "" or "-1" or "-3"
            ? NotStated
            : Table.FirstOrDefault(p => p.Begins.Any(begin => Matches(begin, tidy))) ?? Table.First(p => p.Key == "other");
    }

    /// <summary>The descriptor of this key. Throws for an unknown one.</summary>
    public static ProblemDescriptor Find(string key) =>
        Table.FirstOrDefault(p => p.Key == key) ?? throw new KeyNotFoundException($"No problem descriptor has the key '{key}'.");

    /// <summary>A submitted code without dots and blanks, in capitals.</summary>
    public static string Tidy(string? code) =>
        (code ?? "").Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    public override string ToString() => Name;

    private static bool Matches(string begin, string code) =>
        char.IsAsciiDigit(begin[0]) ? code == begin : code.StartsWith(begin, StringComparison.Ordinal);

    private static ProblemDescriptor Read(IReadOnlyDictionary<string, string> row) => new()
    {
        Key = row["key"],
        Begins = row["begins"].Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Code = row["written"] is { Length: > 0 } code ? code : null,
        Scheme = row["scheme"] is { Length: > 0 } scheme ? scheme : null,
        Name = row["name"],
        OfficialName = row["official"],
        MonthlyGroup = row["monthly_group"],
        AnnualGroup = row["annual_group"],
        MeasureToken = row["measure"],
        StepTwo = row["step_two"],
        RecoveredPerMille = Csv.Number(row["recovered_per_mille"]),
        ReliablyRecoveredPerMille = Csv.Number(row["reliably_recovered_per_mille"]),
        TooFew = Csv.Number(row["people"]),
    };
}
