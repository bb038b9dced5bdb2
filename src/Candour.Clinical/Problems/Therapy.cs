using System.Collections.Frozen;

namespace Candour.Clinical.Problems;

/// <summary>
/// A named treatment as a patient is told of it and signs it: the table <c>therapies.csv</c> beside this file, dated policy
/// data. Codes and intensity: data set v2.1, list of therapy types; what people may expect: annual report 2024-25, unadjusted.
/// </summary>
public sealed record Therapy
{
    /// <summary>The three lines every description ends with.</summary>
    public const string ClosingLines =
        "People who left early are not in these numbers. People who have this treatment differ, so do not use the numbers to choose between treatments. " +
        "Across all treatments about 7 in 10 people who finish score clearly better at the end and about 6 in 100 score clearly worse. Tell us if you feel worse.";

    private static readonly IReadOnlyList<Therapy> Table = [.. Csv.Embedded("therapies.csv").Select(Read)];

    private static readonly FrozenDictionary<string, Therapy> ByCode =
        Table.SelectMany(t => t.Also.Prepend(t.Code).Select(code => (code, t))).ToFrozenDictionary(p => p.code, p => p.t);

    /// <summary>SNOMED CT code that is recorded and returned.</summary>
    public required string Code { get; init; }

    /// <summary>Other codes that mean the same in imported data.</summary>
    public required IReadOnlyList<string> Also { get; init; }

    public required string OfficialName { get; init; }

    /// <summary>The name patients read; null where the service has to write it (<see cref="TherapyKind.NeedsOwnWords"/>).</summary>
    public string? PlainName { get; init; }

    public required Intensity Intensity { get; init; }

    /// <summary>The letter it adds to the national stage rule: L, H or none.</summary>
    public char? Stage { get; init; }

    public required TherapyKind Kind { get; init; }

    /// <summary>Codes of list qualification that entitle to give it; empty: anyone.</summary>
    public required IReadOnlyList<string> Qualifications { get; init; }

    public string? WhatHappens { get; init; }

    /// <summary>How long in general; the plan of the person overrides it.</summary>
    public string? HowLong { get; init; }

    /// <summary>"About 4 in 10 recover", in patients' numbers.</summary>
    public required string ChangeToExpect { get; init; }

    /// <summary>Recovered of a thousand finished courses, England 2024-25; null where there is no national figure.</summary>
    public int? RecoveredPerMille { get; init; }

    /// <summary>Courses that figure rests on.</summary>
    public int? Courses { get; init; }

    /// <summary>Given for problems so different that the figure of the person's main problem is shown beside its own.</summary>
    public bool ShowsProblem { get; init; }

    public string? WhatItIsNot { get; init; }

    /// <summary>Name of the national derived column that counts it, as I101D36; null when none does.</summary>
    public string? CountedIn { get; init; }

    /// <summary>First and last day of these words; null: open.</summary>
    public DateOnly? From { get; init; }

    /// <inheritdoc cref="From"/>
    public DateOnly? To { get; init; }

    public static IReadOnlyList<Therapy> All => Table;

    /// <summary>Whether a course of care can be planned with it and treatment can start by it.</summary>
    public bool IsTreatment => Kind is TherapyKind.Treatment or TherapyKind.NeedsOwnWords;

    /// <summary>
    /// Whether a person can sign to it: a treatment with its plain name and all its parts written. "Other" has none until the
    /// service writes them: <c>therapy with { PlainName = …, WhatHappens = …, HowLong = …, WhatItIsNot = … }</c>.
    /// </summary>
    public bool CanBeSigned =>
        IsTreatment && PlainName is not null && WhatHappens is not null && HowLong is not null && WhatItIsNot is not null;

    /// <summary>Those a plan may name on a day.</summary>
    public static IEnumerable<Therapy> On(DateOnly day) => Table.Where(t => t.IsTreatment && t.HoldsOn(day));

    /// <summary>The therapy of a SNOMED CT code. Throws for an unknown one.</summary>
    public static Therapy Find(string code) =>
        OfCode(code) ?? throw new KeyNotFoundException($"No therapy has the code '{code}'.");

    /// <summary>The therapy of a SNOMED CT code; null for a code that is none.</summary>
    public static Therapy? OfCode(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    public bool HoldsOn(DateOnly day) => (From is null || day >= From) && (To is null || day <= To);

    /// <summary>Whether someone with these qualifications may give it.</summary>
    public bool MayBeGivenWith(IEnumerable<string> qualifications) =>
        Qualifications.Count == 0 || qualifications.Any(q => Qualifications.Contains(q));

    public override string ToString() => PlainName ?? OfficialName;

    private static Therapy Read(IReadOnlyDictionary<string, string> row) => new()
    {
        Code = row["code"],
        Also = row["also"].Split(' ', StringSplitOptions.RemoveEmptyEntries),
        OfficialName = row["official"],
        PlainName = Words(row["plain"]),
        Intensity = row["intensity"] switch { "low" => Intensity.Low, "high" => Intensity.High, _ => Intensity.Neither },
        Stage = row["stage"] is { Length: 1 } letter ? letter[0] : null,
        Kind = row["kind"] switch
        {
            "treatment" => TherapyKind.Treatment,
            "needs own words" => TherapyKind.NeedsOwnWords,
            "signposting" => TherapyKind.Signposting,
            "employment support" => TherapyKind.EmploymentSupport,
            "import only" => TherapyKind.ImportOnly,
            var other => throw new FormatException($"therapies.csv: '{other}' is no kind."),
        },
        Qualifications = row["qualifications"].Split(' ', StringSplitOptions.RemoveEmptyEntries),
        WhatHappens = Words(row["what_happens"]),
        HowLong = Words(row["how_long"]),
        ChangeToExpect = row["change"],
        RecoveredPerMille = Csv.Number(row["recovered_per_mille"]),
        Courses = Csv.Number(row["courses"]),
        ShowsProblem = row["by_problem"] == "yes",
        WhatItIsNot = Words(row["is_not"]),
        CountedIn = Words(row["count"]),
        From = Csv.Day(row["from"]),
        To = Csv.Day(row["to"]),
    };

    private static string? Words(string cell) => cell.Length > 0 ? cell : null;
}

/// <summary>Low is step 2, high is step 3.</summary>
public enum Intensity
{
    Neither,
    Low,
    High,
}

/// <summary>What a therapy code stands for.</summary>
public enum TherapyKind
{
    Treatment,

    /// <summary>"Other": cannot be signed until the service has written a plain name and the five parts.</summary>
    NeedsOwnWords,

    /// <summary>Never a treatment; the wait goes on.</summary>
    Signposting,

    /// <summary>Never a treatment; it neither starts nor stops a wait.</summary>
    EmploymentSupport,

    /// <summary>An old code met in imported data; not offered for new plans.</summary>
    ImportOnly,
}
