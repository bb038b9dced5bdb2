using Candour.CareRecord.Consent;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Problem;
using Candour.CareRecord.Stepping;
using Candour.CareRecord.Tests.Pathways;
using Candour.CareRecord.Waiting;

namespace Candour.CareRecord.Tests.Stepping;

public sealed class SteppingTests
{
    private static AStory InStep2(string problem = "F329") => AStory.Referred()
        .Tell(AStory.Jo, Streams.Referral(AStory.ReferralId), new ProblemDescriptorRecorded
        {
            Scheme = "01", Code = problem, Significance = "1", RecordedOn = new(2026, 9, 7), Why = "As told.",
        })
        .SignsPlan();

    private static AStory Asks(AStory story, AskStep ask) => story.Does(AStory.Jo, s => ask.Decide(s.Referral, "Amy", s.Now));

    private static AskStep Up => new() { To = 3, Therapy = "304891004", Why = "No change by session 4.", AgreedWithPerson = true };

    [Fact]
    public void Stepping_up_keeps_every_day_waited()
    {
        var story = Asks(InStep2().On(new(2026, 11, 25)), Up);
        story.Referral.Any<PutOnWaitingList>().ShouldBeFalse();
        story.Does(AStory.Sam, s => new AnswerStep(true, null).Decide(s.Referral, AStory.Sam, s.Now));
        var changed = story.Referral.Last<StepChanged>()!;
        (changed.From, changed.To, changed.AskedBy).ShouldBe((2, 3, AStory.Jo.Actor));
        var row = WaitingRow.RowsOf(story.Referral).Single();
        (row.Step, row.CountsFrom, row.IsWaiting).ShouldBe((3, new(2026, 9, 7), true));
    }

    [Fact]
    public void A_supervisor_other_than_who_asked_agrees()
    {
        var story = Asks(InStep2(), Up);
        NextStep.Of(story.Referral)!.ShouldBe(new("Supervisor to agree to the step", NextStep.Supervisors, new(2026, 9, 9)) { Href = "/pathways/REFERRA100000001/step/agree" });
        story.Does(AStory.Jo, s => new AnswerStep(true, null).Decide(s.Referral, AStory.Jo, s.Now)).Refusal.ShouldBeOfType<AgreeOwnStep>();
        Asks(story, Up).Refusal.ShouldBeOfType<StepIsWaiting>();
    }

    [Fact]
    public void A_no_changes_nothing()
    {
        var story = Asks(InStep2(), Up).Does(AStory.Sam, s => new AnswerStep(false, "Two more sessions first.").Decide(s.Referral, AStory.Sam, s.Now));
        Steps.Of(story.Referral).ShouldBe(new Steps(2, null));
        story.Does(AStory.Sam, s => new AnswerStep(true, null).Decide(s.Referral, AStory.Sam, s.Now)).Refusal.ShouldBeOfType<NoStepToAgree>();
    }

    [Fact]
    public void Each_missing_thing_is_asked_for()
    {
        Asks(InStep2(), Up with { Why = " " }).Refusal.ShouldBeOfType<SayWhyTheStep>();
        Asks(InStep2(), Up with { AgreedWithPerson = false }).Refusal!.Message.ShouldBe("Talk with Amy about it first.");
        Asks(InStep2(), Up with { To = 2 }).Refusal.ShouldBeOfType<StepIsThatAlready>();
        Asks(AStory.Referred(), Up).Refusal.ShouldBeOfType<NoMainProblemYet>();
        Asks(InStep2("F431"), Up with { Therapy = AStory.GuidedSelfHelp }).Refusal.ShouldBeOfType<NotAtThisStep>();
    }
}
