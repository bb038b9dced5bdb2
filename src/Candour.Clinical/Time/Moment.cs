using System.Globalization;

namespace Candour.Clinical;

/// <summary>
/// A moment: UTC Unix milliseconds in a 64-bit integer, range 0001-01-01 to 9999-12-31.
/// The one type for moments, in both databases and in every event. Written as <c>2026-10-05T09:12:33.120Z</c>.
/// What a person reads goes through <see cref="London"/>.
/// </summary>
public readonly record struct Moment(long Milliseconds) : IComparable<Moment>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The present by the given clock, cut (never rounded up) to a millisecond.</summary>
    public static Moment Now(TimeProvider clock) => new(clock.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>From parts in UTC. Throws for parts that are no real date.</summary>
    public static Moment Utc(int year, int month, int day, int hour = 0, int minute = 0, int second = 0, int ms = 0) =>
        new(new DateTimeOffset(year, month, day, hour, minute, second, ms, TimeSpan.Zero).ToUnixTimeMilliseconds());

    /// <summary>Reads exactly the written form; throws <see cref="FormatException"/> for anything else.</summary>
    public static Moment Parse(string text) =>
        new(DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal).ToUnixTimeMilliseconds());

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
}
