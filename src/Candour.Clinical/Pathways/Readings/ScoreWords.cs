using System.Globalization;
using Candour.Clinical.Instruments;

namespace Candour.Clinical.Pathways.Readings;

/// <summary>What a page says about the scores of one instrument: facts, never praise, never alarm.</summary>
public sealed record ScoreWords
{
    /// <summary>Start and now: the first and the last score that counts. Null without one.</summary>
    public int? First { get; private init; }

    /// <inheritdoc cref="First"/>
    public int? Last { get; private init; }

    /// <summary>Only one score so far: no line is drawn and nothing is compared.</summary>
    public bool OnlyOne { get; private init; }

    /// <summary>The last score that counts is higher than the one before it.</summary>
    public bool WentUp { get; private init; }

    /// <summary>"Your low mood score was 18 when you started. It is now 8. Lower is better. …"; empty without a score.</summary>
    public required string ForPerson { get; init; }

    /// <summary>"10 or more is where we say low mood may need treatment. …"; null where there is no cut-off.</summary>
    public string? CutOff { get; private init; }

    /// <summary>"8 now, 18 at the start"; empty without a score.</summary>
    public required string ForStaff { get; init; }

    /// <summary>"Below the cut-off for 1 score", "… for 2 scores in a row": the only comment on scores. Null at or above it.</summary>
    public string? Below { get; private init; }

    /// <summary>"A change of 6 or more is a reliable change."; null where none is published.</summary>
    public string? Change { get; private init; }

    public static ScoreWords Of(IReadOnlyList<ScorePoint> series, Instrument instrument, DateOnly day)
    {
        var counted = series.Where(p => p is { Mark: ScoreMark.Counted, Value: not null }).Select(p => p.Value!.Value).ToList();
        var line = instrument.ThresholdOn(day);
        var change = line?.ReliableChange is { } least ? instrument.Text(least) : null;
        var below = ScoreSeries.BelowInARow(series, instrument);
        return new()
        {
            First = counted.Count > 0 ? counted[0] : null,
            Last = counted.Count > 0 ? counted[^1] : null,
            OnlyOne = counted.Count == 1,
            WentUp = counted.Count > 1 && counted[^1] > counted[^2],
            ForPerson = Person(counted, instrument, change),
            CutOff = line?.Caseness is { } cut
                ? $"{(line.Strict ? "More than " + instrument.Text(cut) : instrument.Text(cut) + " or more")} is where we say {instrument.Measures} may need treatment. It is a guide, not a verdict on you."
                : null,
            ForStaff = counted.Count switch
            {
                0 => "",
                1 => $"{instrument.Text(counted[0])} at the start",
                _ => $"{instrument.Text(counted[^1])} now, {instrument.Text(counted[0])} at the start",
            },
            Below = below switch
            {
                0 => null,
                1 => "Below the cut-off for 1 score",
                _ => string.Create(CultureInfo.InvariantCulture, $"Below the cut-off for {below} scores in a row"),
            },
            Change = change is null ? null : $"A change of {change} or more is a reliable change.",
        };
    }

    private static string Person(List<int> counted, Instrument instrument, string? change)
    {
        if (counted.Count == 0)
            return "";
        var better = instrument.HigherIsWorse ? "Lower is better." : "Higher is better.";
        var start = $"Your {instrument.Measures} score was {instrument.Text(counted[0])} when you started.";
        if (counted.Count == 1)
            return $"{start} {better}";
        var now = $"{start} It is now {instrument.Text(counted[^1])}. {better}";
        return change is null ? now : $"{now} A change of {change} or more is bigger than normal ups and downs.";
    }
}
