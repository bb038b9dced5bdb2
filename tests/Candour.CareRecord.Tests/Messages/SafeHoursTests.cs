using Candour.CareRecord.Messages;
using Candour.Clinical;

namespace Candour.CareRecord.Tests.Messages;

public sealed class SafeHoursTests
{
    // Monday 5 October 2026, English time.
    [Theory]
    [InlineData("10:12", null, null, false, "5 10:12")]
    [InlineData("07:59", null, null, false, "5 08:00")]
    [InlineData("19:59", null, null, false, "5 19:59")]
    [InlineData("20:00", null, null, false, "6 08:00")]
    [InlineData("23:30", null, null, true, "5 23:30")]
    [InlineData("10:12", "12:00", "14:00", false, "5 12:00")]
    [InlineData("14:00", "12:00", "14:00", false, "6 12:00")]
    [InlineData("14:00", "12:00", "14:00", true, "6 12:00")]
    [InlineData("10:00", "06:00", "09:00", false, "6 08:00")]
    [InlineData("10:00", "18:00", "23:00", false, "5 18:00")]
    [InlineData("21:00", "18:00", "23:00", false, "6 18:00")]
    [InlineData("21:00", "18:00", "23:00", true, "5 21:00")]
    [InlineData("12:00", "19:00", "09:00", false, "5 19:00")]
    [InlineData("21:00", "19:00", "09:00", false, "6 08:00")]
    [InlineData("12:00", "21:00", "23:00", false, null)]
    public void The_first_hour_that_is_ours_and_theirs(string at, string? from, string? until, bool waitedFor, string? expected)
    {
        (TimeOnly, TimeOnly)? theirs = from is null ? null : (TimeOnly.Parse(from), TimeOnly.Parse(until!));
        var next = SafeHours.Next(London.At(new(2026, 10, 5), TimeOnly.Parse(at)), theirs, waitedFor);
        (next is { } m ? $"{London.WallClock(m):d HH:mm}" : null).ShouldBe(expected);
    }

    [Fact]
    public void Eight_in_the_morning_is_eight_by_the_clock_on_both_sides_of_a_change()
    {
        // The clock goes back on Sunday 25 October 2026 and forward on Sunday 28 March 2027.
        foreach (var eve in new DateOnly[] { new(2026, 10, 24), new(2027, 3, 27) })
            London.WallClock(SafeHours.Next(London.At(eve, new(21, 0)), null, false)!.Value).TimeOfDay.ShouldBe(TimeSpan.FromHours(8));
    }
}
