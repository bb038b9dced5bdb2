using Candour.CareRecord.Access;

namespace Candour.CareRecord.Tests.Access;

public sealed class PasswordTests
{
    private static readonly string[] Own = ["Jo Demo", "jo.demo@northmere.example", "Northmere Talking Therapies"];

    [Theory]
    [InlineData("a tall yellow teapot")]
    [InlineData("xK9$mmPq2!vRtz7")]
    [InlineData("зелёный чайник поёт")]
    [InlineData("🫖🦆🌧️🚲🎻🪁🧦🥕🛶🪴🎈🧩🐌🌻🥁")]
    [InlineData("jo likes ducks and rain")]
    public void A_long_password_of_any_kind_will_do(string password) => Password.Check(password, Own).ShouldBeNull();

    [Theory]
    [InlineData("14 characters!", typeof(PasswordTooShort))]
    [InlineData("", typeof(PasswordTooShort))]
    [InlineData("passwordpassword", typeof(PasswordLeaked))]
    [InlineData("Password123456789", typeof(PasswordLeaked))]
    [InlineData("PASSW0RD!PASSW0RD!", typeof(PasswordLeaked))]
    [InlineData("correct horse battery staple", typeof(PasswordLeaked))]
    [InlineData("aaaaaaaaaaaaaaaa", typeof(PasswordLeaked))]
    [InlineData("abcabcabcabcabcabc", typeof(PasswordLeaked))]
    [InlineData("abcdefghijklmnop", typeof(PasswordLeaked))]
    [InlineData("qwertyuiopasdfgh", typeof(PasswordLeaked))]
    [InlineData("1234567890123456", typeof(PasswordLeaked))]
    [InlineData("                    ", typeof(PasswordLeaked))]
    [InlineData("jo.demo.northmere", typeof(PasswordOfOwnWords))]
    [InlineData("NorthmereTalking2026", typeof(PasswordOfOwnWords))]
    public void What_attackers_try_first_will_not_do(string password, Type because) =>
        Password.Check(password, Own).ShouldNotBeNull().GetType().ShouldBe(because);

    [Fact]
    public void Length_ends_at_128_characters()
    {
        var longest = string.Concat(Enumerable.Range(0, 32).Select(i => $"d{i:00}k"));
        Password.Check(longest, Own).ShouldBeNull();
        Password.Check(longest + "x", Own).ShouldBeOfType<PasswordTooLong>();
    }
}
