using Candour.CareRecord.Appointments;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Tests.Pathways;
using Candour.Clinical.Pathways.Readings;

namespace Candour.CareRecord.Tests.Sessions;

/// <summary>Official figures count each log as a session on its first day: it is put down and taken out like one.</summary>
public sealed class InternetTherapyTests
{
    private static readonly DateOnly Came = new(2026, 9, 7);

    [Fact]
    public void A_log_of_days_that_are_over_asks_why_and_is_marked_late()
    {
        var story = AStory.Referred().On(new(2026, 9, 21));
        Logs(story, new(2026, 9, 12), new(2026, 9, 18)).Refusal.ShouldBe(new SayWhyLate(2));
        Logs(story, new(2026, 9, 12), new(2026, 9, 18), WhyLate.OffSick).Refusal.ShouldBeNull();
        var mark = story.Referral.All<AddedLate>().ShouldHaveSingleItem();
        (mark.About, mark.Days, mark.Why).ShouldBe(("internet therapy", 2, WhyLate.OffSick));

        Logs(story, new(2026, 9, 19), new(2026, 9, 20)).Refusal.ShouldBeNull();
        story.Referral.All<AddedLate>().Count().ShouldBe(1, "in time, nothing is asked");
    }

    [Fact]
    public void One_made_long_to_begin_far_back_is_late_from_its_first_week_on()
    {
        var story = AStory.Referred().On(new(2026, 11, 23));
        Logs(story, Came, new(2026, 11, 23)).Refusal.ShouldBe(new SayWhyLate(70));
    }

    [Fact]
    public void None_begins_before_the_referral_or_goes_on_after_a_death_and_each_day_is_logged_once()
    {
        var story = AStory.Referred().On(Came.AddDays(7));
        Logs(story, Came.AddDays(-1), Came.AddDays(6)).Refusal.ShouldBe(new LogBeforeReferral(Came));
        Logs(story, Came, Came.AddDays(6)).Refusal.ShouldBeNull();
        Logs(story, Came.AddDays(6), Came.AddDays(7)).Refusal.ShouldBe(new LoggedAlready(Came, Came.AddDays(6)));
        story.Tell(AStory.Jo, Streams.Person(AStory.PersonId), new DeathRecorded { DiedOn = Came.AddDays(6) });
        Logs(story, Came.AddDays(7), Came.AddDays(7)).Refusal.ShouldBe(new LogAfterDeath(Came.AddDays(6)));
    }

    [Fact]
    public void After_the_decision_to_end_a_late_one_waits_for_a_second_person_and_moves_no_figure()
    {
        var story = AStory.Referred().On(new(2026, 11, 23)).DecidesEnding(EndingReason.AdviceWasEnough);
        story.Refusal.ShouldBeNull();
        Logs(story, Came, Came.AddDays(6), WhyLate.Another).Refusal.ShouldBeNull();
        Sessions(story).ShouldBe(0);
        var held = LateEntry.Held(story.Referral);
        held.SelectMany(h => HeldWords.Of(h.Event)).ShouldBe(["Internet therapy, Calm Steps: 7 September to 13 September 2026, 20 minutes of staff time."]);
        Logs(story, Came, Came.AddDays(6), WhyLate.Another).Refusal.ShouldBeOfType<LoggedAlready>();

        story.Does(AStory.Sam, s => new SettleHeld(held[0].Event.Entry, true).Decide(s.Referral, AStory.Sam)).Refusal.ShouldBeNull();
        Sessions(story).ShouldBe(1);
    }

    [Fact]
    public void After_the_end_as_well()
    {
        var story = AStory.Referred().On(new(2026, 11, 23)).DecidesEnding(EndingReason.AdviceWasEnough).On(new(2026, 12, 8)).ClockStrikes();
        Course.Of(story.Referral).IsOpen.ShouldBeFalse();
        Logs(story, Came, Came.AddDays(6), WhyLate.Another).Refusal.ShouldBeNull();
        Sessions(story).ShouldBe(0);
    }

