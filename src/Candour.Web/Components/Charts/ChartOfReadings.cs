using Candour.Clinical.Pathways.Readings;

namespace Candour.Web.Components.Charts;

/// <summary>From the readings of a pathway to the points of a chart.</summary>
public static class ChartOfReadings
{
    /// <param name="answeredOn">The day a point is labelled with: when it was answered, which is not when its session is.</param>
    /// <param name="how">How the set of a point was answered, in words; for a point without one why there is none.</param>
    /// <param name="href">To where the score came from.</param>
    public static IReadOnlyList<ChartPoint> Points(
        IEnumerable<ScorePoint> series, Func<ScorePoint, DateOnly> answeredOn, Func<ScorePoint, string> how, Func<ScorePoint, string?>? href = null) =>
        [.. series.Select(point => new ChartPoint(answeredOn(point), point.Value, MarkOf(point), how(point), href?.Invoke(point)))];

    private static ChartMark MarkOf(ScorePoint point) => point.Mark switch
    {
        ScoreMark.None => ChartMark.None,
        ScoreMark.Late => ChartMark.Late,
        ScoreMark.Repeat => ChartMark.Repeat,
        ScoreMark.NotHeld => ChartMark.NotHeld,
        _ => point.ByStaff ? ChartMark.Staff : ChartMark.Before,
    };
}
