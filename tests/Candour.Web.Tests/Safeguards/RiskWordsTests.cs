using Candour.Clinical;
using Candour.Web.Pages.Safeguards;

namespace Candour.Web.Tests.Safeguards;

public sealed class RiskWordsTests
{
    private static readonly Moment Now = Moment.Utc(2026, 11, 20, 14);

    [Theory]
    [InlineData(0, "2pm")]
    [InlineData(-1, "2pm yesterday")]
    [InlineData(1, "2pm tomorrow")]
    [InlineData(-3, "2pm Tuesday")]
    [InlineData(-11, "2pm on 9 November")]
    [InlineData(11, "2pm on 1 December")]
    public void A_time_is_said_with_its_day_as_people_say_it(int days, string words) =>
        RiskWords.At(Now.Plus(TimeSpan.FromDays(days)), Now).ShouldBe(words);
}
