using System.Globalization;

namespace Candour.Clinical;

/// <summary>Dates, times and waits as people read them: <c>Monday 23 November 2026</c>, <c>2:30pm</c>, <c>9 weeks (64 days)</c>.</summary>
public static class Words
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Monday 23 November 2026.</summary>
    public static string LongDay(DateOnly day) => day.ToString("dddd d MMMM yyyy", English);

    /// <summary>23 November, or 23 November 2025 when it is not this year.</summary>
    public static string Day(DateOnly day, DateOnly today) =>
        day.ToString(day.Year == today.Year ? "d MMMM" : "d MMMM yyyy", English);

    /// <summary>7 September to 13 September 2026, or one day where both are the same.</summary>
    public static string Span(DateOnly from, DateOnly to) =>
        from == to ? Day(to, DateOnly.MinValue) : $"{Day(from, to)} to {Day(to, DateOnly.MinValue)}";

    /// <summary>2pm, 2:30pm, midday, midnight: the clock in England.</summary>
    public static string Time(Moment moment) => Time(TimeOnly.FromDateTime(London.WallClock(moment)));

    public static string Time(TimeOnly time) => (time.Hour, time.Minute) switch
    {
        (0, 0) => "midnight",
        (12, 0) => "midday",
        var (hour, minute) => $"{(hour % 12 == 0 ? 12 : hour % 12)}{(minute == 0 ? "" : $":{minute:00}")}{(hour < 12 ? "am" : "pm")}",
    };

    /// <summary>A wait: days up to 60, then weeks and days, as "9 weeks (64 days)".</summary>
    public static string Wait(int days) => days switch
    {
        1 => "1 day",
        <= 60 => $"{days} days",
        _ => $"{days / 7} weeks ({days} days)",
    };

    /// <summary>
    /// A telephone number as it is read aloud: 07700 900 391, 020 7946 0018, 0161 496 0018. What is not eleven digits from 0 stays
    /// as it was typed.
    /// </summary>
    public static string Phone(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        if (digits.Length != 11 || digits[0] != '0' || number.Any(c => !char.IsAsciiDigit(c) && c != ' '))
            return number;
        var (first, second) = digits switch
        {
            ['0', '2', ..] => (3, 4),
            ['0', '1', '1', ..] or ['0', '1', _, '1', ..] => (4, 3),
            _ => (5, 3),
        };
        return $"{digits[..first]} {digits[first..(first + second)]} {digits[(first + second)..]}";
    }

    /// <summary>"1 person", "3 people": a count with its noun.</summary>
    public static string Count(int count, string one, string many) => $"{count.ToString("N0", English)} {(count == 1 ? one : many)}";
}
