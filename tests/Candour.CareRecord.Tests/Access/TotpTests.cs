using System.Text;
using Candour.CareRecord.Access;
using Candour.Clinical;

namespace Candour.CareRecord.Tests.Access;

public sealed class TotpTests
{
    private static readonly byte[] RfcSecret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B, SHA-1.</summary>
    [Theory]
    [InlineData(59L, "94287082")]
    [InlineData(1111111109L, "07081804")]
    [InlineData(1111111111L, "14050471")]
    [InlineData(1234567890L, "89005924")]
    [InlineData(2000000000L, "69279037")]
    [InlineData(20000000000L, "65353130")]
    public void Codes_are_those_of_the_rfc(long seconds, string code)
    {
        var step = Totp.StepOf(new Moment(seconds * 1000));
        Totp.CodeAt(RfcSecret, step, digits: 8).ShouldBe(code);
        Totp.CodeAt(RfcSecret, step).ShouldBe(code[2..]);
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_code_holds_for_one_step_either_way(int away, bool holds)
    {
        var now = Moment.Utc(2026, 10, 5, 9, 12);
        var step = Totp.StepOf(now) + away;
        Totp.StepFor(RfcSecret, Totp.CodeAt(RfcSecret, step), now).ShouldBe(holds ? step : null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("abcdef")]
    [InlineData("000000000000000000000000000000000000000000000000000000000000")]
    public void What_is_no_code_is_not_accepted(string typed) =>
        Totp.StepFor(RfcSecret, typed, Moment.Utc(2026, 10, 5)).ShouldBeNull();

    [Fact]
    public void A_code_typed_with_a_space_is_the_same_code()
    {
        var now = Moment.Utc(2026, 10, 5);
        var code = Totp.CodeAt(RfcSecret, Totp.StepOf(now));
        Totp.StepFor(RfcSecret, $" {code[..3]} {code[3..]} ", now).ShouldNotBeNull();
    }

    /// <summary>RFC 4648, section 10, without padding.</summary>
    [Theory]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void A_typed_secret_is_base_32(string text, string typed)
    {
        Totp.Typed(Encoding.ASCII.GetBytes(text)).ShouldBe(typed);
        Totp.Bytes(typed).ShouldBe(Encoding.ASCII.GetBytes(text));
    }
}
