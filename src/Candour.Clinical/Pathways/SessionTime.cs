namespace Candour.Clinical.Pathways;

/// <summary>
/// When a session began and ended, for every rule that asks: which answers count, and whether a signature was there. A log is
/// to the millisecond; a typed time is cut to its minute, so it is read as the end of that minute.
/// Source: declared protocol, rules 2, 3 and 6.
/// </summary>
public static class SessionTime
{
    /// <summary>
    /// The start, where the window of answers ends: as logged when Start was pressed, whatever is typed afterwards. Where nobody
    /// pressed it, as planned; a typed time then moves it earlier, never later. So nobody makes answers count, or stop counting
    /// once they were read, by what they type. Null when nothing is known.
    /// </summary>
    public static Moment? Start(Moment? planned, Moment? logged, Moment? typed) =>
        logged ?? (EndOfMinute(typed) is { } minute && !(minute > planned) ? minute : planned);

    /// <summary>The end as typed, else start and length; the last millisecond of the day when they are not known.</summary>
    public static Moment End(DateOnly day, Moment? start, Moment? typed, int? minutes) =>
        EndOfMinute(typed)
        ?? (start is { } began && minutes is { } length
            ? began.Plus(TimeSpan.FromMinutes(length))
            : London.StartOf(day.AddDays(1)).Minus(TimeSpan.FromMilliseconds(1)));

    // Offsets in England are whole hours: a minute there is a minute in UTC.
    private static Moment? EndOfMinute(Moment? typed) =>
        typed is { Milliseconds: var ms } ? new(ms - (((ms % 60_000) + 60_000) % 60_000) + 59_999) : null;
}
