using Candour.CareRecord.Appointments;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Tests.Referrals;
using Candour.Clinical;
using static Candour.CareRecord.Tests.Referrals.AReferral;
using Stage = Candour.CareRecord.Referrals.Stage;

namespace Candour.CareRecord.Tests.OptIn;

/// <summary>A reply is acted on whatever has happened since the question: the link lives long.</summary>
[Trait("Hazard", "H32")]
public sealed class ReplyToOptInTests
{
    private static readonly By Ivo = new(PersonId, Roles.Patient);

    private static AReferral Booked() => Accepted().On(11, 3).OfReferral(new AppointmentBooked
    {
        Appointment = "A", Person = PersonId, Clinician = "cleo", Starts = Moment.Utc(2026, 12, 9, 9), Ends = Moment.Utc(2026, 12, 9, 10), Kind = "01", Medium = "11",
    }).On(11, 20);

    private static Decision Says(AReferral a, OptInReply? reply, By? by = null, string? month = null) =>
        new ReplyToOptIn(reply, month, null, null).Decide(a.Referral, a.Person, "REQUEST000000001", by ?? Ivo, a.Now);

    private static IEnumerable<DetailsChangeAsked> Asked(Decision decision) =>
        decision.ShouldBeOfType<Accepted>().Events.Where(e => e.Stream == Streams.Person(PersonId)).Select(e => e.Event).OfType<DetailsChangeAsked>();

    [Theory]
    [InlineData(OptInReply.NoMore, DetailAsked.StopMyCare, "No, not any more")]
    [InlineData(OptInReply.Elsewhere, DetailAsked.StopMyCare, "I am getting help somewhere else")]
    [InlineData(OptInReply.NeverAsked, DetailAsked.SomethingIsWrong, "I never asked for this")]
    [InlineData(OptInReply.NotNow, DetailAsked.SomethingIsWrong, "Yes, but not now. Ask me again in January")]
    public void Somebody_booked_already_who_says_no_is_on_the_front_desks_list(OptInReply reply, DetailAsked what, string words)
    {
        var said = Says(Booked(), reply, month: "2027-01");
        var asked = Asked(said).ShouldHaveSingleItem();
        (asked.What, asked.Request).ShouldBe((what, "REQUEST000000001"));
        asked.InWords.ShouldBe($"Our message asked: do you still want help from us? The answer: {words}.");
        One<OptInReplied>(said).ClosesFrom.ShouldBeNull(customMessage: "nothing closes while something is booked");
    }

    [Fact]
    public void Yes_from_somebody_booked_and_any_reply_while_being_reached_ask_nothing_more()
    {
        Asked(Says(Booked(), OptInReply.Yes)).ShouldBeEmpty();
        foreach (var reply in Enum.GetValues<OptInReply>())
            Asked(Says(Accepted().On(11, 20), reply, month: "2027-01")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(OptInReply.Yes, true)]
    [InlineData(OptInReply.NotNow, true)]
    [InlineData(OptInReply.NeverAsked, true)]
    [InlineData(OptInReply.NoMore, false)]
    public void A_yes_after_care_has_ended_is_on_the_list_and_a_no_has_nothing_left_to_stop(OptInReply reply, bool onTheList)
    {
        var a = Booked().OfReferral(new CareEnded { Decision = "D", Day = new(2026, 11, 19), Decided = new(2026, 11, 5), Reason = EndingReason.FinishedTogether, EndCode = "46" });
        Asked(Says(a, reply, month: "2027-01")).Any().ShouldBe(onTheList);
    }

    [Fact]
    public void The_same_reply_twice_is_one_request()
    {
        var a = Booked();
        var first = (Accepted)Says(a, OptInReply.NeverAsked);
        a.OfReferral(Ivo, [.. first.Events.Where(e => e.Stream == Streams.Referral(ReferralId)).Select(e => e.Event)]);
        a.OfPerson([.. first.Events.Where(e => e.Stream == Streams.Person(PersonId)).Select(e => e.Event)]);
        ((Accepted)Says(a, OptInReply.NeverAsked)).Events.ShouldBeEmpty();
    }

    [Fact]
    public void The_same_reply_given_while_being_reached_does_not_hide_it_once_booked()
    {
        var a = Accepted().On(11, 3);
        a.OfReferral(Ivo, [.. ((Accepted)Says(a, OptInReply.NeverAsked)).Events.Select(e => e.Event)]);
        a.OfReferral(new AppointmentBooked
        {
            Appointment = "A", Person = PersonId, Clinician = "cleo", Starts = Moment.Utc(2026, 12, 9, 9), Ends = Moment.Utc(2026, 12, 9, 10), Kind = "01", Medium = "11",
        });
        Asked(Says(a, OptInReply.NeverAsked)).ShouldHaveSingleItem();
    }

    [Fact]
    [Trait("Hazard", "H34")]
    public void A_stored_no_closes_nobody_who_is_not_being_reached_any_more()
    {
        var a = Accepted().On(11, 3);
        a.OfReferral(Ivo, [.. ((Accepted)Says(a, OptInReply.NoMore)).Events.Select(e => e.Event)]).OfReferral(new AppointmentBooked
        {
            Appointment = "A", Person = PersonId, Clinician = "cleo", Starts = Moment.Utc(2026, 12, 9, 9), Ends = Moment.Utc(2026, 12, 9, 10), Kind = "01", Medium = "11",
        });
        Standing.Of(a.Referral).ShouldBe(Stage.Booked);
        Refusal<NotBeingReached>(CloseAsAsked.Decide(a.Referral, a.Person, a.On(12, 20).Now));
    }

    [Fact]
    public void Who_said_not_now_and_was_asked_again_in_their_month_is_next_due_four_days_on()
    {
        var a = Accepted().On(11, 20).OfReferral(Ivo, new OptInReplied { Reply = OptInReply.NotNow, AskAgainIn = "2026-12" });
        CareRecord.Pathways.NextStep.Of(a.Referral)!.Due.ShouldBe(new(2026, 12, 1));
        ContactTried Called(string id, TryOutcome outcome) => new() { Try = id, Way = Ways.Call, TriedAt = a.Now, Outcome = outcome };
        DateOnly? AskedAgain() => Reaching.Of(a.Referral, Person.Of(a.Person)!, _ => Receipt.None, 21).AskedAgainOn;

        a.On(11, 25).OfReferral(Called("t1", TryOutcome.NoAnswer));
        AskedAgain().ShouldBeNull("it was not their month yet");
        a.On(12, 2).OfReferral(Called("t2", TryOutcome.WrongNumber));
        AskedAgain().ShouldBeNull("it did not reach them");
        a.On(12, 3).OfReferral(Called("t3", TryOutcome.NoAnswer));
        AskedAgain().ShouldBe(new(2026, 12, 3));
        CareRecord.Pathways.NextStep.Of(a.Referral)!.Due.ShouldBe(new(2026, 12, 7));
    }

    [Fact]
    public void A_reply_told_to_staff_is_no_link()
    {
        One<ReferralConfirmed>(Says(Accepted(), OptInReply.Yes)).How.ShouldBe("link");
        One<ReferralConfirmed>(Says(Accepted(), OptInReply.Yes, Ada with { OnBehalfOf = PersonId })).How.ShouldBe("staff");
    }
}
