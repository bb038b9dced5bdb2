namespace Candour.Clinical.Pathways.Readings;

/// <summary>
/// How long people wait for something, those who still wait included: the days within which half and 9 in 10 have it. Who
/// still waits, or left before, counts for the days they were seen to wait and no longer. Leaving the waiting out would make
/// every wait look shorter. Source: the product-limit estimate, Kaplan and Meier 1958, 10.1080/01621459.1958.10501452.
/// </summary>
/// <param name="People">How many began to wait.</param>
/// <param name="Had">How many have had it.</param>
/// <param name="Waiting">How many still wait.</param>
/// <param name="Half">Days; null when not yet half of them have it.</param>
/// <param name="NineInTen">Days; null when not yet 9 in 10 have it.</param>
/// <param name="LongestWaiting">Days of whoever has waited longest and still waits; null when nobody does.</param>
public sealed record HowLong(int People, int Had, int Waiting, int? Half, int? NineInTen, int? LongestWaiting)
{
    public int Left => People - Had - Waiting;

    /// <param name="waits">One for each person: days waited, 0 or more, and how it stands.</param>
    public static HowLong Of(IReadOnlyCollection<(int Days, WaitState State)> waits)
    {
        var waiting = waits.Where(w => w.State == WaitState.Waiting).ToList();
        return new(
            waits.Count, waits.Count(w => w.State == WaitState.Had), waiting.Count, Within(waits, 0.5), Within(waits, 0.1),
            waiting.Count == 0 ? null : waiting.Max(w => w.Days));
    }

    /// <summary>The first day on which no more than the given share has still to wait.</summary>
    private static int? Within(IReadOnlyCollection<(int Days, WaitState State)> waits, double share)
    {
        var (without, atRisk) = (1.0, waits.Count);
        foreach (var day in waits.GroupBy(w => w.Days).OrderBy(g => g.Key))
        {
            var had = day.Count(w => w.State == WaitState.Had);
            without *= 1 - ((double)had / atRisk);
            if (had > 0 && without <= share + 1e-9)
                return day.Key;
            atRisk -= day.Count();
        }

        return null;
    }
}

/// <summary>How a wait stands.</summary>
public enum WaitState
{
    Had,
    Waiting,

    /// <summary>Care ended before.</summary>
    Left,
}
