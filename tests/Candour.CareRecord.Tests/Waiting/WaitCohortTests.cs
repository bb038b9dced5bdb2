using Candour.CareRecord.Waiting.Store;

namespace Candour.CareRecord.Tests.Waiting;

public sealed class WaitCohortTests
{
    private static readonly DateOnly From = new(2026, 1, 1), To = new(2026, 12, 31);

    [Fact]
    public void The_official_figure_looks_at_those_who_finished_and_the_other_at_everyone_referred()
    {
        Way[] people =
        [
            // Finished, began on day 30.
            new(new(2026, 1, 10), new(2026, 1, 10), new(2026, 6, 1), new(2026, 1, 20), new(2026, 2, 9), new(2026, 2, 16), new(2026, 2, 9), true),
            // Still waits since day one of the year.
            new(new(2026, 1, 1), new(2026, 1, 1), null, new(2026, 1, 11), null, null, null, false),
            // Left before treatment.
            new(new(2026, 3, 1), new(2026, 3, 1), new(2026, 4, 1), null, null, null, null, false),
            // Referred too lately to have had six weeks.
            new(new(2026, 12, 1), new(2026, 12, 1), null, null, null, null, null, false),
        ];
        var cohort = WaitCohort.Of(people, From, To);
        cohort.OfficialSix.ShouldBe(new(1, 1));
        cohort.EveryoneSix.ShouldBe(new(1, 3));
        cohort.EveryoneEighteen.ShouldBe(new(1, 3));
        (cohort.Referred, cohort.ReferralToFirst.Had, cohort.ReferralToFirst.Waiting, cohort.ReferralToFirst.Left).ShouldBe((4, 1, 2, 1));
        cohort.ReferralToFirst.LongestWaiting.ShouldBe(364);
        (cohort.TalkToFirst.People, cohort.FirstToSecond.People, cohort.FirstToSecond.Half).ShouldBe((2, 1, 7));
    }

    [Fact]
    public void Who_was_closed_and_referred_again_has_waited_since_the_first_day_in_all_but_the_official_figure()
    {
        Way again = new(new(2026, 6, 1), new(2026, 1, 2), new(2026, 12, 1), new(2026, 6, 5), new(2026, 6, 11), new(2026, 6, 18), new(2026, 6, 11), true);
        var cohort = WaitCohort.Of([again], From, To);
        (cohort.EveryoneSix, cohort.EveryoneEighteen).ShouldBe((new(0, 1), new(0, 1)));
        (cohort.ReferralToTalk.Half, cohort.ReferralToFirst.Half).ShouldBe((154, 160));
        cohort.OfficialSix.ShouldBe(new(1, 1));

        var justCame = WaitCohort.Of([again with { Received = new(2026, 12, 1), CountsFrom = new(2026, 7, 4), Talk = null, First = null, Second = null, OfficialFirst = null, Ended = null, Finished = false }], From, To);
        (justCame.EveryoneSix, justCame.EveryoneEighteen).ShouldBe((new(0, 1), new(0, 1)));
    }

    [Fact]
    public void Nothing_after_the_last_day_is_known_yet()
    {
        Way late = new(new(2026, 12, 1), new(2026, 12, 1), new(2027, 3, 1), new(2027, 1, 5), new(2027, 1, 9), null, new(2027, 1, 9), true);
        var cohort = WaitCohort.Of([late], From, To);
        (cohort.ReferralToTalk.Had, cohort.ReferralToTalk.Waiting, cohort.OfficialSix.Of).ShouldBe((0, 1, 0));
    }
}
