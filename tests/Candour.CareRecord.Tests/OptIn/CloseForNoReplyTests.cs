using Candour.CareRecord.Appointments;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Tests.Referrals;
using Candour.Clinical;
using static Candour.CareRecord.Tests.Referrals.AReferral;
using Stage = Candour.CareRecord.Referrals.Stage;

namespace Candour.CareRecord.Tests.OptIn;

[Trait("Hazard", "H33")]
public sealed class CloseForNoReplyTests
{
    private readonly Dictionary<string, Receipt> _receipts = [];

    private static OptInAsked Asked(string way, string message) =>
        new() { Way = way, Message = message, Wording = "T2", AskedOn = new(2026, 11, 3) };

    private AReferral TwoWaysArrived()
    {
        _receipts["m1"] = new(London.At(new(2026, 11, 3), new(9, 0)), false);
        _receipts["m2"] = new(London.At(new(2026, 11, 12), new(9, 0)), false);
        return Accepted().On(11, 3).OfReferral(Asked(Ways.Text, "m1")).On(11, 10).OfReferral(Asked(Ways.Letter, "m2"));
    }

    private Decision Close(AReferral a, By? by = null) => new CloseForNoReply(null).Decide(a.Referral, a.Person, Receipt, 21, by ?? Ada, a.Now);

    private Receipt Receipt(string message) => _receipts.GetValueOrDefault(message, CareRecord.OptIn.Receipt.None);

    [Fact]
    public void Twenty_one_days_run_from_the_arrival_of_the_second_way()
    {
        Refusal<NotBefore>(Close(TwoWaysArrived().On(12, 2))).Message.ShouldBe("You can close from Thursday 3 December 2026: 21 days after the 2nd way.");
        var closed = One<ClosedForNoReply>(Close(TwoWaysArrived().On(12, 3)));
        (closed.SecondWayOn, closed.ComeBackUntil).ShouldBe((new DateOnly(2026, 11, 12), new DateOnly(2027, 6, 3)));
        closed.Ways.ShouldBe([Ways.Text, Ways.Letter]);
    }

    [Fact]
    public void A_letter_that_did_not_arrive_never_counts()
    {
        var a = TwoWaysArrived().On(12, 31);
        _receipts["m2"] = CareRecord.OptIn.Receipt.None;
        Refusal<OneWayOfTwo>(Close(a)).Message.ShouldStartWith("Not yet. You have tried 1 way of 2.");
        _receipts["m2"] = new(null, true);
        Refusal<OneWayOfTwo>(Close(a));
        Reaching.Of(a.Referral, Person.Of(a.Person)!, Receipt, 21).Tries.Count(t => t.Failed).ShouldBe(1);
    }

    [Fact]
    public void Two_tries_of_one_way_are_one_way()
    {
        var a = TwoWaysArrived();
        _receipts["m3"] = new(London.At(new(2026, 11, 4), new(9, 0)), false);
        _receipts.Remove("m2");
        Refusal<OneWayOfTwo>(Close(a.OfReferral(Asked(Ways.Text, "m3")).On(12, 31)));
    }

    [Fact]
    public void A_try_entered_late_counts_from_when_it_was_entered()
    {
        _receipts["m1"] = new(London.At(new(2026, 11, 3), new(9, 0)), false);
        var a = Accepted().On(11, 3).OfReferral(Asked(Ways.Text, "m1")).On(12, 3);
        var late = new AddTry("t", Ways.Call, London.At(new(2026, 11, 4), new(9, 0)), TryOutcome.Answered, "Heard", null, WhyLate.PersonToldLater).Decide(a.Referral, a.Person, a.Now);
        a.OfReferral([.. late.ShouldBeOfType<Accepted>().Events.Select(e => e.Event)]);
        Refusal<NotBefore>(Close(a)).From.ShouldBe(new(2026, 12, 24));
        One<ClosedForNoReply>(Close(a.On(12, 24))).SecondWayOn.ShouldBe(new(2026, 12, 3));
    }

    [Fact]
    public void Nobody_was_tried_before_the_referral_came()
    {
        var a = Accepted();
        var before = new AddTry("t", Ways.Call, London.At(new(2026, 11, 1), new(23, 59)), TryOutcome.NoAnswer, null, null, WhyLate.OffSick);
        Refusal<TryBeforeReferral>(before.Decide(a.Referral, a.Person, a.Now)).Message.ShouldBe("The referral came on Monday 2 November 2026. A try cannot be before that.");
        (before with { When = London.StartOf(new(2026, 11, 2)) }).Decide(a.Referral, a.Person, a.Now).ShouldBeOfType<Accepted>();
    }

