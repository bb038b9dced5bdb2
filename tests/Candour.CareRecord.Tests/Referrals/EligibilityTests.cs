using Candour.CareRecord.Referrals;
using Candour.Clinical;

namespace Candour.CareRecord.Tests.Referrals;

public sealed class EligibilityTests
{
    [Theory]
    [Trait("Hazard", "H28")]
    [InlineData("2010-10-05", "2026-10-04", false)]
    [InlineData("2010-10-05", "2026-10-05", true)]
    [InlineData("2008-02-29", "2024-02-28", false)]
    [InlineData("2008-02-29", "2024-02-29", true)]
    [InlineData("2012-02-29", "2028-02-29", true)]
    public void Sixteen_begins_on_the_birthday(string born, string today, bool may) =>
        (Eligibility.Of(Day(born), 16, Day(today)) is null).ShouldBe(may);

    [Theory]
    [Trait("Hazard", "H28")]
    [InlineData("2026-02-28", false)]
    [InlineData("2026-03-01", true)]
    public void Born_on_29_February_is_eighteen_on_1_March_of_a_common_year(string today, bool may) =>
        (Eligibility.Of(new(2008, 2, 29), 18, Day(today)) is null).ShouldBe(may);

    [Fact]
    public void A_birth_date_in_the_future_or_over_a_hundred_and_twenty_years_back_is_questioned()
    {
        Eligibility.Of(new(2027, 1, 1), 16, new(2026, 11, 21))!.Message.ShouldBe("Date of birth must be in the past");
        Eligibility.Of(new(1885, 3, 31), 16, new(2026, 11, 21))!.Message.ShouldBe("Check the year. It makes you 141");
        Eligibility.Of(new(1906, 11, 21), 16, new(2026, 11, 21)).ShouldBeNull();
    }

    [Fact]
    public void Too_young_says_from_when_we_can_help() =>
        Eligibility.Of(new(2015, 1, 1), 16, new(2026, 11, 21))!.Message.ShouldBe("We can help from 16.");

    [Fact]
    public void Age_is_counted_in_whole_years() => Age.On(new(1985, 3, 31), new(2026, 3, 30)).ShouldBe(40);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
