using Candour.Clinical.Pathways.Readings;

namespace Candour.Clinical.Tests.Pathways;

public sealed class HowLongTests
{
    /// <summary>Freireich 1963, the 6-mercaptopurine arm: the worked example of every textbook on Kaplan and Meier; half at 23 weeks.</summary>
    [Fact]
    public void A_published_example_gives_its_published_half()
    {
        int[] had = [6, 6, 6, 7, 10, 13, 16, 22, 23];
        int[] waiting = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
        var how = HowLong.Of([.. had.Select(d => (d, WaitState.Had)), .. waiting.Select(d => (d, WaitState.Waiting))]);
        (how.People, how.Had, how.Waiting, how.Half, how.NineInTen, how.LongestWaiting).ShouldBe((21, 9, 12, 23, null, 35));
    }

    [Theory]
    [InlineData("1 2 3 4 5 6 7 8 9 10", "", 5, 9)]
    [InlineData("1 2 3 4 5", "20 20 20 20 20", 5, null)]
    [InlineData("1 2 3 4", "20 20 20 20 20 20", null, null)]
    [InlineData("7", "", 7, 7)]
    public void Who_still_waits_is_counted_and_makes_the_wait_longer(string had, string waiting, int? half, int? nine)
    {
        var how = HowLong.Of([.. Days(had, WaitState.Had), .. Days(waiting, WaitState.Waiting)]);
        (how.Half, how.NineInTen).ShouldBe((half, nine));
    }

    [Fact]
    public void Nobody_is_nothing_and_who_left_is_neither_waiting_nor_had_it()
    {
        HowLong.Of([]).ShouldBe(new(0, 0, 0, null, null, null));
        var how = HowLong.Of([(3, WaitState.Had), (9, WaitState.Left), (4, WaitState.Waiting)]);
        (how.Had, how.Waiting, how.Left, how.LongestWaiting).ShouldBe((1, 1, 1, 4));
    }

    private static IEnumerable<(int, WaitState)> Days(string days, WaitState state) =>
        days.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(d => (int.Parse(d, System.Globalization.CultureInfo.InvariantCulture), state));
}
