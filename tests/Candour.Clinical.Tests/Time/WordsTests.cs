using Candour.Clinical;

namespace Candour.Clinical.Tests.Time;

public sealed class WordsTests
{
    [Theory]
    [InlineData(0, 0, "midnight")]
    [InlineData(0, 5, "12:05am")]
    [InlineData(9, 0, "9am")]
    [InlineData(11, 59, "11:59am")]
    [InlineData(12, 0, "midday")]
    [InlineData(12, 30, "12:30pm")]
    [InlineData(14, 30, "2:30pm")]
    [InlineData(23, 9, "11:09pm")]
    public void A_time_reads_as_people_say_it(int hour, int minute, string words) =>
        Words.Time(new TimeOnly(hour, minute)).ShouldBe(words);

    [Theory]
    [InlineData("07700900391", "07700 900 391")]
    [InlineData("07700 900391", "07700 900 391")]
    [InlineData("02079460018", "020 7946 0018")]
    [InlineData("01614960018", "0161 496 0018")]
    [InlineData("01184960018", "0118 496 0018")]
    [InlineData("01632960001", "01632 960 001")]
    [InlineData("08001111", "08001111")]
    [InlineData("+447700900391", "+447700900391")]
    [InlineData("01632 960001 ext 4", "01632 960001 ext 4")]
    public void A_telephone_number_reads_as_it_is_said(string typed, string words) => Words.Phone(typed).ShouldBe(words);

    [Fact]
    public void A_moment_reads_by_the_clock_in_England()
    {
        Words.Time(Moment.Utc(2026, 7, 1, 13, 30)).ShouldBe("2:30pm");
        Words.Time(Moment.Utc(2026, 12, 1, 13, 30)).ShouldBe("1:30pm");
    }

    [Fact]
    public void A_day_names_its_year_only_when_it_is_another()
    {
        var today = new DateOnly(2026, 11, 23);
        Words.Day(new(2026, 3, 1), today).ShouldBe("1 March");
        Words.Day(new(2025, 12, 31), today).ShouldBe("31 December 2025");
        Words.LongDay(new(2028, 2, 29)).ShouldBe("Tuesday 29 February 2028");
    }

    [Theory]
    [InlineData(0, "0 days")]
    [InlineData(1, "1 day")]
    [InlineData(60, "60 days")]
    [InlineData(61, "8 weeks (61 days)")]
    [InlineData(64, "9 weeks (64 days)")]
    public void A_wait_is_days_up_to_sixty_then_weeks(int days, string words) => Words.Wait(days).ShouldBe(words);

    [Theory]
    [InlineData(0, "0 people")]
    [InlineData(1, "1 person")]
    [InlineData(1234, "1,234 people")]
    public void A_count_has_its_noun(int count, string words) => Words.Count(count, "person", "people").ShouldBe(words);
}
