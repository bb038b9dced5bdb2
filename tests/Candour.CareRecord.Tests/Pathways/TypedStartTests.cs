using Candour.CareRecord.Appointments;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Clinical.Instruments;
using Candour.Clinical.Pathways.Readings;
using Shouldly;
using Xunit;

namespace Candour.CareRecord.Tests.Pathways;

/// <summary>What staff type about the start, afterwards, never makes answers count or stop counting where Start was pressed.</summary>
public sealed class TypedStartTests
{
    private const string A = "APP0000000000001";
    private static readonly DateOnly Day = new(2026, 9, 14);

    [Fact]
    public void Writing_up_with_the_start_the_page_fills_in_changes_nothing()
    {
        var story = AStory.Referred().Books(A, Day).On(Day, 14, 3).After(TimeSpan.FromSeconds(20)).Answers(A, 12, 9)
            .After(TimeSpan.FromSeconds(30)).Begins(A);
        TimingIn(story).ShouldBe(Timing.InWindow);
        TimingIn(WrittenUp(story, new(14, 3))).ShouldBe(Timing.InWindow);
    }

    [Fact]
    public void A_later_start_typed_afterwards_takes_no_late_answers_into_the_window()
    {
        var story = AStory.Referred().Books(A, Day).On(Day, 14).Begins(A, WithoutAnswers.TooUpset).On(Day, 14, 40).Answers(A, 4, 3, late: true);
        TimingIn(WrittenUp(story, new(14, 45))).ShouldBe(Timing.Late);
    }

    [Fact]
    public void An_earlier_start_typed_afterwards_makes_no_answers_late_that_came_before_the_press()
    {
        // 15 minutes before the session; their total is known when the start is typed.
        var story = AStory.Referred().Books(A, Day).On(Day, 13, 45).Answers(A, 24, 18).On(Day, 14).Begins(A);
        var written = WrittenUp(story, new(13, 30));
        TimingIn(written).ShouldBe(Timing.InWindow);
        var there = Appointment.Of(written.Referral).Single();
        (there.Began, there.Attendance!.Started).ShouldBe((London.At(Day, new(14, 0)), London.At(Day, new(13, 30))), "both are kept");
    }

    private static AStory WrittenUp(AStory story, TimeOnly began)
    {
        story.On(Day, 15).Saves(story.Whole(A) with { Attendance = story.Whole(A).Attendance! with { Started = London.At(Day, began), Ended = London.At(Day, new(14, 50)) } });
        story.Refusal.ShouldBeNull();
        Appointment.Of(story.Referral).Single().Closed.ShouldNotBeNull();
        return story;
    }

    private static Timing TimingIn(AStory story)
    {
        var pathway = PathwayProjection.Of(story.Referral, story.Person, story.Today);
        pathway.Measurements[0].Instrument.ShouldBe(Instrument.Phq9);
        return CountedScore.TimingOf(pathway, pathway.Measurements[0]);
    }
}
