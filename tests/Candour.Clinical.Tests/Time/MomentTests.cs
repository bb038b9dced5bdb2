using Candour.Clinical;

namespace Candour.Clinical.Tests.Time;

public sealed class MomentTests
{
    [Theory]
    [InlineData(0, "1970-01-01T00:00:00.000Z")]
    [InlineData(-1, "1969-12-31T23:59:59.999Z")]
    [InlineData(951_782_400_000, "2000-02-29T00:00:00.000Z")]
    [InlineData(1_791_191_553_120, "2026-10-05T09:12:33.120Z")]
    [InlineData(-62_135_596_800_000, "0001-01-01T00:00:00.000Z")]
    [InlineData(253_402_300_799_999, "9999-12-31T23:59:59.999Z")]
    public void It_is_written_and_read_in_one_form(long milliseconds, string text)
    {
        new Moment(milliseconds).ToString().ShouldBe(text);
        Moment.Parse(text).Milliseconds.ShouldBe(milliseconds);
    }

    [Theory]
    [InlineData("2026-10-05T09:12:33.120")]
    [InlineData("2026-10-05T09:12:33Z")]
    [InlineData("2026-10-05T09:12:33.120+01:00")]
    [InlineData("2026-10-05 09:12:33.120Z")]
    [InlineData("2026-02-29T00:00:00.000Z")]
    [InlineData("2026-13-01T00:00:00.000Z")]
    [InlineData("x026-10-05T09:12:33.120Z")]
    [InlineData("2026-1x-05T09:12:33.120Z")]
    [InlineData("2026-10-05T24:00:00.000Z")]
    [InlineData("2026-10-05T09:60:00.000Z")]
    [InlineData("0000-10-05T09:00:00.000Z")]
    [InlineData("2026-10-05T09:12:33.1/0Z")]
    [InlineData("")]
    public void Any_other_form_and_no_real_date_is_refused(string text) =>
        Should.Throw<FormatException>(() => Moment.Parse(text));

    [Fact]
    public void It_orders_and_reckons_in_milliseconds()
    {
        var noon = Moment.Utc(2026, 10, 25, 12);
        noon.Plus(TimeSpan.FromHours(24)).ShouldBe(Moment.Utc(2026, 10, 26, 12));
        noon.Minus(TimeSpan.FromMilliseconds(1)).ShouldBeLessThan(noon);
        noon.Since(Moment.Utc(2026, 10, 25, 11, 59, 59, 999)).ShouldBe(TimeSpan.FromMilliseconds(1));
        Should.Throw<OverflowException>(() => new Moment(long.MaxValue).Plus(TimeSpan.FromMilliseconds(1)));
    }
}
