using Candour.Web.Components.Charts;

namespace Candour.Web.Tests.Components.Charts;

/// <summary>Seven sessions with everything that can happen to a score.</summary>
public static class Examples
{
    public static ChartSeries SevenSessions { get; } = new()
    {
        Instrument = "PHQ-9", Plain = "Low mood", Top = 27, CutOff = 10,
        Points =
        [
            new(new DateOnly(2026, 9, 3), 18, ChartMark.Before, "Amy, phone, 21 hours before"),
            new(new DateOnly(2026, 10, 14), 17, ChartMark.Before, "Amy, phone, 2 hours before"),
            new(new DateOnly(2026, 10, 21), 14, ChartMark.Before, "Amy, phone, 4 hours before"),
            new(new DateOnly(2026, 10, 21), 11, ChartMark.Repeat, "repeat: staff, 52 minutes after start, “form froze”. Kept, not counted"),
            new(new DateOnly(2026, 10, 28), 15, ChartMark.Late, "Amy, phone, 12 minutes after it began"),
            new(new DateOnly(2026, 11, 4), null, ChartMark.None, "none: no signal"),
            new(new DateOnly(2026, 11, 11), 11, ChartMark.Staff, "staff, read aloud by phone"),
            new(new DateOnly(2026, 11, 18), 8, ChartMark.Before, "Amy, phone, 14 hours before"),
        ],
    };

    /// <summary>More sessions than there is room for on a phone.</summary>
    public static ChartSeries TwentySessions { get; } = SevenSessions with
    {
        Points = [.. Enumerable.Range(0, 20).Select(week => new ChartPoint(new DateOnly(2026, 1, 5).AddDays(7 * week), 27 - week, ChartMark.Before, "on time"))],
    };
}
