using Candour.Web.Components;

namespace Candour.Web.Tests.Components;

public sealed class DatePartsTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData("4", "3", "1991", 3)]
    [InlineData(" 04 ", "03", " 1991 ", 3)]
    [InlineData("4", "mar", "1991", 3)]
    [InlineData("4", "March", "1991", 3)]
    [InlineData("4", "SEPT", "1991", 9)]
    [InlineData("4", "dec.", "1991", 12)]
    public void A_date_is_read_in_figures_and_in_words(string day, string month, string year, int expected) =>
        Read(day, month, year).ShouldBe(new DateAnswer.Right(new DateOnly(1991, expected, 4)));

    [Theory]
    [InlineData("", "", "", "Day", "Enter your date of birth")]
    [InlineData("4", "", "1991", "Month", "Date of birth must include a month")]
    [InlineData("", "3", "", "Day", "Date of birth must include a day and year")]
    [InlineData("31", "2", "1985", "Day", "31 February is not a real date. Check the day and month")]
    [InlineData("31", "feb", "1985", "Day", "31 February is not a real date. Check the day and month")]
    [InlineData("29", "2", "2023", "Day", "29 February 2023 is not a real date. Check the day and month")]
    [InlineData("4", "13", "1991", "Month", "4 13 is not a real date. Check the day and month")]
    [InlineData("0", "3", "1991", "Day", "0 March is not a real date. Check the day and month")]
    [InlineData("4", "ma", "1991", "Month", "Write the month as a number or a name, like 3 or March")]
    [InlineData("a", "b", "1991", "Day", "Write the day as a number, like 27")]
    [InlineData("4", "3", "91", "Year", "Date of birth must include a year with 4 numbers, like 2026")]
    [InlineData("4", "3", "-199", "Year", "Date of birth must include a year with 4 numbers, like 2026")]
    [InlineData("21", "11", "2026", "Year", "Date of birth must be in the past")]
    [InlineData("1", "1", "2031", "Year", "Date of birth must be in the past")]
    [InlineData("4", "3", "1885", "Year", "Check the year. It makes you 141")]
    [InlineData("20", "11", "1905", "Year", "Check the year. It makes you 121")]
    public void A_wrong_date_says_what_is_wrong_and_where(string day, string month, string year, string part, string words) =>
        Read(day, month, year).ShouldBe(new DateAnswer.Wrong(part, words));

    [Fact]
    public void A_person_of_120_years_is_believed() =>
        Read("22", "11", "1905").ShouldBe(new DateAnswer.Right(new DateOnly(1905, 11, 22)));

    [Fact]
    public void Twenty_nine_February_is_a_date_in_a_leap_year() =>
        Read("29", "2", "2024").ShouldBe(new DateAnswer.Right(new DateOnly(2024, 2, 29)));

    private static DateAnswer Read(string day, string month, string year) =>
        new DateParts { Day = day, Month = month, Year = year }.Read(DateQuestion.Birth, Today);
}
