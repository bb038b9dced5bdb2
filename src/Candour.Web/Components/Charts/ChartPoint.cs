using Candour.Clinical;

namespace Candour.Web.Components.Charts;

/// <summary>How an administration came about: a shape and a word in the picture, then a colour.</summary>
public enum ChartMark
{
    /// <summary>● Answered before the session began.</summary>
    Before,

    /// <summary>○ Answered after the session began.</summary>
    Late,

    /// <summary>■ Entered by staff.</summary>
    Staff,

    /// <summary>✕ Answered again in one window: kept, not counted; joined to the first by a thin line.</summary>
    Repeat,

    /// <summary>◇ Answered for a session that did not take place: kept, not counted; not joined to the others.</summary>
    NotHeld,

    /// <summary>No answer for a session: a gap with the word "none".</summary>
    None,
}

/// <summary>One administration, or a session without one.</summary>
/// <param name="Day">The day it was answered; of a session without an answer, the session's.</param>
/// <param name="Value">The total; null when there is none.</param>
/// <param name="How">How it was answered, in words: "Amy, phone, 21 hours before"; "none: no signal".</param>
/// <param name="Href">To where the score came from; null for none.</param>
public sealed record ChartPoint(DateOnly Day, int? Value, ChartMark Mark, string How, string? Href = null);

/// <summary>What both drawings and the table are made from.</summary>
public sealed record ChartSeries
{
    /// <summary>PHQ-9.</summary>
    public required string Instrument { get; init; }

    /// <summary>Low mood.</summary>
    public required string Plain { get; init; }

    /// <summary>The highest total there is.</summary>
    public required int Top { get; init; }

    /// <summary>The lowest total that is a case; null when the instrument has no cut-off.</summary>
    public int? CutOff { get; init; }

    /// <summary>In order of day; a repeat comes after the first it repeats.</summary>
    public required IReadOnlyList<ChartPoint> Points { get; init; }

    /// <summary>More than this between two points is a wait, drawn as a break.</summary>
    public const int LongestGap = 21;

    /// <summary>"41 days": the length of the break before this point; null when there is none.</summary>
    internal string? BreakBefore(int index)
    {
        if (index == 0 || Points[index].Mark == ChartMark.Repeat)
            return null;
        var days = Points[index].Day.DayNumber - Points[index - 1].Day.DayNumber;
        return days > LongestGap ? Words.Count(days, "day", "days") : null;
    }
}
