using Candour.Clinical;

namespace Candour.Clinical.Tests;

public sealed class NhsNumberTests
{
    /// <summary>One number for every check digit, the sums worked by hand: weights 10 to 2, modulus 11.</summary>
    [Theory]
    [InlineData("999012025", 0)] // 275 = 25 x 11,     11 counts as 0
    [InlineData("999012016", 1)] // 274 = 24 x 11 + 10
    [InlineData("999012024", 2)] // 273 = 24 x 11 + 9
    [InlineData("999012015", 3)] // 272 = 24 x 11 + 8
    [InlineData("999012023", 4)] // 271 = 24 x 11 + 7
    [InlineData("999012014", 5)] // 270 = 24 x 11 + 6
    [InlineData("999012019", 6)] // 280 = 25 x 11 + 5
    [InlineData("999012013", 7)] // 268 = 24 x 11 + 4
    [InlineData("999012018", 8)] // 278 = 25 x 11 + 3
    [InlineData("999012012", 9)] // 266 = 24 x 11 + 2
    public void Of_ten_last_digits_only_the_check_digit_is_accepted(string nine, int check)
    {
        NhsNumber.CheckDigit(nine).ShouldBe(check);
        for (var last = 0; last <= 9; last++)
        {
            var expected = last == check ? (NhsNumberFault?)null : NhsNumberFault.CheckDigit;
            NhsNumber.Check($"{nine}{last}", out _).ShouldBe(expected, $"{nine}{last}");
        }
    }

    [Fact]
    public void A_number_whose_check_digit_would_be_ten_is_never_issued()
    {
        NhsNumber.CheckDigit("999012017").ShouldBeNull(); // 276 = 25 x 11 + 1; 11 - 1 = 10
        for (var last = 0; last <= 9; last++)
            NhsNumber.TryParse($"999012017{last}", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("9990120166")]
    [InlineData("9990120214")]
    [InlineData("9900120234")]
    public void A_slip_of_one_digit_or_two_neighbours_swapped_is_caught(string slip) =>
        NhsNumber.Check(slip, out _).ShouldBe(NhsNumberFault.CheckDigit);

    [Theory]
    [InlineData("9990120234")]
    [InlineData("999 012 0234")]
    [InlineData(" 999\u00a0012\u00a00234\t")]
    [InlineData("9 9 9 0 1 2 0 2 3 4")]
    public void Spaces_anywhere_are_forgiven_and_it_is_shown_in_three_groups(string typed)
    {
        var number = NhsNumber.Parse(typed);
        number.Digits.ShouldBe("9990120234");
        number.Spaced.ShouldBe("999 012 0234");
        number.IsExample.ShouldBeTrue();
        number.ShouldBe(NhsNumber.Parse("9990120234"));
    }

    [Theory]
    [InlineData(null, NhsNumberFault.Empty)]
    [InlineData("", NhsNumberFault.Empty)]
    [InlineData("   ", NhsNumberFault.Empty)]
    [InlineData("999012023", NhsNumberFault.NotTenDigits)]
    [InlineData("99901202345", NhsNumberFault.NotTenDigits)]
    [InlineData("999-012-0234", NhsNumberFault.NotDigits)]
    [InlineData("999012O234", NhsNumberFault.NotDigits)]
    [InlineData("٩٩٩٠١٢٠٢٣٤", NhsNumberFault.NotDigits)]
    public void What_is_wrong_is_said(string? typed, NhsNumberFault fault) =>
        NhsNumber.Check(typed, out _).ShouldBe(fault);

    [Fact]
    public void A_palindrome_is_a_number_but_is_told_apart_because_a_national_file_refuses_it()
    {
        NhsNumber.Parse("0123443210").IsPalindrome.ShouldBeTrue();
        NhsNumber.Parse("9990120234").IsPalindrome.ShouldBeFalse();
    }
}
