using Candour.CareRecord.Appointments;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Tests.Pathways;
using Candour.CareRecord.Tests.Referrals;
using Candour.CareRecord.Tests.Staff;
using Candour.CareRecord.Waiting;
using Candour.Clinical.Pathways.Readings;

namespace Candour.CareRecord.Tests.Waiting;

public sealed class WaitingTests
{
    private static readonly Sender Northmere = new("Northmere", "01632 960 100", Simulated: false);

    private static AStory Joins(AStory story, int step = 2, string? therapy = AStory.GuidedSelfHelp, DateOnly? on = null) =>
        story.Does(AStory.Jo, s => new JoinWaitingList { Step = step, Therapy = therapy, On = on }.Decide(s.Referral, "Amy", s.Now));

    private static void Said(AStory story, string appointment, string type) =>
        story.Does(AStory.Jo, s => new SayContactType(appointment, type, "It was the other").Decide(s.Referral))
            .Does(AStory.Sam, s => new AgreeContactType(appointment, true, null).Decide(s.Referral, AStory.Sam)).Refusal.ShouldBeNull();

    private static WaitingRow Row(AStory story) => WaitingRow.RowsOf(story.Referral).Last();

    [Fact]
    public void A_no_that_was_objected_to_gives_the_place_on_the_list_back()
    {
        var story = Joins(AStory.Referred())
            .Does(AStory.Jo, s => Screening.NotForUs(s.Referral, s.Person, "Another service", "Their GP", AStory.Jo, s.Now));
        Row(story).How.ShouldBe(LeftHow.CareEnded);
        story.On(new(2026, 9, 21)).Does(AStory.Jo, s => Screening.Object(s.Referral, "Please look again"));
        (Row(story).IsWaiting, Row(story).PutOn, Row(story).CountsFrom).ShouldBe((true, new(2026, 9, 7), new(2026, 9, 7)));
    }

    [Fact]
    public void What_was_written_after_the_end_of_care_puts_nobody_on_a_list()
    {
        var story = AStory.Referred().Tell(AStory.Jo, Streams.Referral(AStory.ReferralId), new CareEnded
        {
            Decision = "D1", Day = new(2026, 9, 7), Decided = new(2026, 9, 7), Reason = EndingReason.FinishedTogether, EndCode = "46",
        }).Tell(AStory.Jo, Streams.Referral(AStory.ReferralId), new PutOnWaitingList { Step = 2, Therapy = AStory.GuidedSelfHelp, On = new(2026, 9, 8) });
        Stay.Open(story.Referral).ShouldBeNull();
        WaitingRow.RowsOf(story.Referral).ShouldBeEmpty();
    }

    [Fact]
    public void A_new_list_carries_both_waits_and_starts_neither_anew()
    {
        var story = Joins(AStory.Referred().HasSession("APP1", new(2026, 9, 21)).On(new(2026, 10, 1)));
        (Row(story).CountsFrom, Row(story).FirstTalk, Row(story).PutOn).ShouldBe((new(2026, 9, 7), new(2026, 9, 21), new(2026, 10, 1)));
        Joins(story.On(new(2026, 11, 1)), 3, "304891004");
        (Row(story).CountsFrom, Row(story).FirstTalk, Row(story).Step).ShouldBe((new(2026, 9, 7), new(2026, 9, 21), 3));
        WaitingRow.RowsOf(story.Referral).Count(r => r.IsWaiting).ShouldBe(1);
    }

