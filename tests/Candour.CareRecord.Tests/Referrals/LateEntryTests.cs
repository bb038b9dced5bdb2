using Candour.CareRecord.Appointments;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Facts;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Tests.Pathways;

namespace Candour.CareRecord.Tests.Referrals;

/// <summary>After the decision to end care one person alone enters nothing late.</summary>
public sealed class LateEntryTests
{
    private const string Session = "APP0000000000008";
    private static readonly Fact Home = FactsOfLife.All.First(f => f.Says == typeof(AccommodationRecorded));

    [Fact]
    public void A_late_try_waits_for_a_second_person_and_is_then_the_very_same()
    {
        var story = Tried(Ending());
        story.Refusal.ShouldBeNull();
        story.Referral.Any<ContactTried>().ShouldBeFalse();
        story.Referral.Any<AddedLate>().ShouldBeFalse();
        var next = NextStep.Of(story.Referral)!;
        (next.Owner, next.Href).ShouldBe((NextStep.Supervisors, $"/pathways/{AStory.ReferralId}/late"));

        var entry = LateEntry.Held(story.Referral).Select(h => h.Event.Entry).Distinct().ShouldHaveSingleItem();
        story.Does(AStory.Jo, s => new SettleHeld(entry, true).Decide(s.Referral, AStory.Jo)).Refusal.ShouldBeOfType<SecondPersonIsAnother>();
        story.Does(AStory.Sam, s => new SettleHeld(entry, true).Decide(s.Referral, AStory.Sam)).Refusal.ShouldBeNull();
        var tried = story.Referral.Last<ContactTried>()!;
        (tried.Way, tried.TriedAt, tried.Outcome, tried.Words, tried.EnteredLate)
            .ShouldBe((Ways.Call, story.Now.Minus(TimeSpan.FromDays(3)), TryOutcome.NoAnswer, "Rang twice", WhyLate.OffSick));
        story.Referral.Last<AddedLate>()!.Days.ShouldBe(3);
        LateEntry.Held(story.Referral).ShouldBeEmpty();
        story.Does(AStory.Sam, s => new SettleHeld(entry, true).Decide(s.Referral, AStory.Sam)).Refusal.ShouldBeOfType<NothingToConfirm>();
    }

    [Fact]
    public void A_late_fact_about_the_person_waits_on_the_referral_and_goes_where_it_belongs()
    {
        var story = Lives(Ending());
        story.Person.Any<AccommodationRecorded>().ShouldBeFalse();
        story.Does(AStory.Sam, s => new SettleHeld(LateEntry.Held(s.Referral)[0].Event.Entry, true).Decide(s.Referral, AStory.Sam));
        story.Person.Last<AccommodationRecorded>()!.Accommodation.ShouldBe("MA");
        story.Person.Last<AddedLate>()!.Why.ShouldBe(WhyLate.PersonToldLater);
    }

    [Fact]
    public void It_holds_after_the_end_has_come_as_well()
    {
        var story = Ending().On(new(2026, 12, 8)).ClockStrikes();
        Course.Of(story.Referral).IsOpen.ShouldBeFalse();
        Tried(story).Referral.Any<ContactTried>().ShouldBeFalse();
        LateEntry.Held(story.Referral).ShouldNotBeEmpty();
    }

    [Fact]
    public void Whoever_entered_it_may_take_it_out_and_it_stays_out()
    {
        var story = Tried(Ending());
        story.Does(AStory.Jo, s => new SettleHeld(LateEntry.Held(s.Referral)[0].Event.Entry, false).Decide(s.Referral, AStory.Jo)).Refusal.ShouldBeNull();
        LateEntry.Held(story.Referral).ShouldBeEmpty();
        story.Referral.Any<ContactTried>().ShouldBeFalse();
    }

