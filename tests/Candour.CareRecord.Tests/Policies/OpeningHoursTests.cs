using Candour.CareRecord.Policies;
using Candour.Clinical;

namespace Candour.CareRecord.Tests.Policies;

public sealed class OpeningHoursTests
{
    private static readonly OpeningHours Hours = OpeningHours.Parse(
        "mon 09:00-17:00; tue 09:00-17:00; wed 09:00-17:00; thu 09:00-12:30; thu 13:30-17:00; fri 09:00-17:00", "2026-12-25 2026-12-28");

    [Theory]
    [InlineData("2026-11-20T10:00:00.000Z", "2026-11-20T10:00:00.000Z")] // Friday morning: now
    [InlineData("2026-11-20T17:00:00.000Z", "2026-11-23T09:00:00.000Z")] // Friday, the minute of closing: Monday
    [InlineData("2026-11-20T23:50:00.000Z", "2026-11-23T09:00:00.000Z")] // Friday night
    [InlineData("2026-11-23T02:00:00.000Z", "2026-11-23T09:00:00.000Z")] // Monday 2am
    [InlineData("2026-11-26T12:45:00.000Z", "2026-11-26T13:30:00.000Z")] // over lunch
    [InlineData("2026-12-24T18:00:00.000Z", "2026-12-29T09:00:00.000Z")] // Christmas, a weekend and a bank holiday
    [InlineData("2026-03-28T12:00:00.000Z", "2026-03-30T08:00:00.000Z")] // the clock goes forward in between
    [InlineData("2026-10-24T12:00:00.000Z", "2026-10-26T09:00:00.000Z")] // the clock goes back in between
    public void The_first_staffed_minute(string from, string expected) =>
        Hours.NextStaffedMinute(Moment.Parse(from)).ShouldBe(Moment.Parse(expected));

    [Theory]
    [InlineData("2026-11-20T10:00:00.000Z", 60, "2026-11-20T11:00:00.000Z")]
    [InlineData("2026-11-20T16:30:00.000Z", 60, "2026-11-23T09:30:00.000Z")]
    [InlineData("2026-11-26T12:00:00.000Z", 60, "2026-11-26T14:00:00.000Z")]
    [InlineData("2026-11-23T02:00:00.000Z", 60, "2026-11-23T10:00:00.000Z")]
    public void Staffed_minutes_stop_overnight_and_at_lunch(string from, int minutes, string expected) =>
        Hours.AfterStaffedMinutes(Moment.Parse(from), minutes).ShouldBe(Moment.Parse(expected));

    [Theory]
    [InlineData("2026-11-20T10:00:00.000Z", "2026-11-19T10:00:00.000Z")] // Friday: Thursday
    [InlineData("2026-11-23T10:00:00.000Z", "2026-11-20T10:00:00.000Z")] // Monday: Friday
    [InlineData("2026-11-22T15:00:00.000Z", "2026-11-20T00:00:00.000Z")] // Sunday: what came on Friday has not waited a working day
    [InlineData("2026-12-29T10:00:00.000Z", "2026-12-24T10:00:00.000Z")] // over Christmas
    [InlineData("2026-10-26T10:00:00.000Z", "2026-10-23T09:00:00.000Z")] // the clock went back in between
    public void What_came_before_has_waited_a_working_day(string now, string before) =>
        Hours.WorkingDayBefore(Moment.Parse(now)).ShouldBe(Moment.Parse(before));

    [Fact]
    public void Where_no_hours_are_set_a_working_day_is_a_day() =>
        OpeningHours.Parse("", "").WorkingDayBefore(Moment.Utc(2026, 11, 22, 15)).ShouldBe(Moment.Utc(2026, 11, 21, 15));

    [Fact]
    public void A_service_that_never_opens_promises_nothing() =>
        OpeningHours.Parse("", "").NextStaffedMinute(Moment.Utc(2026, 11, 20)).ShouldBeNull();

    [Theory]
    [InlineData("monday 09:00-17:00")]
    [InlineData("mon 17:00-09:00")]
    [InlineData("mon 9-17")]
    public void Unreadable_hours_say_which(string text) =>
        Should.Throw<FormatException>(() => OpeningHours.Parse(text, "")).Message.ShouldContain(text);
}
