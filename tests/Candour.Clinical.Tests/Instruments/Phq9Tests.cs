using Candour.Clinical.Instruments;

namespace Candour.Clinical.Tests.Instruments;

public sealed class Phq9Tests
{
    private static readonly Instrument Phq9 = Instrument.Find("PHQ9");

    /// <summary>Every one of the 4^9 = 262,144 ways to answer, against a sum made without the instrument.</summary>
    [Fact]
    public void All_answer_vectors_add_up_and_fall_in_the_published_bands()
    {
        Span<int?> answers = stackalloc int?[9];
        for (var vector = 0; vector < 262_144; vector++)
        {
            var naive = 0;
            for (int i = 0, rest = vector; i < 9; i++, rest /= 4)
            {
                answers[i] = rest % 4;
                naive += rest % 4;
            }

            var score = Score.Of(Phq9, answers);
            if (score is null || score.Value != naive || score.Estimated || Phq9.IsCase(naive, new(2026, 4, 1)) != naive > 9)
                Assert.Fail($"Vector {vector}: {score?.Value} instead of {naive}.");
        }
    }

    [Fact]
    public void Any_answer_but_not_at_all_on_item_nine_raises_concern_and_no_other_item_does()
    {
        foreach (var item in Phq9.Items)
        {
            item.RaisesConcern(0).ShouldBeFalse();
            for (var answer = 1; answer <= 3; answer++)
                item.RaisesConcern(answer).ShouldBe(item.Number == 9);
        }
    }
}
