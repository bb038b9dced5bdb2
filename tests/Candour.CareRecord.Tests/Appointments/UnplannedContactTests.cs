using Candour.CareRecord.Appointments;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.OptIn.Store;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Tests.Pathways;
using Candour.CareRecord.Treatment;
using Candour.CareRecord.Waiting;
using Candour.Clinical;
using Candour.Clinical.Pathways.Readings;
using Shouldly;
using Xunit;
using Stage = Candour.CareRecord.Referrals.Stage;

namespace Candour.CareRecord.Tests.Appointments;

/// <summary>A contact that nobody planned is entered when it has happened, and counts once somebody says who came.</summary>
public sealed class UnplannedContactTests
{
    private const string A = "APP0000000000001";
    private const string B = "APP0000000000002";
    private static readonly DateOnly Monday = new(2026, 9, 14);

    [Fact]
    public void It_cannot_be_entered_before_it_has_happened()
    {
        var story = AStory.Referred().On(Monday, 10);
        Enter(story, Monday, new(10, 1)).Refusal.ShouldBeOfType<UnplannedHasHappened>();
        story.Refusal!.Field.ShouldBe("Planned");
        Appointment.Of(story.Referral).ShouldBeEmpty();
    }

    [Fact]
    public void It_takes_no_slot_and_is_in_no_figure_until_somebody_says_who_came()
    {
        var story = Enter(AStory.Referred().On(Monday, 10), Monday, new(9, 7));
        story.Refusal.ShouldBeNull();
        var there = Appointment.Of(story.Referral).Single();
        there.IsAttended.ShouldBeFalse();
        DiaryRow.RowsOf(story.Referral).ShouldBeEmpty();
        var before = PathwayProjection.Of(story.Referral, story.Person, story.Today);
        (Waits.FirstAssessment(before, story.Today), Waits.LastSeen(before, story.Today)).ShouldBe((null, null));

        story.Does(AStory.Jo, s => new RecordAttendance { Appointment = A, Code = "5" }.Decide(s.Referral, s.Person, AStory.Jo, s.Now)).Refusal.ShouldBeNull();
        var after = PathwayProjection.Of(story.Referral, story.Person, story.Today);
        (Waits.FirstAssessment(after, story.Today), Waits.LastSeen(after, story.Today)).ShouldBe((null, Monday), "what it was is not known before it is written up");
        after.Contacts[0].Planned.ShouldBe(false);
    }

    [Fact]
    public void It_is_neither_moved_nor_called_off()
    {
        var story = Enter(AStory.Referred().On(Monday, 10), Monday, new(9, 7));
        story.Does(AStory.Jo, s => new CancelAppointment { Appointment = A, AskedBy = AskedBy.Us }.Decide(s.Referral, AStory.Jo, s.Now))
            .Refusal.ShouldBeOfType<UnplannedStays>();
    }

    [Fact]
    public void One_before_the_referral_is_refused_and_says_when_the_referral_came()
    {
        var story = Enter(AStory.Referred().On(Monday, 10), Monday.AddYears(-1), new(9, 7));
        story.Refusal.ShouldBeOfType<BeforeTheReferral>().Message.ShouldBe(
            "Amy's referral came on Monday 7 September 2026. Check the day: a contact cannot have been before it.");
        Appointment.Of(story.Referral).ShouldBeEmpty();
        Enter(AStory.Referred().On(Monday, 10), new(2026, 9, 7), new(8, 0)).Refusal.ShouldBeNull("on its day, and before its hour");
    }

    [Fact]
    public void One_does_not_lie_over_a_session_that_was_held()
    {
        var story = Enter(AStory.Referred().HasSession(B, Monday.AddDays(7)).On(Monday.AddDays(7), 16), Monday.AddDays(7), new(14, 20));
        story.Refusal.ShouldBeOfType<WasSeenThen>().Message.ShouldBe("Amy was seen at 2pm then: it is entered already. Check the time, or add to that contact.");
        Enter(story, Monday.AddDays(7), new(14, 45)).Refusal.ShouldBeNull();
    }

    [Theory]
    [InlineData("2")]
    [InlineData("3")]
    [InlineData("4")]
    [InlineData("7")]
    public void One_to_which_nobody_came_is_seen_in_no_list_and_in_no_figure(string code)
    {
        var story = Came(Enter(AStory.Referred().On(Monday, 10), Monday, new(9, 7)), "5");
        PeopleRow.RowsOf(story.Referral).Single().FirstTalk.ShouldBe(Monday);
        Came(story, code).Refusal.ShouldBeNull();
        Appointment.Of(story.Referral).Single().IsAttended.ShouldBeFalse();
        InNoFigure(story);
    }