    [Fact]
    public void A_log_taken_back_is_gone_from_the_pathway_and_stands_in_the_history_with_the_reason()
    {
        var story = AStory.Referred().On(Came.AddDays(7));
        Logs(story, Came, Came.AddDays(6));
        Sessions(story).ShouldBe(1);
        var log = LoggedTherapy.Of(story.Referral).Single().Sequence;
        TakesBack(story, AStory.Amy, log, "x").Refusal.ShouldBeOfType<NotYourLog>();
        TakesBack(story, AStory.Jo, log, " ").Refusal.ShouldBe(new SayWhyLogIsWrong());
        TakesBack(story, AStory.Jo, log, "Another person's programme").Refusal.ShouldBeNull();

        Sessions(story).ShouldBe(0);
        story.Referral.Any<InternetTherapyLogged>().ShouldBeTrue();
        var lines = Timeline.Of(PathwayView.Of(story.Referral, story.Person, story.Today)!, _ => "Jo Demo", null).Select(l => l.Words).ToList();
        lines.ShouldContain("Internet therapy, Calm Steps: 7 September to 13 September 2026, taken out on 14 September");
        lines.ShouldContain("Jo Demo took a log of internet therapy out. “Another person's programme”");
        Logs(story, Came, Came.AddDays(6)).Refusal.ShouldBeNull("the right one can be put down now");
    }

    [Fact]
    public void Taking_back_one_that_has_counted_for_more_than_a_day_waits_for_a_second_person()
    {
        var story = AStory.Referred().On(Came.AddDays(7));
        Logs(story, Came, Came.AddDays(6));
        var log = LoggedTherapy.Of(story.Referral).Single().Sequence;
        story.On(Came.AddDays(9));
        TakesBack(story, AStory.Jo, log, "It was somebody else").Refusal.ShouldBeNull();
        Sessions(story).ShouldBe(1);
        TakesBack(story, AStory.Jo, log, "It was somebody else").Refusal.ShouldBeOfType<LogWaitsToGo>();
        HeldWords.Of(LateEntry.Held(story.Referral)[0].Event).ShouldBe(["A log of internet therapy is taken out: It was somebody else"]);
        story.Does(AStory.Sam, s => new SettleHeld(LateEntry.Held(s.Referral)[0].Event.Entry, true).Decide(s.Referral, AStory.Sam));
        Sessions(story).ShouldBe(0);
    }

    [Theory]
    [InlineData(0, "Calm Steps")]
    [InlineData(1, "CalmSteps")]
    [InlineData(6, "Another programme")]
    public void A_day_or_two_of_it_is_not_a_week_whatever_the_programme_is_called(int later, string programme)
    {
        var story = AStory.Referred().On(Came.AddDays(8));
        Logs(story, Came, Came, WhyLate.OffSick).Refusal.ShouldBeNull();
        Logs(story, Came.AddDays(later), Came.AddDays(later), WhyLate.OffSick, programme).Refusal.ShouldBe(new LoggedAlready(Came, Came));
        Sessions(story).ShouldBe(1);
        Logs(story, Came.AddDays(7), Came.AddDays(7), programme: programme).Refusal.ShouldBeNull();
    }

    [Fact]
    public void No_day_is_in_two_logs_of_two_programmes()
    {
        var story = AStory.Referred().On(Came.AddDays(20));
        Logs(story, Came, Came.AddDays(19), WhyLate.OffSick).Refusal.ShouldBeNull();
        Logs(story, Came.AddDays(10), Came.AddDays(16), WhyLate.OffSick, "Other Steps").Refusal.ShouldBe(new LoggedAlready(Came, Came.AddDays(19)));
    }

    [Fact]
    public void One_without_a_minute_of_staff_time_is_a_session_in_the_official_figure_alone()
    {
        var story = AStory.Referred().SignsPlan().On(Came.AddDays(14));
        Logs(story, Came, Came.AddDays(6), WhyLate.OffSick, minutes: 0).Refusal.ShouldBeNull();
        Logs(story, Came.AddDays(7), Came.AddDays(13), minutes: 1).Refusal.ShouldBeNull();
        var pathway = PathwayProjection.Of(story.Referral, story.Person, story.Today);
        (OfficialSessions.Find(pathway, story.Today), ProtocolSessions.Find(pathway, story.Today)).ShouldBe((2, 1));
        Waits.FirstTreatment(pathway, TreatmentRule.Protocol, story.Today).ShouldBe(Came.AddDays(7));
    }

    private static AStory Logs(AStory story, DateOnly from, DateOnly to, WhyLate? why = null, string programme = "Calm Steps", int minutes = 20) => story.Does(AStory.Jo, s =>
        new LogInternetTherapy(from, to, programme, minutes, null, why).Decide(s.Person, s.Referral, AStory.Jo.Actor, s.Now));

    private static AStory TakesBack(AStory story, By by, int log, string why) =>
        story.Does(by, s => new TakeBackInternetTherapy(log, why).Decide(s.Referral, by, s.Now));

    private static int Sessions(AStory story) => OfficialSessions.Find(PathwayProjection.Of(story.Referral, story.Person, story.Today), story.Today);
}
