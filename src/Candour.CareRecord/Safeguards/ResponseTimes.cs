using Candour.Clinical;

namespace Candour.CareRecord.Safeguards;

/// <summary>
/// How long people waited for a first look, as a safety figure of the service: never of a person. Staffed or not, all time
/// counts, because the person waits through all of it.
/// </summary>
/// <param name="Tasks">Tasks looked at.</param>
/// <param name="NotYet">Tasks nobody has looked at yet.</param>
/// <param name="Median">Null when no task was looked at.</param>
/// <param name="NinetyFifth">The smallest time within which 95 of 100 were looked at.</param>
public sealed record ResponseTimes(int Tasks, int NotYet, TimeSpan? Median, TimeSpan? NinetyFifth, TimeSpan? Worst)
{
    public static ResponseTimes Of(IEnumerable<RiskTask> tasks) => OfLooks([.. tasks.Select(t => (t.Opened, t.FirstLook))]);

    /// <param name="all">When each task was opened and first looked at.</param>
    public static ResponseTimes OfLooks(IReadOnlyList<(Moment Opened, Moment? FirstLook)> all)
    {
        var looks = all.Where(t => t.FirstLook is not null).Select(t => t.FirstLook!.Value.Since(t.Opened)).Order().ToList();
        return new(looks.Count, all.Count - looks.Count, At(looks, 50), At(looks, 95), looks.Count == 0 ? null : looks[^1]);
    }

    /// <summary>Nearest rank: the smallest value that at least so many in a hundred do not exceed.</summary>
    private static TimeSpan? At(List<TimeSpan> sorted, int percent) =>
        sorted.Count == 0 ? null : sorted[(((sorted.Count * percent) + 99) / 100) - 1];
}
