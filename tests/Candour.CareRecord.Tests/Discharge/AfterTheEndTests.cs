using Candour.CareRecord.Appointments;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Tests.Pathways;
using Candour.Clinical;
using Candour.Clinical.Codes;

namespace Candour.CareRecord.Tests.Discharge;

public sealed class AfterTheEndTests
{
    private const string Later = "APP0000000000009";
    private static readonly DateOnly Decided = new(2026, 11, 23), LastDay = new(2026, 12, 7);

    [Fact]
    [Trait("Hazard", "H34")]
    public void Nothing_but_a_catch_up_talk_is_booked_for_a_day_after_the_end_and_the_refusal_says_the_way_round()
    {
        var story = Told();
        story.Books(Later, LastDay.AddDays(3)).Refusal!.Message.ShouldBe(
            "Amy's care ends on Monday 7 December 2026. Choose a day until then, book a catch-up talk, or take the ending back first.");
        story.Books(Later, LastDay).Refusal.ShouldBeNull();
        story.Books("APP000000000000A", LastDay.AddDays(30), kind: AppointmentType.FollowUp).Refusal.ShouldBeNull();
        story.Does(AStory.Sam, s => new WithdrawEnding("Talked").Decide(s.Referral, AStory.Sam)).Books("APP000000000000B", LastDay.AddDays(4)).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Nothing_is_moved_past_the_end_by_staff_or_the_person_and_who_says_no_can_move_again()
    {
        var story = Told().Books(Later, LastDay.AddDays(-4));
        story.Does(AStory.Jo, s => Move(s, AStory.Jo)).Refusal.ShouldBeOfType<NoBookingPastTheEnd>();
        story.Does(AStory.Amy, s => Move(s, AStory.Amy)).Refusal.ShouldBeOfType<NoMovePastYourEnd>().Message.ShouldContain("like to talk first: then nothing ends.");
        story.Says(NoticeAnswer.TalkFirst).Does(AStory.Amy, s => Move(s, AStory.Amy)).Refusal.ShouldBeNull();
    }

    [Fact]
    public void What_was_booked_before_the_notice_stays_in_the_diary_through_the_end_and_its_undoing()
    {
        var story = Finished().Books(Later, LastDay.AddDays(3)).DecidesEnding().On(LastDay.AddDays(1)).ClockStrikes();
        Course.Of(story.Referral).EndedOn.ShouldBe(LastDay);
        Appointment.Find(story.Referral, Later)!.IsLive.ShouldBeTrue();
        story.Does(AStory.Sam, s => new UndoEnding("In error").Decide(s.Referral, AStory.Sam));
        Appointment.Find(story.Referral, Later)!.IsLive.ShouldBeTrue();
    }

    [Fact]
    [Trait("Hazard", "H41")]
    public void Who_has_died_is_ended_as_dead_and_by_no_other_reason()
    {
        var story = Finished().Tell(AStory.Sam, Streams.Person(AStory.PersonId), new DeathRecorded { DiedOn = Decided });
        story.DecidesEnding(EndingReason.FinishedTogether, without: NoNotice.Death).Refusal.ShouldBeOfType<DeathIsTheReason>().Message
            .ShouldBe("A death is recorded for Amy. Choose the reason “Died”, or take the death back first if it is wrong.");
        Course.Of(story.Referral).IsOpen.ShouldBeTrue();
    }

    [Theory]
    [InlineData("2026-11-22", true)]
    [InlineData("2026-11-23", false)]
    [InlineData(null, true)]
    public void Nobody_comes_after_the_day_they_died_and_the_refusal_says_to_check_it(string? died, bool refused)
    {
        // Booked for the 23rd; where the day is not known, the death was written down on the 22nd.
        var story = Finished().Books(Later, Decided).On(Decided.AddDays(-1))
            .Tell(AStory.Sam, Streams.Person(AStory.PersonId), new DeathRecorded { DiedOn = died is null ? null : DateOnly.Parse(died, System.Globalization.CultureInfo.InvariantCulture) })
            .On(Decided, 15);
        story.Begins(Later, CareRecord.Sessions.WithoutAnswers.ChoseNotTo);
        (story.Refusal is CameAfterDeath).ShouldBe(refused);
        story.Does(AStory.Jo, s => new RecordAttendance { Appointment = Later, Code = "3" }.Decide(s.Referral, s.Person, AStory.Jo, s.Now)).Refusal.ShouldBeNull("not coming is no contact");
        story.Does(AStory.Jo, s => new RecordAttendance { Appointment = Later, Code = "5" }.Decide(s.Referral, s.Person, AStory.Jo, s.Now));
        (story.Refusal is CameAfterDeath).ShouldBe(refused);
        if (refused)
            story.Refusal!.Message.ShouldContain("died on or before Sunday 22 November 2026, and this is of Monday 23 November 2026. Check the day of death");
    }

    private static Decision Move(AStory story, By by) => new MoveAppointment
    {
        Appointment = Later, With = new(AStory.Jo.Actor, "Jo Demo", 0, 5), Slot = new(LastDay.AddDays(3), new(14, 0), 45),
        AskedBy = by == AStory.Amy ? AskedBy.Person : AskedBy.Us, Phone = "01632 960 123",
    }.Decide(story.Person, story.Referral, by, story.Now);

    private static AStory Told() => Finished().DecidesEnding();

    /// <summary>Two sessions of two, on the day of decision.</summary>
    private static AStory Finished() => AStory.Referred().After(TimeSpan.FromDays(2)).SignsPlan(2)
        .HasSession("APP0000000000001", new(2026, 9, 21), 9, 7)
        .HasSession("APP0000000000002", new(2026, 9, 28), 8, 6)
        .On(Decided);
}
