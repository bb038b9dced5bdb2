using System.Collections.Frozen;

namespace Candour.Clinical.Instruments;

/// <summary>
/// Cut-offs and change values by instrument and date: the table <c>thresholds.csv</c> beside this file. S5 is the NHS
/// England guide to the data set v2.1, S9 the IAPT reporting papers of the data set v1.5, S10 the owners' own publications.
/// </summary>
public static class Thresholds
{
    private static readonly FrozenDictionary<string, IReadOnlyList<Threshold>> ByInstrument =
        Csv.Embedded("thresholds.csv")
            .GroupBy(row => row["instrument"], Read)
            .ToFrozenDictionary(
                group => group.Key,
                IReadOnlyList<Threshold> (group) => [.. group.OrderBy(t => t.From ?? DateOnly.MinValue)]);

    /// <summary>All lines of an instrument, oldest first; empty for one that has none.</summary>
    public static IReadOnlyList<Threshold> Of(string token) => ByInstrument.GetValueOrDefault(token, []);

    private static Threshold Read(IReadOnlyDictionary<string, string> row) => new()
    {
        From = Csv.Day(row["from"]),
        To = Csv.Day(row["to"]),
        Caseness = Csv.Number(row["caseness"]),
        Strict = row["strict"] == "yes",
        ReliableChange = Csv.Number(row["reliable_change"]),
        Certainty = row["certainty"],
        Source = row["source"],
        Note = row["note"],
    };
}
