using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Waiting;
using Candour.Clinical;
using static Candour.CareRecord.Tests.Referrals.AReferral;

namespace Candour.CareRecord.Tests.Referrals;

/// <summary>Two records read as one: what was said in either holds for the person.</summary>
public sealed class JoinedTests
{
    private static readonly Sender Northmere = new("Northmere", "01632 960 100", Simulated: false);
    private static readonly Moment Now = Moment.Utc(2026, 11, 2, 10);

    [Fact]
    [Trait("Hazard", "H41")]
    public void A_death_in_one_record_is_a_death_in_the_other_until_it_is_taken_back()
    {
        var (a, b) = (Known("A"), Known("B"));
        var died = a.With([new DeathRecorded { DiedOn = new(2026, 11, 1) }], Ada, Now);
        b = Bound(b, Joined.InStep([died, b]));
        (Death.IsRecorded(b), Death.IsRecordedHere(b), Death.On(b)).ShouldBe((true, false, new DateOnly(2026, 11, 1)));
        Message.Queue(Text("M1"), b, Northmere, Now).Events.ShouldBeEmpty();
        Refusal<DeathInOtherRecord>(RecordDeath.Withdraw(b, "another Bo"));

        var alive = died.With([new DeathWithdrawn { Why = "another Bo" }], Ada, Now);
        Death.IsRecorded(Bound(b, Joined.InStep([alive, b]))).ShouldBeFalse();
    }

    [Fact]
    [Trait("Hazard", "H22")]
    public void What_one_record_says_is_not_safe_binds_the_other_and_what_was_not_asked_there_forbids_nothing()
    {
        var (a, b) = (Known("A"), Known("B"));
        var never = Rules(a, new() { TextsSafe = true, VoiceMessageSafe = false, HomeHeld = true, Never = [Ways.Email], NeutralName = true });
        Message.Queue(Text("M1"), Bound(b, Joined.InStep([never, b])), Northmere, Now).Events.ShouldHaveSingleItem().Event.ShouldBeOfType<MessageQueued>();
        var bound = Person.Of(Bound(b, Joined.InStep([never, b])))!;
        (bound.May(Ways.Text), bound.May(Ways.Email), bound.May(Ways.Letter), bound.May(Ways.Call)).ShouldBe((true, false, false, true));
        (bound.MayLeaveVoiceMessage, bound.NeutralNameOnly).ShouldBe((false, true));
        bound.WhyNot(Ways.Email).ShouldBe("In their other record they said that this is not safe.");

        var texts = Rules(a, new() { TextsSafe = false, NeutralName = false });
        var blocked = Message.Queue(Text("M2"), Bound(b, Joined.InStep([texts, b])), Northmere, Now).Events.ShouldHaveSingleItem().Event;
        blocked.ShouldBeOfType<MessageBlocked>().Why.ShouldBe(WhyNotSent.NotSafe);
    }

    [Fact]
    [Trait("Hazard", "H22")]
    public void A_message_that_waits_is_held_back_when_the_other_record_says_it_is_not_safe()
    {
        var b = Known("B");
        var queued = History.Empty(Streams.Message("M1")).With(Message.Queue(Text("M1"), b, Northmere, Now).Events.Select(e => e.Event), Ada, Now);
        var bound = Bound(b, Joined.InStep([Rules(Known("A"), new() { TextsSafe = false, NeutralName = true }), b]));
        One<MessageHeldBack>(HandingOver.Begin(queued, bound, null, Now)).Why.ShouldBe(WhyNotSent.NotSafe);
    }

    [Fact]
    [Trait("Hazard", "H22")]
    public void Only_hours_that_both_records_allow_are_used_and_none_where_they_never_meet()
    {
        var b = Rules(Known("B"), new() { TextsSafe = true, NeutralName = true, MessagesFrom = "09:00", MessagesUntil = "12:00" });
        Reach.Of(With("10:30", "18:00")).Text.Hours.ShouldBe((new TimeOnly(10, 30), new TimeOnly(12, 0)));
        Reach.Of(With("22:00", "11:00")).Text.Hours.ShouldBe((new TimeOnly(9, 0), new TimeOnly(11, 0)));
        Reach.Of(With("13:00", "14:00")).Text.Safe.ShouldBeFalse();

        History With(string from, string until) =>
            Bound(b, Joined.InStep([Rules(Known("A"), new() { NeutralName = true, MessagesFrom = from, MessagesUntil = until }), b]));
    }