    [Fact]
    public void One_entered_by_mistake_is_taken_out_with_its_reason_and_stays_struck_through()
    {
        var story = Came(Enter(AStory.Referred().On(Monday, 10), Monday, new(9, 7)), "5");
        TakesOut(story, AStory.Jo, " ").Refusal.ShouldBeOfType<SayWhyItWasAMistake>().Field.ShouldBe("Mistake");
        TakesOut(story, AStory.Jo, "Two tabs").Refusal.ShouldBeNull();

        Appointment.Of(story.Referral).Single().IsTakenOut.ShouldBeTrue();
        AppointmentRow.RowsOf(story.Referral).Single().State.ShouldBe(AppointmentState.Cancelled);
        InNoFigure(story);
        Heard.Last(story.Referral).ShouldBe(new DateOnly(2026, 9, 7), "the referral");
        var view = PathwayView.Of(story.Referral, story.Person, story.Today)!;
        var line = Timeline.Of(view, id => id, TimelineKind.Contacts).Single(l => l.TakenOut is not null);
        (line.Day, line.TakenOut).ShouldBe((Monday, "Entered by mistake, taken out. “Two tabs”"));
        var version = story.Referral.Version;
        TakesOut(story, AStory.Jo, "Two tabs").Referral.Version.ShouldBe(version, "once is enough");
        Came(story, "5").Refusal.ShouldBeOfType<AlreadyCancelled>();
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void One_that_has_counted_goes_only_on_a_second_persons_word(bool late, bool answered)
    {
        var story = Came(Enter(AStory.Referred().On(Monday, 10), Monday, new(9, 7)), "5");
        if (answered)
            story.Answers(A, 20, 15);
        TakesOut(story.On(Monday.AddDays(late ? 3 : 0), 17), AStory.Jo, "The wrong Amy").Refusal.ShouldBeNull();
        Appointment.Of(story.Referral).Single().IsTakenOut.ShouldBeFalse();
        TakeOutContact.Waits(story.Referral, A).ShouldBeTrue();
        var held = LateEntry.Held(story.Referral)[0].Event;
        HeldWords.Of(held).ShouldBe(["Entered by mistake: The wrong Amy"]);
        var version = story.Referral.Version;
        TakesOut(story, AStory.Jo, "The wrong Amy").Referral.Version.ShouldBe(version);

        story.Does(AStory.Jo, s => new SettleHeld(held.Entry, true).Decide(s.Referral, AStory.Jo)).Refusal.ShouldBeOfType<SecondPersonIsAnother>();
        story.Does(AStory.Sam, s => new SettleHeld(held.Entry, true).Decide(s.Referral, AStory.Sam)).Refusal.ShouldBeNull();
        Appointment.Of(story.Referral).Single().IsTakenOut.ShouldBeTrue();
        InNoFigure(story);
        story.Referral.All<AddedLate>().Count().ShouldBe(late ? 1 : 0);
    }

    [Fact]
    public void One_that_was_planned_is_not_taken_out() =>
        AStory.Referred().Books(A, Monday).On(Monday, 15).Does(AStory.Jo, s => new TakeOutContact(A, "A mistake").Decide(s.Referral, s.Now))
            .Refusal.ShouldBeOfType<PlannedIsNotTakenOut>();

    [Fact]
    public void One_called_off_in_an_older_record_is_seen_in_no_figure()
    {
        var story = AStory.Referred().On(Monday, 9).Tell(AStory.Jo, Streams.Referral(AStory.ReferralId),
            new AppointmentBooked
            {
                Appointment = A, Person = AStory.PersonId, Clinician = AStory.Jo.Actor, Starts = London.At(Monday, new(11, 0)), Ends = London.At(Monday, new(11, 45)),
                Kind = "01", Medium = Media.Telephone, Planned = ForTheReturn.NotPlanned,
            },
            new AppointmentCancelled { Appointment = A, AskedBy = AskedBy.Us });
        Appointment.Of(story.Referral).Single().IsAttended.ShouldBeFalse();
        AppointmentRow.RowsOf(story.Referral).Single().State.ShouldBe(AppointmentState.Cancelled);
        Waits.FirstAssessment(PathwayProjection.Of(story.Referral, story.Person, Monday), Monday).ShouldBeNull();
    }

    [Fact]
    [Trait("Hazard", "H11")]
    public void It_takes_no_unread_referral_off_the_inbox_entered_attended_or_taken_out()
    {
        var story = Enter(AStory.Referred().On(Monday, 10), Monday, new(9, 7));
        Standing.Of(story.Referral).ShouldBe(Stage.Inbox);
        InboxRow.RowsOf(story.Referral).ShouldHaveSingleItem();
        Came(story, "5");
        InboxRow.RowsOf(story.Referral).ShouldHaveSingleItem();
        TakesOut(story, AStory.Jo, "The wrong Amy");
        InboxRow.RowsOf(story.Referral).ShouldHaveSingleItem();

        story.Does(AStory.Jo, s => Screening.Accept(s.Referral)).Refusal.ShouldBeNull("nobody had decided");
        Standing.Of(story.Referral).ShouldBe(Stage.Reaching);
    }

    [Fact]
    public void Who_is_being_reached_stays_so_until_they_were_seen_and_again_when_they_were_not()
    {
        var story = AStory.Referred().Does(AStory.Jo, s => Screening.Accept(s.Referral));
        var accepted = story.Now;
        Enter(story.On(Monday, 10), Monday, new(9, 7));
        Standing.Of(story.Referral).ShouldBe(Stage.Reaching, "nobody says that they came");
        Came(story, "3");
        Standing.Of(story.Referral).ShouldBe(Stage.Reaching);
        Came(story, "5");
        Standing.Of(story.Referral).ShouldBe(Stage.Booked);
        TakesOut(story, AStory.Jo, "The wrong Amy");
        ReachRow.RowsOf(story.Referral).ShouldHaveSingleItem().Accepted.ShouldBe(accepted);
    }

    [Fact]
    public void Nobody_who_was_seen_before_they_were_accepted_is_closed_for_silence()
    {
        var story = Came(Enter(AStory.Referred().On(Monday, 10), Monday, new(9, 7)), "5").Does(AStory.Jo, s => Screening.Accept(s.Referral));
        Standing.Of(story.Referral).ShouldBe(Stage.Reaching, "they still have to be booked");
        story.On(Monday.AddDays(60)).Does(AStory.Jo, s => new CloseForNoReply(null).Decide(s.Referral, s.Person, _ => Receipt.None, 21, AStory.Jo, s.Now))
            .Refusal.ShouldBe(new WasSeenOnce("Amy", Monday));
    }

    [Fact]
    public void A_place_in_a_group_is_given_up_when_a_second_person_confirms_that_it_was_a_mistake()
    {
        var group = History.Empty(GroupSessions.Stream("WELL7"));
        var story = AStory.Referred().On(Monday, 10).Does(AStory.Jo, s => new BookAppointment
        {
            Appointment = A, Person = AStory.PersonId, With = new(AStory.Jo.Actor, "Jo Demo", 0, 5), Slot = new(Monday, new(9, 0), 45), Kind = "01", Medium = Media.Telephone,
            Return = new() { Planned = ForTheReturn.NotPlanned, Group = "WELL7", Mode = "3" },
        }.Decide(s.Person, s.Referral, AStory.Jo, s.Now, group));
        story.Refusal.ShouldBeNull();
        group = group.With([new GroupSessionPlaced { Clinician = AStory.Jo.Actor, Starts = London.At(Monday, new(9, 0)), Ends = London.At(Monday, new(9, 45)) }, new GroupPlaceTaken { Appointment = A }], AStory.Jo, story.Now);
        Came(story, "5").On(Monday.AddDays(3)).Does(AStory.Jo, s => new TakeOutContact(A, "The wrong Amy").Decide(s.Referral, s.Now, group)).Refusal.ShouldBeNull();
        GroupSessions.PlacesIn(group).ShouldBe(1);

        var settled = new SettleHeld(LateEntry.Held(story.Referral)[0].Event.Entry, true).Decide(story.Referral, AStory.Sam).ShouldBeOfType<Accepted>();
        GroupSessions.PlacesIn(group.With(settled.Events.Where(e => e.Stream == group.Stream).Select(e => e.Event), AStory.Sam, story.Now)).ShouldBe(0);
        HeldWords.Of(LateEntry.Held(story.Referral)[^1].Event).ShouldBeEmpty("it goes along with the taking out");
    }

    private static AStory Enter(AStory story, DateOnly day, TimeOnly time) => story.Does(AStory.Jo, s => new BookAppointment
    {
        Appointment = A, Person = AStory.PersonId, With = new(AStory.Jo.Actor, "Jo Demo", 5, 5), Slot = new(day, time, 15), Kind = "01", Medium = Media.Telephone,
        Return = new() { Planned = ForTheReturn.NotPlanned },
    }.Decide(s.Person, s.Referral, AStory.Jo, s.Now));

    private static AStory Came(AStory story, string code) => story.Does(AStory.Jo, s => new RecordAttendance { Appointment = A, Code = code }.Decide(s.Referral, s.Person, AStory.Jo, s.Now));

    private static AStory TakesOut(AStory story, By by, string why) => story.Does(by, s => new TakeOutContact(A, why).Decide(s.Referral, s.Now));

    private static void InNoFigure(AStory story)
    {
        var row = PeopleRow.RowsOf(story.Referral).Single();
        (row.FirstTalk, row.LastSeen).ShouldBe((null, null));
        var pathway = PathwayProjection.Of(story.Referral, story.Person, story.Today);
        (Waits.FirstAssessment(pathway, story.Today), Waits.LastSeen(pathway, story.Today)).ShouldBe((null, null));
    }
}
