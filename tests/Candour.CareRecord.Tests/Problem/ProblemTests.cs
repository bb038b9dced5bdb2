using Candour.CareRecord.Appointments;
using Candour.CareRecord.Assessment;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Problem;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Tests.Pathways;

namespace Candour.CareRecord.Tests.Problem;

public sealed class ProblemTests
{
    private static AStory Talked() => AStory.Referred().Tell(AStory.Jo, Streams.Referral(AStory.ReferralId),
        new AssessmentBlockSaved { Appointment = "A", Block = AssessmentBlock.Risk });

    [Fact]
    public void A_main_problem_is_not_named_before_risk_was_talked_about()
    {
        var story = AStory.Referred().Does(AStory.Jo, s => new RecordProblem { Key = "F32", Why = "Low for months." }.Decide(s.Referral, s.Now));
        story.Refusal!.Message.ShouldBe("Talk about risk and the story first.");
    }

    [Fact]
    public void It_is_kept_with_its_code_its_reason_and_as_the_problem_of_the_assessment()
    {
        var story = Talked().Does(AStory.Jo, s => new RecordProblem { Key = "BDD", Why = "Hours at the mirror." }.Decide(s.Referral, s.Now));
        var recorded = story.Referral.Last<ProblemDescriptorRecorded>()!;
        (recorded.Scheme, recorded.Code, recorded.Significance, recorded.AtAssessment).ShouldBe(("04", "83482000", "1", true));
        MainProblem.Of(story.Referral)!.Key.ShouldBe("BDD");
    }

    [Fact]
    public void A_later_value_stands_beside_the_earlier_and_is_not_the_one_of_the_assessment()
    {
        var story = Talked()
            .Does(AStory.Jo, s => new RecordProblem { Key = "F32", Why = "Low for months." }.Decide(s.Referral, s.Now))
            .Tell(AStory.Jo, Streams.Referral(AStory.ReferralId), new AssessmentClosed { Appointment = "A" })
            .After(TimeSpan.FromDays(30))
            .Does(AStory.Jo, s => new RecordProblem { Key = "F431", Why = "Told me about the crash." }.Decide(s.Referral, s.Now));
        story.Referral.All<ProblemDescriptorRecorded>().Select(p => (p.Code, p.AtAssessment)).ShouldBe([("F329", true), ("F431", false)]);
    }

    [Fact]
    public void Without_a_reason_or_on_an_impossible_day_it_is_refused()
    {
        var story = Talked().Does(AStory.Jo, s => new RecordProblem { Key = "F32" }.Decide(s.Referral, s.Now));
        story.Refusal.ShouldBeOfType<SayWhyThisProblem>();
        story.Does(AStory.Jo, s => new RecordProblem { Key = "F32", Why = "Low.", RecordedOn = s.Today.AddDays(1) }.Decide(s.Referral, s.Now)).Refusal.ShouldBeOfType<ProblemInFuture>();
        story.Does(AStory.Jo, s => new RecordProblem { Key = "F32", Why = "Low.", RecordedOn = s.Today.AddDays(-1) }.Decide(s.Referral, s.Now)).Refusal.ShouldBeOfType<ProblemBeforeReferral>();
        story.Does(AStory.Jo, s => new RecordProblem { Key = "none", Why = "Low." }.Decide(s.Referral, s.Now)).Refusal.ShouldBeOfType<NoSuchProblem>();
    }

    [Fact]
    public void More_than_a_day_late_asks_why_and_says_so_for_ever()
    {
        var story = Talked().After(TimeSpan.FromDays(5));
        var record = new RecordProblem { Key = "F32", Why = "Low.", RecordedOn = story.Today.AddDays(-3) };
        story.Does(AStory.Jo, s => record.Decide(s.Referral, s.Now)).Refusal!.Message.ShouldContain("Why now?");
        story.Does(AStory.Jo, s => (record with { WhyLate = WhyLate.OffSick }).Decide(s.Referral, s.Now)).Refusal.ShouldBeNull();
        story.Referral.Last<ProblemDescriptorRecorded>()!.EnteredLate.ShouldBe(WhyLate.OffSick);
    }

    [Fact]
    public void Added_late_after_the_decision_to_end_it_waits_for_a_second_person()
    {
        var story = Talked().After(TimeSpan.FromDays(5)).DecidesEnding(CareRecord.Discharge.EndingReason.AdviceWasEnough);
        story.Does(AStory.Jo, s => new RecordProblem { Key = "F32", Why = "Low.", RecordedOn = s.Today.AddDays(-3), WhyLate = WhyLate.OffSick }.Decide(s.Referral, s.Now))
            .Refusal.ShouldBeNull();
        MainProblem.Of(story.Referral).ShouldBeNull();
        story.Does(AStory.Sam, s => new SettleHeld(LateEntry.Held(s.Referral)[0].Event.Entry, true).Decide(s.Referral, AStory.Sam));
        MainProblem.Of(story.Referral)!.Key.ShouldBe("F32");
    }

    [Fact]
    public void After_the_end_it_is_kept_as_late_knowledge_and_moves_no_figure()
    {
        var story = Talked().Tell(AStory.Jo, Streams.Referral(AStory.ReferralId),
            new ReferralNotForUs { DecidedOn = new(2026, 9, 8), EndCode = "11" });
        story.Does(AStory.Jo, s => new RecordProblem { Key = "F431", Why = "Known now." }.Decide(s.Referral, s.Now));
        story.Referral.Last<ProblemDescriptorRecorded>()!.OutcomeKnown.ShouldBeTrue();
        MainProblem.OutcomeKnown.ShouldBe("The outcome of this course is known. Adding a problem now is kept as late and does not change which questions counted.");
    }
}
