using Candour.CareRecord.Pathways;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Supervision;
using Candour.CareRecord.Tests.Pathways;
using Candour.CareRecord.Treatment;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Supervision;

/// <summary>A worry without a safety plan comes to supervision (H39).</summary>
[Trait("Hazard", "H39")]
public sealed class SafetyPlanAgendaTests
{
    private static readonly DateOnly Told = new(2026, 10, 12);

    [Fact]
    public void A_positive_without_a_safety_plan_is_on_the_agenda_until_one_is_written()
    {
        var story = Worried(AStory.Referred());
        var point = Of(story).ShouldHaveSingleItem();
        (point.Kind, point.Since, point.InWords).ShouldBe((AgendaKind.NoSafetyPlan, Told, "A worry about safety was told on 12 October, and there is no safety plan yet."));
        story.Tell(AStory.Jo, story.Person.Stream, new SafetyPlanWritten { Version = 1, Coping = "Walk" });
        Of(story).ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_worry_nobody_is_on_the_agenda_for_having_no_plan() => Of(AStory.Referred()).ShouldBeEmpty();

    [Fact]
    public void A_plan_of_an_earlier_course_counts_once_it_was_gone_through_in_this_one()
    {
        var person = AStory.Referred().Person;
        var old = new History(person.Stream, [new(
            new() { Stream = person.Stream, Sequence = 1, Type = nameof(SafetyPlanWritten), By = AStory.Jo, At = Moment.Utc(2023, 5, 1, 9), CommandId = "old" },
            new SafetyPlanWritten { Version = 1, Coping = "Walk" })]);
        var plan = PlanAtHand.Of(old);
        plan.IsPresent(new(2026, 9, 7)).ShouldBeFalse();
        var again = old.With([new RiskDisclosed { Task = "T", Source = RiskSource.Session }], AStory.Jo, Moment.Utc(2026, 10, 12, 9));
        PlanAtHand.Of(again).WantsReview.ShouldBeTrue();
        var through = again.With([new SafetyPlanGoneThrough { Version = 1 }], AStory.Jo, Moment.Utc(2026, 10, 12, 10));
        PlanAtHand.Of(through).WantsReview.ShouldBeFalse();
        PlanAtHand.Of(through).IsPresent(new(2026, 9, 7)).ShouldBeTrue();
    }

    [Fact]
    public void Each_later_worry_asks_for_the_plan_again_and_going_through_it_is_dated()
    {
        var story = AStory.Referred().On(Told, 9);
        new GoThroughSafetyPlan().Decide(story.Person, story.Now).ShouldBeOfType<Refused>().Because.ShouldBeOfType<NoPlanYet>();
        story.Tell(AStory.Jo, story.Person.Stream, new SafetyPlanWritten { Version = 1, Coping = "Walk" });
        new GoThroughSafetyPlan().Decide(story.Person, story.Now).ShouldBe(Decision.AlreadySo);
        Worried(story, Told.AddDays(7));
        PlanAtHand.Of(story.Person).WantsReview.ShouldBeTrue();
        new GoThroughSafetyPlan().Decide(story.Person, story.Now).ShouldBeOfType<Accepted>();
    }

    [Fact]
    public void What_supervision_decided_takes_it_off_until_the_next_worry()
    {
        var story = Worried(AStory.Referred()).On(Told, 12);
        story.Tell(AStory.Jo, story.Referral.Stream, new AgendaPointDecided { Point = AgendaKind.NoSafetyPlan, Decided = "Jo writes it", Owner = AStory.Jo.Actor, By = Told.AddDays(1) });
        Of(story).ShouldBeEmpty();
        PeopleRow.RowsOf(story.Referral).Single().PlanDecided.ShouldBe(story.Now);
        Of(Worried(story, Told.AddDays(3))).ShouldHaveSingleItem().Since.ShouldBe(Told.AddDays(3));
    }

    private static AStory Worried(AStory story, DateOnly? on = null)
    {
        story.On(on ?? Told, 10);
        var cover = new Cover(AStory.Jo.Actor, null, null, null, story.Now);
        var told = new Told { Source = RiskSource.Session, Referral = story.Referral.Stream.Id, Said = "I cannot go on", Ids = RiskIds.New(new SeededRandomness(on is null ? 1 : 2)) };
        return story.Tell(AStory.Jo, story.Person.Stream, [.. Risk.Disclose(story.Person, told, cover, story.Now).Events.Where(e => e.Stream == story.Person.Stream).Select(e => e.Event)]);
    }

    private static IReadOnlyList<AgendaPoint> Of(AStory story) =>
        Agenda.Of(story.Referral, story.Person, PathwayProjection.Of(story.Referral, story.Person, story.Today), story.Today);
}