    [Fact]
    public void A_call_nobody_answered_is_no_arrival()
    {
        _receipts["m1"] = new(London.At(new(2026, 11, 3), new(9, 0)), false);
        var a = Accepted().On(11, 3).OfReferral(
            Asked(Ways.Text, "m1"), new ContactTried { Try = "t", Way = Ways.Call, TriedAt = Moment.Utc(2026, 11, 3, 12), Outcome = TryOutcome.NoAnswer });
        Refusal<OneWayOfTwo>(Close(a.On(12, 31)));
    }

    [Fact]
    public void An_open_worry_blocks_and_a_worry_once_told_leaves_it_to_a_clinician()
    {
        var a = TwoWaysArrived().On(12, 3);
        a.OfPerson(
            new RiskDisclosed { Task = "T", Source = RiskSource.Referral },
            new RiskTaskOpened { Task = "T", Owner = "cleo", OwnerAs = RiskOwnerAs.Duty, ClockFrom = a.Now, Due = a.Now });
        Refusal<WorryStillOpen>(Close(a, Cleo));
        a.OfPerson(new RiskTaskClosed { Task = "T", Contacts = 1, Reached = true, Said = "x", Plan = "y", Informed = "z" });
        Refusal<WorryOnceTold>(Close(a));
        One<ClosedForNoReply>(Close(a, Cleo));
    }

    [Fact]
    public void Danger_told_in_the_form_is_a_worry_too()
    {
        var a = Received(thoughts: ThoughtsOfEnding.Sometimes);
        CloseForNoReply.WorryEver(a.Referral, a.Person).ShouldBeTrue();
        CloseForNoReply.WorryEver(Received().Referral, Received().Person).ShouldBeFalse();
    }

    [Fact]
    public void A_need_that_was_not_met_blocks()
    {
        var a = TwoWaysArrived().On(12, 3).OfPerson(new NeedsRecorded { Needs = [NeedCodes.LargePrint], ReviewOn = new(2027, 1, 1) });
        Refusal<TriesMissedNeeds>(Close(a));
    }

    [Fact]
    public void With_fewer_than_two_safe_ways_silence_says_nothing()
    {
        var a = TwoWaysArrived().On(12, 3)
            .OfPerson(new SafeContactRulesGiven { TextsSafe = true, LetterHomeSafe = false, EmailSafe = false, Never = [Ways.Call], NeutralName = true });
        Refusal<OneSafeWay>(Close(a));
    }

    [Fact]
    public void A_way_that_became_unsafe_stops_counting()
    {
        var a = TwoWaysArrived().On(12, 3)
            .OfPerson(new SafeContactRulesGiven { TextsSafe = true, LetterHomeSafe = false, EmailSafe = true, NeutralName = true });
        Refusal<OneWayOfTwo>(Close(a));
    }

    [Theory]
    [InlineData(OptInReply.Yes)]
    [InlineData(OptInReply.NotNow)]
    [InlineData(OptInReply.NeverAsked)]
    public void Somebody_who_replied_is_not_closed_for_silence(OptInReply reply) =>
        Refusal<TheyReplied>(Close(TwoWaysArrived().On(12, 3).OfReferral(new OptInReplied { Reply = reply, AskAgainIn = "2027-01" })));

    [Fact]
    public void Nothing_closes_for_silence_once_something_is_booked()
    {
        var a = TwoWaysArrived().On(12, 3).OfReferral(new AppointmentBooked
        {
            Appointment = "A", Person = PersonId, Clinician = "cleo", Starts = Moment.Utc(2026, 12, 9, 9), Ends = Moment.Utc(2026, 12, 9, 10), Kind = "01", Medium = "11",
        });
        Refusal<NothingClosesForSilence>(Close(a));
        Standing.Of(a.OfReferral(new AppointmentCancelled { Appointment = "A", AskedBy = AskedBy.Us }).Referral).ShouldBe(Stage.Reaching);
    }

