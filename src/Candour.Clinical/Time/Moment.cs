using System.Globalization;

namespace Candour.Clinical;

/// <summary>
/// A moment: UTC Unix milliseconds in a 64-bit integer, range 0001-01-01 to 9999-12-31.
/// The one type for moments, in both databases and in every event. Written as <c>2026-10-05T09:12:33.120Z</c>.
/// What a person reads goes through <see cref="London"/>.
/// </summary>
public readonly record struct Moment(long Milliseconds) : IComparable<Moment>
{
    private static readonly int UnixDay = new DateOnly(1970, 1, 1).DayNumber;

    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The present by the given clock, cut (never rounded up) to a millisecond.</summary>
    public static Moment Now(TimeProvider clock) => new(clock.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>From parts in UTC. Throws for parts that are no real date.</summary>
    public static Moment Utc(int year, int month, int day, int hour = 0, int minute = 0, int second = 0, int ms = 0) =>
        new(new DateTimeOffset(year, month, day, hour, minute, second, ms, TimeSpan.Zero).ToUnixTimeMilliseconds());

    /// <summary>Reads exactly the written form; throws <see cref="FormatException"/> for anything else.</summary>
    public static Moment Parse(string text) => Fast(text) ?? new(DateTimeOffset.ParseExact(
        text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal).ToUnixTimeMilliseconds());

    public DateTimeOffset ToDateTimeOffset() => DateTimeOffset.FromUnixTimeMilliseconds(Milliseconds);

    public Moment Plus(TimeSpan span) => new(checked(Milliseconds + (long)span.TotalMilliseconds));

    public Moment Minus(TimeSpan span) => new(checked(Milliseconds - (long)span.TotalMilliseconds));

    public TimeSpan Since(Moment earlier) => TimeSpan.FromMilliseconds(Milliseconds - earlier.Milliseconds);

    public int CompareTo(Moment other) => Milliseconds.CompareTo(other.Milliseconds);

    public static bool operator <(Moment a, Moment b) => a.Milliseconds < b.Milliseconds;

    public static bool operator >(Moment a, Moment b) => a.Milliseconds > b.Milliseconds;

    public static bool operator <=(Moment a, Moment b) => a.Milliseconds <= b.Milliseconds;

    public static bool operator >=(Moment a, Moment b) => a.Milliseconds >= b.Milliseconds;

    public override string ToString() => ToDateTimeOffset().ToString(Format, CultureInfo.InvariantCulture);

    // Histories are full of moments, and the general reader is the dearest part of reading an event.
    private static Moment? Fast(string text)
    {
        if (text.Length != 24 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != '.' || text[23] != 'Z')
            return null;
        var (year, month, day) = (Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2));
        var (hour, minute, second, ms) = (Number(text, 11, 2), Number(text, 14, 2), Number(text, 17, 2), Number(text, 20, 3));
        if (year < 1 || month is < 1 or > 12 || day < 1 || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59 || ms < 0
            || day > DateTime.DaysInMonth(year, month))
            return null;
        return new(((new DateOnly(year, month, day).DayNumber - UnixDay) * 86_400_000L) + (((((hour * 60) + minute) * 60) + second) * 1000L) + ms);
    }

    /// <summary>The digits as a number; below 0 when one is no digit.</summary>
    private static int Number(string text, int at, int length)
    {
        var number = 0;
        foreach (var c in text.AsSpan(at, length))
            number = char.IsAsciiDigit(c) ? (number * 10) + (c - '0') : int.MinValue / 100_000;
        return number;
    }
}
