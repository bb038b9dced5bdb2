using Candour.CareRecord.Referrals;
using Shouldly;
using Xunit;

namespace Candour.CareRecord.Tests.Referrals;

public sealed class WishWordsTests
{
    [Fact]
    public void Codes_of_either_kind_are_said_in_words_with_the_wish_for_a_man() =>
        WishWords.When(["mon", "wednesday", "afternoon"], ["phone", "face to face"], "man")
            .ShouldBe("Monday, Wednesday, afternoons, by phone, face to face, a man as therapist");

    [Fact]
    public void Nothing_said_is_nothing_and_no_preference_is_no_wish()
    {
        WishWords.When(null, null, "no preference").ShouldBeNull();
        WishWords.Help(null).ShouldBeNull();
    }

    [Fact]
    public void An_interpreter_stands_with_the_language() =>
        NeedsWords.Own(NeedCodes.Interpreter, "pl", null).ShouldBe("Interpreter: Polish");
}
