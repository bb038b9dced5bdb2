using System.Globalization;
using Candour.Clinical;

namespace Candour.CareRecord.Policies;

/// <summary>
/// When people are there to read and answer: hours by day of the week, less days closed. All times are the clock in England.
/// </summary>
public sealed class OpeningHours
{
    private static readonly string[] DayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private readonly ILookup<DayOfWeek, (TimeOnly From, TimeOnly To)> _hours;
    private readonly HashSet<DateOnly> _closed;

    private OpeningHours(ILookup<DayOfWeek, (TimeOnly From, TimeOnly To)> hours, HashSet<DateOnly> closed)
    {
        _hours = hours;
        _closed = closed;
    }

    /// <param name="hours"><c>mon 09:00-12:30; mon 13:30-17:00; tue …</c></param>
    /// <param name="closedDays">Days as yyyy-MM-dd, separated by spaces.</param>
    /// <exception cref="FormatException">Says which piece cannot be read.</exception>
    public static OpeningHours Parse(string hours, string closedDays)
    {
        var spans = hours.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ParseSpan);
        var closed = closedDays.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(d => DateOnly.TryParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : throw new FormatException($"'{d}' is not a day like 2026-12-25."));
        return new(spans.ToLookup(s => s.Day, s => (s.From, s.To)), [.. closed]);
    }

    public bool IsOpen(Moment moment)
    {
        var wall = London.WallClock(moment);
        var time = TimeOnly.FromDateTime(wall);
        return SpansOf(DateOnly.FromDateTime(wall)).Any(s => s.From <= time && time < s.To);
    }

    public bool IsOpenOn(DateOnly day) => SpansOf(day).Any();

    /// <summary>The day by whose end so many working days have passed. A service that never opens gets there within a fortnight.</summary>
    public DateOnly WorkingDaysAfter(DateOnly from, int days)
    {
        var last = from.AddDays(14);
        var day = from;
        for (var left = days; left > 0 && day < last;)
        {
            day = day.AddDays(1);
            if (IsOpenOn(day))
                left--;
        }

        return day;
    }

    /// <summary>The day itself when open, else the first open day after it; the day itself when none comes within 60 days.</summary>
    public DateOnly OpenOnOrAfter(DateOnly day) =>
        Enumerable.Range(0, 60).Select(day.AddDays).Where(IsOpenOn).DefaultIfEmpty(day).First();

    /// <summary>
    /// What came before this has waited a working day: the same time on the open day before; on a closed day the beginning of the
    /// last open one, because a weekend is no working time. A day of the calendar where no hours are set.
    /// </summary>
    public Moment WorkingDayBefore(Moment now)
    {
        var today = London.DayOf(now);
        DateOnly? before = Enumerable.Range(1, 14).Select(days => (DateOnly?)today.AddDays(-days)).FirstOrDefault(day => IsOpenOn(day!.Value));
        return before is not { } last ? now.Minus(TimeSpan.FromDays(1))
            : IsOpenOn(today) ? London.At(last, TimeOnly.FromDateTime(London.WallClock(now)))
            : London.StartOf(last);
    }

    /// <summary>The moment itself when staffed, else the first staffed minute after it; null when none comes within 60 days.</summary>
    public Moment? NextStaffedMinute(Moment moment)
    {
        if (IsOpen(moment))
            return moment;
        var day = London.DayOf(moment);
        for (var i = 0; i <= 60; i++)
        {
            var next = SpansOf(day.AddDays(i)).Select(s => London.At(day.AddDays(i), s.From)).Where(m => m >= moment).Order().FirstOrDefault();
            if (next != default)
                return next;
        }

        return null;
    }

    /// <summary>Minutes of staffed time after the moment: where 60 staffed minutes later falls, across nights and closed days.</summary>
    public Moment? AfterStaffedMinutes(Moment moment, int minutes)
    {
        var at = NextStaffedMinute(moment);
        var left = TimeSpan.FromMinutes(minutes);
        while (at is { } from)
        {
            var day = London.DayOf(from);
            var time = TimeOnly.FromDateTime(London.WallClock(from));
            var closing = London.At(day, SpansOf(day).First(s => s.From <= time && time < s.To).To);
            if (from.Plus(left) <= closing)
                return from.Plus(left);
            left -= closing.Since(from);
            at = NextStaffedMinute(closing);
        }

        return null;
    }

    private IEnumerable<(TimeOnly From, TimeOnly To)> SpansOf(DateOnly day) => _closed.Contains(day) ? [] : _hours[day.DayOfWeek];

    private static (DayOfWeek Day, TimeOnly From, TimeOnly To) ParseSpan(string text)
    {
        var pieces = text.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        var day = pieces.Length == 3 ? Array.IndexOf(DayNames, pieces[0]) : -1;
        if (day < 0
            || !TimeOnly.TryParseExact(pieces[1], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            || !TimeOnly.TryParseExact(pieces[2], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var to)
            || from >= to)
        {
            throw new FormatException($"'{text}' is not opening hours like 'mon 09:00-17:00'.");
        }

        return ((DayOfWeek)day, from, to);
    }
}
