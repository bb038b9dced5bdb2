namespace Candour.Clinical.Instruments;

/// <summary>
/// A line drawn through a score, valid for a span of days: when a person counts as a case, and how large a change counts as
/// reliable. Whole units, tenths or hundredths as the instrument's scores. Screening lines of the programme, not diagnoses.
/// </summary>
public sealed record Threshold
{
    /// <summary>First day it holds; null: since ever.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day it holds; null: still.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The cut-off in the score's units; null: the instrument has none.</summary>
    public int? Caseness { get; init; }

    /// <summary>True: a case lies above the cut-off; false: at or above it.</summary>
    public bool Strict { get; init; }

    /// <summary>Smallest change that counts as reliable, in the score's units; null: none is published.</summary>
    public int? ReliableChange { get; init; }

    /// <summary>How sure the line is: "certain", or what is in doubt.</summary>
    public required string Certainty { get; init; }

    public required string Source { get; init; }

    public string Note { get; init; } = "";

    public bool HoldsOn(DateOnly day) => (From is null || day >= From) && (To is null || day <= To);

    /// <summary>Whether the value counts as a case; null when there is no cut-off.</summary>
    public bool? IsCase(int value) => Caseness is { } line ? (Strict ? value > line : value >= line) : null;

    /// <summary>Whether two scores differ reliably, either way; null when no change value is published.</summary>
    public bool? IsReliable(int first, int last) =>
        ReliableChange is { } least ? Math.Abs(last - first) >= least : null;
}

/// <summary>A named span of scores; a description, never a decision.</summary>
public sealed record Band(int From, int To, string Name);
