namespace Candour.Web.Components.Charts;

/// <summary>Where everything of a score chart stands. Pure: the same series and width give the same places.</summary>
internal sealed record ScoreLayout
{
    public required ChartSeries Series { get; init; }

    public required bool IsWide { get; init; }

    public required IReadOnlyList<Placed> Marks { get; init; }

    public required IReadOnlyList<Break> Breaks { get; init; }

    public int Width => IsWide ? 720 : 360;

    public static int Height => 360;

    public static double Left => 44;

    public double Right => IsWide ? 560 : 284;

    public static double Bottom => 296;

    private static double Highest => 52;

    /// <summary>Units of the drawing. As shown on a phone of 320 pixels, and beside a column on wide screens, 14 pixels or more.</summary>
    public int TextSize => IsWide ? 17 : 18;

    public double Y(double value) => Math.Round(Bottom - ((Bottom - Highest) * value / Series.Top), 2);

    /// <summary>Between the highest total that is no case and the lowest that is one.</summary>
    public double? CutOffY => Series.CutOff is { } cutOff ? Y(cutOff - 0.5) : null;

    private static readonly int[] RoundSteps = [1, 2, 5, 10, 20, 50, 100];

    /// <summary>Ten lines at most, at round numbers.</summary>
    public IEnumerable<int> GridLines
    {
        get
        {
            var step = RoundSteps.First(each => Series.Top / each < 10);
            return Enumerable.Range(0, (Series.Top / step) + 1).Select(each => each * step);
        }
    }

    public static ScoreLayout Of(ChartSeries series, bool isWide)
    {
        var empty = new ScoreLayout { Series = series, IsWide = isWide, Marks = [], Breaks = [] };
        const double breakSlot = 0.9;
        var slots = series.Points.Where(point => point.Mark != ChartMark.Repeat).Count()
            + (breakSlot * Enumerable.Range(0, series.Points.Count).Count(index => series.BreakBefore(index) is not null));
        var slot = (empty.Right - Left) / Math.Max(slots, 1);
        var marks = new List<Placed>();
        var breaks = new List<Break>();
        var x = Left - (slot / 2);
        for (var index = 0; index < series.Points.Count; index++)
        {
            var point = series.Points[index];
            if (series.BreakBefore(index) is { } words)
            {
                // Beside a session without an answer its words stand above the word "none".
                breaks.Add(new(Math.Round(x + (slot * (1 + breakSlot) / 2), 2), words, IsRaised: point.Value is null || series.Points[index - 1].Value is null));
                x += slot * breakSlot;
            }
            var isRepeat = point.Mark == ChartMark.Repeat;
            x += isRepeat ? 0 : slot;
            var at = Math.Round(isRepeat ? x + 14 : x, 2);
            marks.Add(new(point, at, empty.Y(point.Value ?? 0), ShowsNumber: false, ShowsDate: false));
        }
        return empty with { Marks = Readable(marks, isWide), Breaks = breaks };
    }

    /// <summary>Numbers and dates from the last backwards, as many as can be read; the latest is always among them.</summary>
    private static Placed[] Readable(List<Placed> marks, bool isWide)
    {
        var readable = marks.ToArray();
        var (numbered, dated) = (double.PositiveInfinity, double.PositiveInfinity);
        for (var index = readable.Length - 1; index >= 0; index--)
        {
            var mark = readable[index];
            if (mark.Point.Mark == ChartMark.Repeat)
                continue;
            var (showsNumber, showsDate) = (numbered - mark.X >= 24, dated - mark.X >= (isWide ? 40 : 36));
            numbered = showsNumber && mark.Point.Value is not null ? mark.X : numbered;
            dated = showsDate ? mark.X : dated;
            readable[index] = mark with { ShowsNumber = showsNumber, ShowsDate = showsDate };
        }
        return readable;
    }
}

/// <summary>A point and its place; on a crowded drawing some numbers and dates stand only in the table.</summary>
internal sealed record Placed(ChartPoint Point, double X, double Y, bool ShowsNumber, bool ShowsDate);

internal sealed record Break(double X, string Words, bool IsRaised);
