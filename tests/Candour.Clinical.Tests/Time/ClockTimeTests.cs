namespace Candour.Clinical.Tests.Time;

public sealed class ClockTimeTests
{
    [Theory]
    [InlineData("2pm", 14, 0)]
    [InlineData("2 PM", 14, 0)]
    [InlineData("2:30pm", 14, 30)]
    [InlineData("2.30 p.m.", 14, 30)]
    [InlineData("12am", 0, 0)]
    [InlineData("12:05pm", 12, 5)]
    [InlineData("14:30", 14, 30)]
    [InlineData("9:05", 9, 5)]
    [InlineData("0930", 9, 30)]
    [InlineData("midday", 12, 0)]
    [InlineData("Midnight", 0, 0)]
    public void A_time_is_read_as_people_write_it(string typed, int hour, int minute) =>
        ClockTime.Read(typed).ShouldBe(new TimeOnly(hour, minute));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("soon")]
    [InlineData("25:00")]
    [InlineData("13pm")]
    [InlineData("14:60")]
    [InlineData("2026-11-22 14:00")]
    public void What_is_not_plainly_one_time_is_not_guessed_at(string? typed) => ClockTime.Read(typed).ShouldBeNull();
}