    [Fact]
    public void A_wait_cannot_be_started_anew_or_paused()
    {
        var story = Joins(AStory.Referred()).On(new(2026, 10, 1));
        Joins(story, on: new(2026, 10, 1)).Refusal!.Message.ShouldBe(
            "A wait runs from the day the referral came and cannot be paused. You can record why Amy is not ready; it is shown beside the wait.");
        Row(story).PutOn.ShouldBe(new(2026, 9, 7));
        typeof(PutOnWaitingList).Assembly.GetTypes().ShouldNotContain(t => t.Name.Contains("PauseWait", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_first_session_with_the_treatment_ends_the_stay_without_anybody_ticking_a_box()
    {
        var story = Joins(AStory.Referred().SignsPlan().On(new(2026, 9, 8))).HasSession("APP1", new(2026, 10, 5));
        (Row(story).IsWaiting, Row(story).LeftOn, Row(story).How).ShouldBe((false, new DateOnly(2026, 10, 5), LeftHow.Began));
        NextStep.Of(story.Referral)!.What.ShouldNotContain("Waiting");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_session_corrected_afterwards_gives_the_place_on_the_list_back(bool whoCame)
    {
        var story = Joins(AStory.Referred().SignsPlan().On(new(2026, 9, 8))).HasSession("APP1", new(2026, 10, 5));
        Row(story).IsWaiting.ShouldBeFalse();
        if (whoCame)
        {
            story.Does(AStory.Jo, s => new RecordAttendance { Appointment = "APP1", Code = "3" }.Decide(s.Referral, s.Person, AStory.Jo, s.Now));
        }
        else
        {
            story.Does(AStory.Jo, s => new SayContactType("APP1", "01", "Written up on the wrong person").Decide(s.Referral))
                .Does(AStory.Sam, s => new AgreeContactType("APP1", true, null).Decide(s.Referral, AStory.Sam));
        }

        story.Refusal.ShouldBeNull();
        (Row(story).IsWaiting, Row(story).PutOn, Row(story).CountsFrom).ShouldBe((true, new(2026, 9, 8), new(2026, 9, 7)));
        story.HasSession("APP2", new(2026, 10, 19));
        (Row(story).LeftOn, Row(story).How).ShouldBe((new DateOnly(2026, 10, 19), LeftHow.Began));
    }

    [Fact]
    public void Two_who_say_that_treatment_was_none_change_no_figure_take_nobody_off_the_list_and_both_facts_stand()
    {
        var (story, day) = (Joins(AStory.Referred().SignsPlan().On(new(2026, 9, 8))).HasSession("APP1", new(2026, 10, 5)), new DateOnly(2026, 10, 5));
        Row(story).BegunByRecord.ShouldBeNull();
        Said(story, "APP1", "01");
        var pathway = PathwayProjection.Of(story.Referral, story.Person, new(2026, 11, 1));
        Waits.FirstTreatment(pathway, TreatmentRule.Protocol, new(2026, 11, 1)).ShouldBe(day);
        (Row(story).IsWaiting, Row(story).BegunByRecord).ShouldBe((true, day));
        Joins(story.On(new(2026, 11, 1)), 3, "304891004");
        (Row(story).Step, Row(story).BegunByRecord).ShouldBe((3, day), "on another list too");

        // The same word the other way: nobody vanishes from the list without the treatment.
        var untreated = Joins(AStory.Referred().On(new(2026, 9, 8))).HasSession("APP1", day);
        Said(untreated, "APP1", "02");
        (Row(untreated).IsWaiting, Row(untreated).BegunByRecord).ShouldBe((true, null));
    }

    [Fact]
    public void Who_signs_after_such_a_correction_is_put_on_the_list()
    {
        var story = AStory.Referred().SignsPlan().HasSession("APP1", new(2026, 10, 5))
            .Does(AStory.Jo, s => new RecordAttendance { Appointment = "APP1", Code = "3" }.Decide(s.Referral, s.Person, AStory.Jo, s.Now));
        story.Tell(AStory.Jo, Streams.Referral(AStory.ReferralId), new PlanProposed { Plan = "P1AN000000000002", Therapy = AStory.GuidedSelfHelp, Step = 2, Sessions = 8 })
            .Does(AStory.Amy, s => new SignPlan { Plan = "P1AN000000000002", How = SignedHow.ByLink, NameTyped = "Amira Testwell" }.Decide(s.Person, s.Referral, null, s.Now))
            .Refusal.ShouldBeNull();
        Row(story).IsWaiting.ShouldBeTrue();
    }

    [Fact]
    public void A_step_2_session_does_not_end_the_wait_for_step_3()
    {
        var story = Joins(AStory.Referred().SignsPlan().On(new(2026, 9, 8)), 3, "304891004").HasSession("APP1", new(2026, 10, 5));
        Row(story).IsWaiting.ShouldBeTrue();
    }

    [Fact]
    public void Taking_somebody_off_says_why()
    {
        var story = Joins(AStory.Referred());
        story.Does(AStory.Jo, s => new TakeOffWaitingList(LeftListBecause.Another, " ").Decide(s.Referral, "Amy", s.Now)).Refusal.ShouldBeOfType<SayWhyOffTheList>();
        story.Does(AStory.Jo, s => new TakeOffWaitingList(LeftListBecause.WentElsewhere, null).Decide(s.Referral, "Amy", s.Now)).Refusal.ShouldBeNull();
        Row(story).How.ShouldBe(LeftHow.TakenOff);
    }

    [Theory]
    [InlineData(1, "304891004")]
    [InlineData(2, "304891004")]
    [InlineData(3, AStory.GuidedSelfHelp)]
    [InlineData(3, "1098051000000103")]
    public void A_list_is_for_a_treatment_of_its_step(int step, string therapy) => Joins(AStory.Referred(), step, therapy).Refusal.ShouldNotBeNull();

    [Fact]
    public void We_write_after_four_weeks_and_not_before()
    {
        var story = Joins(AStory.Referred().Tell(AStory.Amy, Streams.Person(AStory.PersonId),
            new SafeContactRulesGiven { TextsSafe = true, NeutralName = true }, new ContactConfirmed { Way = Ways.Text, Address = "07700900123" }));
        story.On(new(2026, 10, 4)).Does(By.Worker, s => new WriteWhileWaiting("M1").Decide(s.Person, s.Referral, Northmere, s.Now)).Refusal.ShouldBeOfType<NotThatLongYet>();
        story.On(new(2026, 10, 5)).Does(By.Worker, s => new WriteWhileWaiting("M1").Decide(s.Person, s.Referral, Northmere, s.Now)).Refusal.ShouldBeNull();
        story.Referral.Last<WroteWhileWaiting>()!.Message.ShouldBe("M1");
        Row(story).LastHeard.ShouldBe(new(2026, 10, 5));
    }

    [Fact]
    public void What_cannot_be_sent_safely_goes_to_the_call_list_and_does_not_count_as_written()
    {
        var story = Joins(AStory.Referred()).On(new(2026, 10, 5));
        var decision = (Accepted)new WriteWhileWaiting("M1").Decide(story.Person, story.Referral, Northmere, story.Now);
        decision.Events.Select(e => e.Event.GetType()).ShouldBe([typeof(MessageBlocked)]);
    }

    [Fact]
    public void A_person_goes_to_a_therapist_who_holds_the_treatment_and_has_room()
    {
        var story = Joins(AStory.Referred(), 3, "304891004");
        var hi = AColleague.Called("STAFFH1000000001", "Kim Made", "a therapist", new QualificationAwarded { Qualification = "11", AwardedOn = new(2020, 1, 1) });
        Allocates(story, AColleague.Jo()).Refusal.ShouldBeOfType<TherapistDoesNotHoldIt>();
        Allocates(story, hi, new(50, 50)).Refusal.ShouldBeOfType<TherapistIsFull>();
        Allocates(story, hi.With([new StaffLeft { On = new(2026, 9, 1) }], By.Worker, story.Now)).Refusal.ShouldBeOfType<HasLeft>();
        Allocates(story, hi, new(49, 50)).Refusal.ShouldBeNull();
        Row(story).Clinician.ShouldBe("STAFFH1000000001");
    }

    [Fact]
    public void The_stock_of_a_list_adds_up()
    {
        var stock = new Stock(62, 22, 17, 3, 64);
        (stock.Unexplained, stock.Words).ShouldBe((0, "62 last month + 22 came − 17 began − 3 left = 64. Unexplained: 0."));
        new Stock(62, 22, 17, 3, 65).Unexplained.ShouldBe(1);
    }

    [Fact]
    public void Half_a_wait_keeps_those_still_waiting_in()
    {
        var began = Enumerable.Range(1, 10).Select(day => (day, true));
        var waiting = Enumerable.Repeat((5, false), 10);
        HalfWait.Of([.. began, .. waiting]).ShouldBe(7); // by hand: 15 of 20 left after day 5, then 4/5 and 3/4 of that: 0.45
        HalfWait.Of([.. began]).ShouldBeNull();
    }

    [Fact]
    public void The_sentence_of_the_wait_names_the_treatment_and_when_we_write() =>
        WaitSentence.Of(41, "Self-help with a book and a helper", 42, new(2026, 12, 5), new(2026, 11, 23)).ShouldBe(
            "You have waited 41 days for self-help with a book and a helper. Half of people wait 42 days. We will write by 5 December.");

    private static AStory Allocates(AStory story, History clinician, TwoWeeks? load = null) =>
        story.Does(AStory.Jo, s => new AllocateClinician { Clinician = clinician.Stream.Id }.Decide(s.Referral, clinician, load, "Amy", s.Now));
}
