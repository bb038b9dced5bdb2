namespace Candour.Clinical;

/// <summary>
/// Europe/London, the only zone people read: days, months, opening hours, clock times. Both changes of the clock are
/// handled here and nowhere else.
/// </summary>
public static class London
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The day on which the moment falls for a person in England.</summary>
    public static DateOnly DayOf(Moment moment) => DateOnly.FromDateTime(WallClock(moment));

    /// <summary>The clock on the wall in England at the moment; of kind Unspecified.</summary>
    public static DateTime WallClock(Moment moment) =>
        DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(moment.ToDateTimeOffset(), Zone).DateTime, DateTimeKind.Unspecified);

    /// <summary>Today by the given clock.</summary>
    public static DateOnly Today(TimeProvider clock) => DayOf(Moment.Now(clock));

    /// <summary>
    /// The moment at which a clock in England shows this day and time. In the hour that does not exist in spring the moment
    /// one hour later on the clock; in the hour that comes twice in autumn the first of the two.
    /// </summary>
    public static Moment At(DateOnly day, TimeOnly time)
    {
        var wall = day.ToDateTime(time, DateTimeKind.Unspecified);
        if (Zone.IsInvalidTime(wall))
            wall = wall.AddHours(1);
        var offset = Zone.IsAmbiguousTime(wall) ? Zone.GetAmbiguousTimeOffsets(wall).Max() : Zone.GetUtcOffset(wall);
        return new Moment(new DateTimeOffset(wall, offset).ToUnixTimeMilliseconds());
    }

    /// <summary>The first moment of the day.</summary>
    public static Moment StartOf(DateOnly day) => At(day, TimeOnly.MinValue);
}
