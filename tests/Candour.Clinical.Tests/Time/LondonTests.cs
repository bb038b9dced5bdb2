using Candour.Clinical;

namespace Candour.Clinical.Tests.Time;

public sealed class LondonTests
{
    /// <summary>Clocks go forward on 29 March 2026 at 1am and back on 25 October 2026 at 2am.</summary>
    [Theory]
    [InlineData("2026-03-28T23:59:59.999Z", "2026-03-28 23:59")]
    [InlineData("2026-03-29T00:59:59.999Z", "2026-03-29 00:59")]
    [InlineData("2026-03-29T01:00:00.000Z", "2026-03-29 02:00")]
    [InlineData("2026-03-29T22:59:59.999Z", "2026-03-29 23:59")]
    [InlineData("2026-03-29T23:00:00.000Z", "2026-03-30 00:00")]
    [InlineData("2026-10-24T22:59:59.999Z", "2026-10-24 23:59")]
    [InlineData("2026-10-24T23:00:00.000Z", "2026-10-25 00:00")]
    [InlineData("2026-10-25T00:30:00.000Z", "2026-10-25 01:30")]
    [InlineData("2026-10-25T01:30:00.000Z", "2026-10-25 01:30")]
    [InlineData("2026-10-25T23:59:59.999Z", "2026-10-25 23:59")]
    [InlineData("2026-10-26T00:00:00.000Z", "2026-10-26 00:00")]
    public void The_clock_on_the_wall_follows_both_changes(string moment, string wall) =>
        London.WallClock(Moment.Parse(moment)).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(wall);

    /// <summary>In summer the last hour of a month is already the next day in England; in winter it is not.</summary>
    [Theory]
    [InlineData("2026-01-31T23:30:00.000Z", 2026, 1, 31)]
    [InlineData("2026-04-30T23:30:00.000Z", 2026, 5, 1)]
    [InlineData("2026-06-30T22:59:59.999Z", 2026, 6, 30)]
    [InlineData("2026-06-30T23:00:00.000Z", 2026, 7, 1)]
    [InlineData("2026-09-30T23:00:00.000Z", 2026, 10, 1)]
    [InlineData("2026-10-31T23:59:59.999Z", 2026, 10, 31)]
    [InlineData("2026-12-31T23:59:59.999Z", 2026, 12, 31)]
    [InlineData("2028-02-28T23:59:59.999Z", 2028, 2, 28)]
    [InlineData("2028-02-29T00:00:00.000Z", 2028, 2, 29)]
    [InlineData("2028-02-29T23:59:59.999Z", 2028, 2, 29)]
    [InlineData("2027-02-28T23:59:59.999Z", 2027, 2, 28)]
    [InlineData("2027-03-01T00:00:00.000Z", 2027, 3, 1)]
    public void A_moment_on_the_last_night_of_a_month_falls_on_the_day_people_say(string moment, int year, int month, int day) =>
        London.DayOf(Moment.Parse(moment)).ShouldBe(new(year, month, day));

    [Theory]
    [InlineData("2026-03-29", "00:59", "2026-03-29T00:59:00.000Z")]
    [InlineData("2026-03-29", "01:30", "2026-03-29T01:30:00.000Z")] // does not exist: 2:30 on the clock
    [InlineData("2026-03-29", "02:30", "2026-03-29T01:30:00.000Z")]
    [InlineData("2026-10-25", "00:30", "2026-10-24T23:30:00.000Z")]
    [InlineData("2026-10-25", "01:30", "2026-10-25T00:30:00.000Z")] // comes twice: the first
    [InlineData("2026-10-25", "02:00", "2026-10-25T02:00:00.000Z")]
    [InlineData("2028-02-29", "14:00", "2028-02-29T14:00:00.000Z")]
    public void A_time_on_the_clock_becomes_one_moment(string day, string time, string moment) =>
        London.At(
            DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
            TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(Moment.Parse(moment));

    [Fact]
    public void Every_day_of_ten_years_begins_where_the_day_before_ends_and_has_23_24_or_25_hours()
    {
        var odd = 0;
        for (var day = new DateOnly(2020, 1, 1); day < new DateOnly(2030, 1, 1); day = day.AddDays(1))
        {
            var start = London.StartOf(day);
            London.DayOf(start).ShouldBe(day);
            London.DayOf(start.Minus(TimeSpan.FromMilliseconds(1))).ShouldBe(day.AddDays(-1));
            var hours = London.StartOf(day.AddDays(1)).Since(start).TotalHours;
            hours.ShouldBeOneOf(23, 24, 25);
            odd += hours == 24 ? 0 : 1;
        }

        odd.ShouldBe(20);
    }
}