    [Fact]
    public void What_was_done_in_a_session_written_up_late_says_why_and_after_the_decision_waits_while_a_worry_does_not()
    {
        var story = Open().Books(Session, new(2026, 11, 24)).On(new(2026, 11, 24), 14).Begins(Session, WithoutAnswers.CrisisFirst)
            .On(new(2026, 11, 24), 15).Does(AStory.Jo, s => new RecordAttendance { Appointment = Session, Code = "5" }.Decide(s.Referral, s.Person, AStory.Jo, s.Now));
        var whole = story.Whole(Session) with
        {
            Attendance = null, Spoken = SpokenThoughts.Some, Homework = "One walk a day.", AskSupervisor = "Whether to go on at step 2.",
        };
        story.On(new(2026, 11, 27)).Saves(whole).Refusal.ShouldBe(new WhyNow(3));
        story.DecidesEnding(EndingReason.AdviceWasEnough).Refusal.ShouldBeNull();

        story.Saves(whole with { WhyLate = WhyLate.OffSick }).Refusal.ShouldBeNull();
        var there = Appointment.Find(story.Referral, Session)!;
        (there.Saved, there.Closed).ShouldBe((null, null), "one person alone makes no contact count");
        there.Notes.ShouldHaveSingleItem();
        RiskTask.OpenOf(story.Person).ShouldNotBeNull();
        var words = LateEntry.Held(story.Referral).SelectMany(h => HeldWords.Of(h.Event)).ToList();
        words.ShouldContain("With this the session is complete.");
        words.ShouldContain("What they will try until next time: One walk a day.");
        words.ShouldContain("Ask the supervisor about: Whether to go on at step 2.");

        story.Saves(whole with { WhyLate = WhyLate.OffSick }).Refusal.ShouldBeNull();
        LateEntry.Held(story.Referral).Select(h => h.Event.Entry).Distinct().ShouldHaveSingleItem("sent again, it waits once");
        story.Saves(whole with { WhyLate = WhyLate.OffSick, PartsDone = ["review"] }).Refusal.ShouldBeOfType<WriteUpWaits>();

        story.Does(AStory.Sam, s => new SettleHeld(LateEntry.Held(s.Referral)[0].Event.Entry, true).Decide(s.Referral, AStory.Sam)).Refusal.ShouldBeNull();
        there = Appointment.Find(story.Referral, Session)!;
        there.Saved!.PartsDone.ShouldBe(["review", "practice"]);
        there.Closed.ShouldNotBeNull();
        story.Referral.Last<AddedLate>()!.About.ShouldBe($"session/{Session}");
    }

    [Fact]
    public void A_correction_of_who_came_sent_along_lets_no_late_write_up_count_by_one_person_alone()
    {
        var story = Open().SignsPlan().Books(Session, new(2026, 11, 24)).On(new(2026, 11, 24), 14).Begins(Session, WithoutAnswers.CrisisFirst)
            .On(new(2026, 11, 24), 15).Does(AStory.Jo, s => new RecordAttendance { Appointment = Session, Code = "5" }.Decide(s.Referral, s.Person, AStory.Jo, s.Now))
            .DecidesEnding(EndingReason.AdviceWasEnough, anyway: true).On(new(2026, 11, 27));
        story.Refusal.ShouldBeNull();
        // What the page of the session sends: who came goes with every save, and differs from what the front desk ticked.
        var whole = story.Whole(Session) with
        {
            WhyLate = WhyLate.OffSick,
            Attendance = new() { Appointment = Session, Code = "5", Started = Clinical.Moment.Utc(2026, 11, 24, 14), WhyLate = WhyLate.OffSick },
        };
        story.Saves(whole).Refusal.ShouldBeNull();
        var there = Appointment.Find(story.Referral, Session)!;
        (there.Saved, there.Closed).ShouldBe((null, null), "one person alone makes no contact count");
        there.Waiting!.Started.ShouldNotBeNull();
        LateEntry.Held(story.Referral).Select(h => LateEntry.Made(h.Event).GetType()).ShouldBe([typeof(SessionSaved), typeof(AddedLate), typeof(SessionClosed)]);
        story.Saves(whole).Refusal.ShouldBeNull();
        LateEntry.Held(story.Referral).Count.ShouldBe(3, "sent again, it waits once");

        story.Does(AStory.Sam, s => new SettleHeld(LateEntry.Held(s.Referral)[0].Event.Entry, true).Decide(s.Referral, AStory.Sam)).Refusal.ShouldBeNull();
        Appointment.Find(story.Referral, Session)!.Closed!.ContactType.ShouldBe("02");
    }

