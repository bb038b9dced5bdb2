using Candour.Clinical;

namespace Candour.CareRecord.Messages;

/// <summary>When a message may arrive: between 8 in the morning and 8 in the evening, and within the person's own hours.</summary>
public static class SafeHours
{
    public static readonly TimeOnly DayBegins = new(8, 0);
    public static readonly TimeOnly DayEnds = new(20, 0);

    /// <summary>
    /// The first moment from <paramref name="earliest"/> on; null when their hours and ours never meet. Their hours may pass
    /// midnight.
    /// </summary>
    /// <param name="waitedFor">The person waits for it this minute: only their own hours count.</param>
    public static Moment? Next(Moment earliest, (TimeOnly From, TimeOnly Until)? theirs, bool waitedFor)
    {
        if (Allowed(earliest, theirs, waitedFor))
            return earliest;
        // Beyond the present moment only the beginnings of the two spans can be first.
        var today = London.DayOf(earliest);
        return Enumerable.Range(0, 3)
            .SelectMany(i => new[] { DayBegins, theirs?.From ?? DayBegins }.Select(t => London.At(today.AddDays(i), t)))
            .Where(m => m >= earliest && Allowed(m, theirs, waitedFor))
            .Order().Select(m => (Moment?)m).FirstOrDefault();
    }

    /// <summary>The longest stretch of a day, midnight to midnight, that lies within all of the hours; null when none does.</summary>
    public static (TimeOnly From, TimeOnly Until)? InAll(IReadOnlyCollection<(TimeOnly From, TimeOnly Until)> hours)
    {
        (int From, int Length) longest = (0, 0);
        for (int minute = 0, from = 0; minute < 24 * 60; minute++)
        {
            var time = TimeOnly.MinValue.AddMinutes(minute);
            if (!hours.All(h => time.IsBetween(h.From, h.Until)))
                from = minute + 1;
            else if (minute + 1 - from > longest.Length)
                longest = (from, minute + 1 - from);
        }

        return longest.Length == 0 ? null
            : (TimeOnly.MinValue.AddMinutes(longest.From), TimeOnly.MinValue.AddMinutes(longest.From + longest.Length));
    }

    private static bool Allowed(Moment moment, (TimeOnly From, TimeOnly Until)? theirs, bool waitedFor)
    {
        var time = TimeOnly.FromDateTime(London.WallClock(moment));
        return (waitedFor || time.IsBetween(DayBegins, DayEnds)) && (theirs is not { } hours || time.IsBetween(hours.From, hours.Until));
    }
}
