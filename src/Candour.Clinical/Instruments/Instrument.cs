using System.Globalization;

namespace Candour.Clinical.Instruments;

/// <summary>
/// A questionnaire as data: its questions, scale, scoring, cut-offs by date, codes and rights. An instrument is immutable:
/// what an answer set meant when it was given never changes. Higher is worse, patient experience excepted.
/// </summary>
public sealed partial record Instrument
{
    /// <summary>Key in events, links and tables, as PHQ9; unique in the catalogue.</summary>
    public required string Token { get; init; }

    /// <summary>The short name people use: PHQ-9.</summary>
    public required string Name { get; init; }

    public required string FullName { get; init; }

    /// <summary>What it measures, in a word or two: low mood, anxiety.</summary>
    public required string Measures { get; init; }

    /// <summary>Version of questions and scoring. Another version is another instrument in the catalogue.</summary>
    public string Version { get; init; } = "1";

    public required IReadOnlyList<Item> Items { get; init; }

    public required Scoring Scoring { get; init; }

    /// <summary>Lowest and highest score, in the score's units (<see cref="UnitsPerPoint"/>).</summary>
    public required int Lowest { get; init; }

    /// <inheritdoc cref="Lowest"/>
    public required int Highest { get; init; }

    /// <summary>The time the questions ask about: "the last 2 weeks"; null where the form names none.</summary>
    public string? Period { get; init; }

    public bool HigherIsWorse { get; init; } = true;

    public IReadOnlyList<Band> Bands { get; init; } = [];

    /// <summary>How many missing answers an estimate for clinicians bears; estimates are marked and never official.</summary>
    public int EstimateWithMissing { get; init; }

    /// <summary>What happens when answers are missing, in words.</summary>
    public required string MissingRule { get; init; }

    /// <summary>Token of the disorder measure in the national data set, as MUS for PHQ-15; null when it is never one.</summary>
    public string? AdsmToken { get; init; }

    /// <summary>First day on which the national data set takes it as a disorder measure; null: since ever.</summary>
    public DateOnly? AdsmFrom { get; init; }

    /// <summary>Last day of national use; null: still. Afterwards it is kept for history only.</summary>
    public DateOnly? UsedTo { get; init; }

    /// <summary>SNOMED CT code of the score; null where each item is returned by itself or none is known.</summary>
    public string? Snomed { get; init; }

    public string? LoincPanel { get; init; }

    public string? LoincTotal { get; init; }

    /// <summary>Who owns the words and what they allow.</summary>
    public required string Rights { get; init; }

    /// <summary>Where scale, range and codes come from.</summary>
    public required string Source { get; init; }

    /// <summary>The words we may ship; null where the owner's licence is needed.</summary>
    public Wording? Wording { get; init; }

    /// <summary>1 for whole scores, 10 for tenths, 100 for hundredths.</summary>
    public int UnitsPerPoint => Scoring switch
    {
        Scoring.MeanInTenths => 10,
        Scoring.MeanInHundredths => 100,
        _ => 1,
    };

    /// <summary>Cut-offs and change values by date, oldest first.</summary>
    public IReadOnlyList<Threshold> Thresholds => Instruments.Thresholds.Of(Token);

    /// <summary>The line in force on a day. Outcome flags use the day of discharge.</summary>
    public Threshold? ThresholdOn(DateOnly day) => Thresholds.FirstOrDefault(t => t.HoldsOn(day));

    /// <summary>Whether a score counted as a case on a day; null when no cut-off held then.</summary>
    public bool? IsCase(int value, DateOnly day) => ThresholdOn(day)?.IsCase(value);

    /// <summary>Whether two scores differ reliably by the value in force on a day; null when none is published.</summary>
    public bool? IsReliable(int first, int last, DateOnly day) => ThresholdOn(day)?.IsReliable(first, last);

    /// <summary>The band a score lies in; null where bands are not published.</summary>
    public Band? BandOf(int value) => Bands.FirstOrDefault(b => value >= b.From && value <= b.To);

    /// <summary>A score as read: "18", "2.31".</summary>
    public string Text(int value) => Scoring switch
    {
        Scoring.MeanInTenths => (value / 10m).ToString("0.0", CultureInfo.InvariantCulture),
        Scoring.MeanInHundredths => (value / 100m).ToString("0.00", CultureInfo.InvariantCulture),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    public override string ToString() => Name;
}

/// <summary>How answers become a score.</summary>
public enum Scoring
{
    /// <summary>The answers added up.</summary>
    Sum,

    /// <summary>Mean of the answers in tenths, half up.</summary>
    MeanInTenths,

    /// <summary>Mean of the answers in hundredths, half up.</summary>
    MeanInHundredths,

    /// <summary>Each item is returned by itself; the total is for information only.</summary>
    ItemByItem,

    /// <summary>Single answers, never added up.</summary>
    None,
}