    [Fact]
    public void Reopening_within_six_months_keeps_the_first_day_and_starts_the_tries_anew()
    {
        var a = TwoWaysArrived().On(12, 3);
        a.OfReferral(One<ClosedForNoReply>(Close(a)));
        Standing.Of(a.Referral).ShouldBe(Stage.Closed);
        var late = London.At(new(2027, 6, 4), new(10, 0));
        Refusal<TooLateToReopen>(Reopen.Decide(a.Referral, null, late));
        var onTime = London.At(new(2027, 6, 3), new(10, 0));
        var reopened = One<Reopened>(Reopen.Decide(a.Referral, null, onTime));
        reopened.CountsFrom.ShouldBe(new(2026, 11, 2));
        a.OfReferral(reopened);
        Standing.Of(a.Referral).ShouldBe(Stage.Reaching);
        Reaching.Of(a.Referral, Person.Of(a.Person)!, Receipt, 21).Arrived.ShouldBeEmpty();
    }

    [Fact]
    public void A_reply_that_they_want_no_more_closes_only_by_a_person_and_not_before_the_day_they_were_told()
    {
        var a = TwoWaysArrived().On(11, 20);
        var replied = One<OptInReplied>(new ReplyToOptIn(OptInReply.NoMore, null, null, null).Decide(a.Referral, a.Person, "REQUEST000000001", new(PersonId, Roles.Patient), a.Now));
        replied.ClosesFrom.ShouldBe(new DateOnly(2026, 12, 4));
        a.OfReferral(replied);
        Standing.Of(a.Referral).ShouldBe(Stage.Reaching);
        Refusal<NotBeforeTold>(CloseAsAsked.Decide(a.Referral, a.Person, a.On(12, 3).Now));
        One<ClosedAsAsked>(CloseAsAsked.Decide(a.Referral, a.Person, a.On(12, 4).Now));
    }

    [Fact]
    public void Not_now_needs_a_month_ahead_and_the_wait_still_counts()
    {
        var a = Accepted().On(11, 20);
        Refusal<ChooseAMonth>(new ReplyToOptIn(OptInReply.NotNow, null, null, null).Decide(a.Referral, a.Person, "REQUEST000000001", new(PersonId, Roles.Patient), a.Now));
        Refusal<ChooseAMonth>(new ReplyToOptIn(OptInReply.NotNow, "2026-11", null, null).Decide(a.Referral, a.Person, "REQUEST000000001", new(PersonId, Roles.Patient), a.Now));
        a.OfReferral(One<OptInReplied>(new ReplyToOptIn(OptInReply.NotNow, "2027-01", null, null).Decide(a.Referral, a.Person, "REQUEST000000001", new(PersonId, Roles.Patient), a.Now)));
        Standing.CountsFrom(a.Referral).ShouldBe(new(2026, 11, 2));
        Refusal<ChooseAReply>(new ReplyToOptIn(null, null, null, null).Decide(a.Referral, a.Person, "REQUEST000000001", new(PersonId, Roles.Patient), a.Now));
    }

    [Fact]
    public void A_try_by_a_way_that_is_not_safe_is_refused_and_a_late_one_asks_why()
    {
        var a = Accepted().On(11, 20).OfPerson(new SafeContactRulesGiven { TextsSafe = true, NeutralName = true });
        AddTry Try(string way, TryOutcome outcome, int day, WhyLate? why = null) =>
            new("t", way, London.At(new(2026, 11, day), new(9, 0)), outcome, null, null, why);
        Refusal<WayNotSafe>(Try(Ways.Letter, TryOutcome.Delivered, 20).Decide(a.Referral, a.Person, a.Now));
        Refusal<VoicemailNotAllowed>(Try(Ways.Call, TryOutcome.LeftMessage, 20).Decide(a.Referral, a.Person, a.Now));
        Refusal<TryInFuture>(Try(Ways.Call, TryOutcome.NoAnswer, 21).Decide(a.Referral, a.Person, a.Now));
        Refusal<SayWhyLate>(Try(Ways.Call, TryOutcome.NoAnswer, 17).Decide(a.Referral, a.Person, a.Now)).Message
            .ShouldBe("You are adding this 3 days after it happened. Why now?");
        One<AddedLate>(Try(Ways.Call, TryOutcome.NoAnswer, 17, WhyLate.OffSick).Decide(a.Referral, a.Person, a.Now)).Days.ShouldBe(3);
    }
}