    [Fact]
    public void A_session_whose_first_word_on_who_came_was_late_closes_once_a_second_person_has_confirmed_it()
    {
        var story = Open().SignsPlan().Books(Session, new(2026, 11, 24)).On(new(2026, 11, 24), 14).Begins(Session, WithoutAnswers.CrisisFirst)
            .On(new(2026, 11, 27)).DecidesEnding(EndingReason.AdviceWasEnough, anyway: true);
        story.Refusal.ShouldBeNull();
        var whole = story.Whole(Session) with { WhyLate = WhyLate.OffSick, Attendance = story.Whole(Session).Attendance! with { WhyLate = WhyLate.OffSick } };
        story.Saves(whole).Refusal.ShouldBeNull();
        Appointment.Find(story.Referral, Session)!.IsNotKnownYet.ShouldBeTrue();
        story.Does(AStory.Sam, s => new ConfirmLateEntry(Session).Decide(s.Referral, AStory.Sam)).Refusal.ShouldBeNull();

        story.Saves(whole).Refusal.ShouldBeNull();
        Appointment.Find(story.Referral, Session)!.Closed.ShouldNotBeNull("nothing new was typed, and nothing is missing");
    }

    [Fact]
    public void What_waits_is_said_in_words_to_whoever_confirms_it()
    {
        var tried = HeldWords.Of(LateEntry.Held(Tried(Ending()).Referral)[0].Event).ShouldHaveSingleItem();
        tried.ShouldStartWith("Phone call, Friday 20 November 2026, ");
        tried.ShouldEndWith(": no answer.");
        var home = string.Join("; ", LateEntry.Held(Lives(Ending()).Referral).SelectMany(h => HeldWords.Of(h.Event)));
        home.ShouldBe("Accommodation: MA; Recorded on: 20 November 2026");
    }

    [Fact]
    public void Before_the_decision_and_in_time_nothing_waits()
    {
        Tried(Open()).Referral.Any<ContactTried>().ShouldBeTrue();
        Lives(Open()).Person.Any<AccommodationRecorded>().ShouldBeTrue();
        Ending().Does(AStory.Jo, s => new AddTry("t", Ways.Call, s.Now, TryOutcome.NoAnswer, null, null, null).Decide(s.Referral, s.Person, s.Now))
            .Referral.Any<ContactTried>().ShouldBeTrue();
    }

    private static AStory Tried(AStory story) => story.Does(AStory.Jo, s => new AddTry(
        "t", Ways.Call, s.Now.Minus(TimeSpan.FromDays(3)), TryOutcome.NoAnswer, "Rang twice", null, WhyLate.OffSick).Decide(s.Referral, s.Person, s.Now));

    private static AStory Lives(AStory story) => story.Does(AStory.Jo, s => new AddFact(
        Home, new AccommodationRecorded { Accommodation = "MA", RecordedOn = s.Today.AddDays(-3) }, null, WhyLate.PersonToldLater)
        .Decide(s.Person, s.Referral, AStory.Jo, s.Now));

    private static AStory Open() => AStory.Referred().On(new(2026, 11, 23));

    private static AStory Ending()
    {
        var story = Open().DecidesEnding(EndingReason.AdviceWasEnough);
        Course.Of(story.Referral).IsInNotice.ShouldBeTrue();
        return story;
    }
}
