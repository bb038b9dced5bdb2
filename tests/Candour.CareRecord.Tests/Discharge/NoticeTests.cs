using Candour.CareRecord.Appointments;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Tests.Pathways;
using Shouldly;
using Xunit;
using static Candour.CareRecord.Tests.Discharge.EndingTests;

namespace Candour.CareRecord.Tests.Discharge;

/// <summary>The days between the decision and the end: how they run, what stops them, and what the person says.</summary>
public sealed class NoticeTests
{
    [Fact]
    public void Decision_notice_and_effective_day_are_three_facts_and_the_last_is_worked_out()
    {
        var story = Finished().DecidesEnding();
        var course = Course.Of(story.Referral);

        course.DecidedOn.ShouldBe(Decided);
        course.Notice!.Told.ShouldBe(Decided);
        course.Notice.Effective.ShouldBe(new(2026, 12, 7));
        course.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void Care_ends_by_the_clock_when_the_effective_day_is_over_and_not_before()
    {
        var story = Finished().DecidesEnding();
        story.On(new(2026, 12, 7), 23, 59).ClockStrikes();
        Course.Of(story.Referral).IsOpen.ShouldBeTrue();

        story.On(new(2026, 12, 8), 0, 5).ClockStrikes();
        var ended = Course.Of(story.Referral).Ended!;
        (ended.Day, ended.Decided, ended.Told, ended.EndCode).ShouldBe((new(2026, 12, 7), Decided, Decided, "46"));
    }

    [Fact]
    public void A_clock_that_was_stopped_for_days_does_not_move_the_effective_day()
    {
        var story = Finished().DecidesEnding().On(new(2026, 12, 11)).ClockStrikes();
        Course.Of(story.Referral).EndedOn.ShouldBe(new(2026, 12, 7));
    }

    [Fact]
    public void Being_happy_with_it_does_not_shorten_the_fourteen_days()
    {
        var story = Finished().DecidesEnding().After(TimeSpan.FromDays(1)).Says(NoticeAnswer.Happy).After(TimeSpan.FromDays(1)).ClockStrikes();
        var course = Course.Of(story.Referral);
        course.Accepted.ShouldBeTrue();
        course.IsOpen.ShouldBeTrue();
    }

    [Theory]
    [InlineData(NoticeAnswer.TalkFirst, false)]
    [InlineData(NoticeAnswer.CarryOn, true)]
    public void An_objection_stops_the_ending_by_the_act_itself_and_somebody_has_to_talk(NoticeAnswer answer, bool disagrees)
    {
        var story = Finished().DecidesEnding().After(TimeSpan.FromDays(2)).Says(answer, "I am not ready");
        story.On(new(2027, 2, 1)).ClockStrikes();

        var course = Course.Of(story.Referral);
        course.IsOpen.ShouldBeTrue();
        course.Objection!.Disagrees.ShouldBe(disagrees);
        course.Held!.Owner.ShouldBe(AStory.Sam.Actor);
        course.Held.TalkBy.ShouldBe(new(2026, 12, 2));
        NextStep.Of(story.Referral)!.Owner.ShouldBe(AStory.Sam.Actor);
    }

    [Fact]
    public void Saying_it_twice_changes_nothing()
    {
        var story = Finished().DecidesEnding().Says(NoticeAnswer.CarryOn, "No");
        var version = story.Referral.Version;
        story.Says(NoticeAnswer.CarryOn, "No").Referral.Version.ShouldBe(version);
    }

    [Fact]
    public void A_risk_answer_on_the_last_day_holds_the_end_until_it_is_closed()
    {
        var story = Finished().DecidesEnding().On(new(2026, 12, 6));
        WithRisk(story).On(new(2026, 12, 8)).ClockStrikes();
        Course.Of(story.Referral).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void A_contact_in_the_notice_stays_in_the_course()
    {
        var story = Finished().DecidesEnding().HasSession("APP0000000000009", new(2026, 12, 1)).On(new(2026, 12, 8)).ClockStrikes();
        Appointment.Of(story.Referral)[^1].Type.ShouldBe("02");
        Course.Of(story.Referral).Ended!.LastContact.ShouldBe(new(2026, 12, 1));
    }

    [Fact]
    public void A_death_stops_the_notice_in_the_same_write_and_the_clock_ends_nothing()
    {
        var story = Dies(Finished().DecidesEnding());
        Course.Of(story.Referral).IsInNotice.ShouldBeFalse();
        NextStep.Of(story.Referral)!.What.ShouldBe("Has died: end care");
        story.On(new(2026, 12, 20)).ClockStrikes();
        Course.Of(story.Referral).IsOpen.ShouldBeTrue();

        story.DecidesEnding(EndingReason.Died, without: NoNotice.Death).Refusal.ShouldBeNull();
        var ended = Course.Of(story.Referral).Ended!;
        (ended.Day, ended.WithoutNotice, ended.Told).ShouldBe((new(2026, 12, 20), NoNotice.Death, null));
    }

    [Fact]
    public void The_clock_ends_no_care_of_a_dead_person_even_where_the_notice_was_not_stopped()
    {
        var story = Finished().DecidesEnding().Tell(AStory.Sam, Streams.Person(AStory.PersonId), new DeathRecorded());
        story.On(new(2026, 12, 20)).ClockStrikes();
        Course.Of(story.Referral).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void A_death_taken_back_lets_the_notice_run_anew_with_all_its_days()
    {
        var story = Dies(Finished().DecidesEnding()).On(new(2026, 12, 20));
        story.Does(AStory.Sam, s => RecordDeath.Withdraw(s.Person, "Another person", EndOfCare.LiftStop([s.Referral], 14, s.Now))).Refusal.ShouldBeNull();
        Course.Of(story.Referral).IsInNotice.ShouldBeTrue();
        // Its message was stopped and none goes by itself: the days begin when somebody has told them.
        story.On(new(2027, 1, 4), 1).ClockStrikes();
        Course.Of(story.Referral).IsOpen.ShouldBeTrue();
        NextStep.Of(story.Referral)!.What.ShouldBe("Tell them about the ending");
        Tells(story, null, "Told her on the phone").Refusal.ShouldBeOfType<ChooseHowTold>();
        Tells(story, ToldHow.Letter, "Told her on the phone").Refusal.ShouldBeOfType<ChooseHowTold>("a letter is posted on its own page");
        Tells(story, ToldHow.Telephone, " ").Refusal.ShouldBeOfType<SayWhatYouTold>().Field.ShouldBe("Told");
        Course.Of(story.Referral).NotTold.ShouldBeTrue("one press tells nobody");
        Tells(story, ToldHow.Telephone, " She had hoped for it ").Refusal.ShouldBeNull();
        (Course.Of(story.Referral).Notice!.How, Course.Of(story.Referral).Notice!.InWords).ShouldBe((ToldHow.Telephone, "She had hoped for it"));
        Course.Of(story.Referral).Notice!.Effective.ShouldBe(new(2027, 1, 18));
        Tells(story, ToldHow.Telephone, "Again").Refusal.ShouldBeOfType<NothingToTell>();

        story.On(new(2027, 1, 19), 1).ClockStrikes();
        Course.Of(story.Referral).EndedOn.ShouldBe(new(2027, 1, 18));
    }

    [Fact]
    public void What_a_person_had_said_against_the_ending_stands_again_when_the_death_is_taken_back()
    {
        var story = Finished().DecidesEnding().Says(NoticeAnswer.CarryOn, "No");
        var before = NextStep.Of(story.Referral);
        Dies(story).Does(AStory.Sam, s => RecordDeath.Withdraw(s.Person, "Another person", EndOfCare.LiftStop([s.Referral], 14, s.Now)));
        NextStep.Of(story.Referral).ShouldBe(before);
        Course.Of(story.Referral).IsHeld.ShouldBeTrue();
    }

    private static AStory Tells(AStory story, ToldHow? how, string words) =>
        story.Does(AStory.Jo, s => new TellOfEnding(how, words).Decide(s.Referral, AStory.Jo, s.Now));
}