    [Fact]
    [Trait("Hazard", "H14")]
    public void Keeping_in_step_twice_writes_nothing_and_undoing_lifts_all_that_bound()
    {
        var (a, b) = (Rules(Known("A"), new() { TextsSafe = false, NeutralName = true }), Known("B"));
        var events = Joined.InStep([a, b]);
        var (one, two) = (Bound(a, events), Bound(b, events));
        Joined.InStep([one, two]).Events.ShouldBeEmpty();
        var apart = Bound(two, Joined.InStep([two]));
        Person.Of(apart)!.Bound.ShouldBeEmpty();
        Person.Of(apart)!.May(Ways.Text).ShouldBeTrue();
    }

    [Fact]
    public void A_rule_changed_in_one_record_binds_the_other_in_the_same_write()
    {
        var (a, b) = (Known("A"), Known("B"));
        var changed = Joined.Also(ChangeDetails.Safe(a, new() { TextsSafe = false, NeutralName = true }), [a, b], Ada, Now).ShouldBeOfType<Accepted>();
        changed.Events.Select(e => e.Stream).ShouldBe([a.Stream, b.Stream]);
        Person.Of(Bound(b, changed))!.May(Ways.Text).ShouldBeFalse();
    }

    [Fact]
    [Trait("Hazard", "H33")]
    public void Of_two_open_referrals_the_oldest_day_stands_for_both_until_the_joining_is_undone()
    {
        var (first, second, ended) = (Came("R1", "A", new(2026, 9, 1)), Came("R2", "B", new(2026, 10, 20)), Came("R0", "A", new(2024, 1, 1)));
        ended = ended.With([new CareRecord.Discharge.CareEnded
        {
            Decision = "D", Day = new(2024, 6, 1), Decided = new(2024, 6, 1), Reason = CareRecord.Discharge.EndingReason.FinishedTogether, EndCode = "46",
        }], Ada, Now);
        var joined = Joined.OldestStands([ended, first, second]).Events.ShouldHaveSingleItem();
        joined.Stream.ShouldBe(second.Stream);
        var waits = second.With([joined.Event], Ada, Now);
        (Standing.CountsFrom(waits), Stay.CountsFrom(waits)).ShouldBe((new(2026, 9, 1), new DateOnly(2026, 9, 1)));
        Standing.CountsFrom(first).ShouldBe(new(2026, 9, 1));

        Joined.OwnDaysAgain([Known("A"), Known("B")], [waits]).Events.ShouldBeEmpty();
        var apart = waits.With(Joined.OwnDaysAgain([Known("B")], [waits]).Events.Select(e => e.Event), Ada, Now);
        Standing.CountsFrom(apart).ShouldBe(new(2026, 10, 20));
    }

    private static History Known(string id) => History.Empty(Streams.Person(id)).With(
        [
            new PersonRegistered { FirstName = "Bo", LastName = "Sample", BirthDate = new(1990, 1, 1), FilledBy = FilledBy.Me },
            new ContactDetailsGiven { Chosen = Ways.All, Mobile = "07700 900123", Phone = "01632 960001", Email = "bo@example.com", Address = "1 Sample Street" },
            new SafeContactRulesGiven { TextsSafe = true, EmailSafe = true, LetterHomeSafe = true, VoiceMessageSafe = true, NeutralName = false },
            new ContactConfirmed { Way = Ways.Text, Address = "07700 900123" },
        ],
        Ada, Now);

    private static History Rules(History person, SafeContactRulesGiven rules) => person.With([rules], Ada, Now);

    private static History Bound(History person, Accepted all) => person.With(all.Events.Where(e => e.Stream == person.Stream).Select(e => e.Event), Ada, Now);

    private static History Came(string id, string person, DateOnly on) => History.Empty(Streams.Referral(id)).With(
        [new ReferralReceived { Person = person, ReceivedOn = on, Source = "A1", Commissioner = "X00", CameBy = CameBy.Letter, FilledBy = FilledBy.Staff }], Ada, Now);

    private static NewMessage Text(string id) => new(id, Say.CheckWhatWeWrote(), Now.Plus(TimeSpan.FromDays(7)), new LinkWanted(LinkPurpose.CheckAnswers, "Q1")) { OnlyBy = Ways.Text };
}
