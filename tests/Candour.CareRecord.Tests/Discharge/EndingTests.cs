using Candour.CareRecord.Appointments;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Tests.Pathways;
using Shouldly;
using Xunit;

namespace Candour.CareRecord.Tests.Discharge;

public sealed class EndingTests
{
    internal static readonly DateOnly Decided = new(2026, 11, 23);

    [Fact]
    public void The_front_desk_neither_plans_nor_takes_back_nor_undoes_an_ending()
    {
        var alex = new By("A1EXDEM000000001", Roles.Administrator);
        var story = Finished();
        story.DecidesEnding(by: alex, without: NoNotice.AskedInWriting).Refusal.ShouldBeOfType<ClinicianEndsCare>();
        story.DecidesEnding().Does(alex, s => new WithdrawEnding("Asked").Decide(s.Referral, alex)).Refusal.ShouldBeOfType<ClinicianEndsCare>();
        story.On(new(2026, 12, 8)).ClockStrikes().Does(alex, s => new UndoEnding("In error").Decide(s.Referral, alex)).Refusal.ShouldBeOfType<ClinicianEndsCare>();
        story.Does(alex, s => new AddEndReason(EndingReason.PersonWantedMore, "Said so").Decide(s.Person, s.Referral, alex, s.Now)).Refusal.ShouldBeOfType<ClinicianEndsCare>();
        (Course.Of(story.Referral).EndedOn, Course.Of(story.Referral).EndCode).ShouldBe((new DateOnly(2026, 12, 7), "46"));
    }

    [Fact]
    public void An_open_risk_answer_blocks_the_decision_in_the_words_of_the_page()
    {
        var story = Finished();
        WithRisk(story).DecidesEnding().Refusal!.Message.ShouldBe("Amy has a risk answer that is not closed. Close that first.");
    }

    [Theory]
    [InlineData(NoNotice.CrisisOrSecondaryCare)]
    [InlineData(NoNotice.Safeguarding)]
    public void No_refusal_stands_between_staff_and_handing_over_in_a_crisis(NoNotice without)
    {
        var story = WithRisk(Finished()).DecidesEnding(EndingReason.WentElsewhere, without: without);
        story.Refusal.ShouldBeNull();
        Course.Of(story.Referral).Ended!.WithoutNotice.ShouldBe(without);
        Course.Of(story.Referral).EndedOn.ShouldBe(Decided);
    }

    [Fact]
    public void Answers_sent_after_the_page_was_opened_have_to_be_read_first()
    {
        var story = Finished();
        var shown = story.Referral.Version;
        story.Answers(null, 14, 9).DecidesEnding(shown: shown).Refusal.ShouldBeOfType<AnswersNotRead>();
        story.DecidesEnding().Refusal.ShouldBeNull();
    }

    [Fact]
    public void Ending_before_the_plan_stops_at_a_page_with_the_figures_and_then_waits_for_a_supervisor()
    {
        var story = Signed().HasSession("APP0000000000001", new(2026, 9, 21), 12, 9).HasSession("APP0000000000002", new(2026, 9, 28), 8, 6).On(Decided);

        story.DecidesEnding().Refusal!.Message.ShouldBe(
            "Amy has had 2 of 8 sessions. Their scores are below the cut-offs for 1 score, not 2 in a row. "
            + "In one study about half of the people who were well after low-intensity help were unwell again within a year.");

        story.DecidesEnding(anyway: true).Refusal.ShouldBeNull();
        Course.Of(story.Referral).Notice.ShouldBeNull();
        story.Does(AStory.Jo, s => new AgreeEnding(true, null, 14).Decide(s.Person, s.Referral, AStory.Jo, s.Now)).Refusal.ShouldBeOfType<AgreedBySomeoneElse>();
        story.Does(AStory.Sam, s => new AgreeEnding(true, null, 14).Decide(s.Person, s.Referral, AStory.Sam, s.Now));
        Course.Of(story.Referral).Notice!.Effective.ShouldBe(new(2026, 12, 7));
        Course.Of(story.Referral).Decision!.BelowInARow.ShouldBe(1);
    }

    [Fact]
    public void A_supervisor_who_does_not_agree_lets_care_go_on()
    {
        var story = Signed().HasSession("APP0000000000001", new(2026, 9, 21)).On(Decided).DecidesEnding(anyway: true)
            .Does(AStory.Sam, s => new AgreeEnding(false, "Too soon", 14).Decide(s.Person, s.Referral, AStory.Sam, s.Now));
        Course.Of(story.Referral).Decision.ShouldBeNull();
        Course.Of(story.Referral).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void The_national_code_depends_on_whether_treatment_had_begun()
    {
        var before = AStory.Referred().On(Decided);
        before.DecidesEnding(EndingReason.FinishedTogether).Refusal.ShouldBeOfType<ReasonDoesNotFit>();
        before.DecidesEnding(EndingReason.AdviceWasEnough).Refusal.ShouldBeNull();
        Course.Of(before.Referral).Decision!.EndCode.ShouldBe("12");

        Finished().DecidesEnding(EndingReason.AdviceWasEnough).Refusal.ShouldBeOfType<ReasonDoesNotFit>();
    }

    [Fact]
    public void Undoing_restores_what_stood_before_exactly()
    {
        var story = Finished();
        var before = (Step: NextStep.Of(story.Referral), Treatment: PathwayProjection.FirstTreatment(story.Referral, story.Person, Decided));
        story.DecidesEnding().On(new(2026, 12, 8)).ClockStrikes();
        NextStep.Of(story.Referral).ShouldBeNull();

        story.Does(AStory.Sam, s => new UndoEnding("The wrong person").Decide(s.Referral, AStory.Sam));
        Course.Of(story.Referral).IsOpen.ShouldBeTrue();
        NextStep.Of(story.Referral).ShouldBe(before.Step);
        PathwayProjection.FirstTreatment(story.Referral, story.Person, Decided).ShouldBe(before.Treatment);
        PathwayProjection.Of(story.Referral, story.Person, Decided).Referral.Discharged.ShouldBeNull();
    }

    [Fact]
    public void The_person_can_come_back_for_six_months_on_the_old_clock_and_not_after()
    {
        var story = Finished().DecidesEnding().On(new(2026, 12, 8)).ClockStrikes();
        story.On(new(2027, 6, 8)).Does(AStory.Amy, s => new ComeBack(null).Decide(s.Person, s.Referral, s.Now)).Refusal.ShouldBeOfType<TooLateToComeBack>();
        story.On(new(2027, 6, 7)).Does(AStory.Amy, s => new ComeBack("It is back").Decide(s.Person, s.Referral, s.Now)).Refusal.ShouldBeNull();

        PathwayProjection.Of(story.Referral, story.Person, story.Today).Referral.Received.ShouldBe(new(2026, 9, 7));
        Course.Of(story.Referral).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void Another_reason_is_a_second_value_and_the_first_stays()
    {
        var story = Finished().DecidesEnding().On(new(2026, 12, 8)).ClockStrikes()
            .Does(AStory.Jo, s => new AddEndReason(EndingReason.PersonWantedMore, "She told us later").Decide(s.Person, s.Referral, AStory.Jo, s.Now));
        Course.Of(story.Referral).EndCode.ShouldBe("48");
        story.Referral.First<CareEnded>()!.EndCode.ShouldBe("46");
    }

    [Fact]
    public void A_death_ends_at_once_and_nothing_else_can_be_decided_for_a_dead_person()
    {
        var story = Finished().Tell(AStory.Sam, Streams.Person(AStory.PersonId), new DeathRecorded { DiedOn = Decided });
        story.DecidesEnding().Refusal.ShouldBeOfType<DeathIsRecorded>();
        story.DecidesEnding(EndingReason.Died, without: NoNotice.Death).Refusal.ShouldBeNull();
        Course.Of(story.Referral).Ended!.EndCode.ShouldBe("49");
    }

    [Fact]
    public void A_notice_in_a_message_ends_nothing_for_a_caller_who_did_not_look_whether_it_went()
    {
        var story = Finished().DecidesEnding();
        var notice = story.Referral.Last<EndingNotified>()!;
        story.Tell(AStory.Jo, story.Referral.Stream, notice with { Message = "7KMESSAGE0000001" }).On(notice.Effective.AddDays(1), 1).ClockStrikes();
        story.Referral.Any<CareEnded>().ShouldBeFalse();
        EndOfCare.IfDue(story.Person, story.Referral, History.Empty(Streams.Message("7KMESSAGE0000002")), story.Now).ShouldBe(Decision.AlreadySo);
    }

    [Theory]
    [InlineData(EndingReason.Died, NoNotice.Death)]
    [InlineData(EndingReason.FinishedTogether, NoNotice.Death)]
    [InlineData(EndingReason.Died, null)]
    public void Nobody_who_lives_is_ended_as_dead(EndingReason reason, NoNotice? without)
    {
        var story = Finished().DecidesEnding(reason, without: without);
        story.Refusal!.Message.ShouldBe("No death is recorded for Amy. Record it first: that asks a second time, and stops all messages.");
        story.DecidesEnding().On(new(2026, 12, 8)).ClockStrikes()
            .Does(AStory.Jo, s => new AddEndReason(EndingReason.Died, "Heard it").Decide(s.Person, s.Referral, AStory.Jo, s.Now)).Refusal.ShouldBeOfType<DeathNotRecorded>();
    }

    [Theory]
    [InlineData(NoNotice.CrisisOrSecondaryCare)]
    [InlineData(NoNotice.MovedAway)]
    [InlineData(NoNotice.Safeguarding)]
    [InlineData(NoNotice.AskedInWriting)]
    public void A_trainee_ends_no_care_alone_with_notice_or_without(NoNotice without)
    {
        var tess = new By("TESS000000000001", Roles.PwpTrainee);
        var story = Finished().DecidesEnding(EndingReason.WentElsewhere, without: without, by: tess);
        Course.Of(story.Referral).IsOpen.ShouldBeTrue();
        NextStep.Of(story.Referral)!.Owner.ShouldBe(NextStep.Supervisors);

        story.Does(tess, s => new AgreeEnding(true, null, 14).Decide(s.Person, s.Referral, tess, s.Now)).Refusal.ShouldBeOfType<AgreedBySomeoneElse>();
        story.On(new(2026, 11, 25)).Does(AStory.Sam, s => new AgreeEnding(true, null, 14).Decide(s.Person, s.Referral, AStory.Sam, s.Now)).Refusal.ShouldBeNull();
        var ended = Course.Of(story.Referral).Ended!;
        (ended.Day, ended.Decided, ended.Told, ended.WithoutNotice).ShouldBe((new(2026, 11, 25), Decided, null, without));
        story.Does(AStory.Sam, s => new AgreeEnding(true, null, 14).Decide(s.Person, s.Referral, AStory.Sam, s.Now)).Refusal.ShouldBeOfType<NothingToAgreeTo>();
    }

    [Fact]
    public void A_supervisor_agrees_to_no_ending_that_became_wrong_meanwhile()
    {
        var tess = new By("TESS000000000001", Roles.PwpTrainee);
        var story = WithRisk(Finished().DecidesEnding(EndingReason.WentElsewhere, without: NoNotice.MovedAway, by: tess));
        story.Does(AStory.Sam, s => new AgreeEnding(true, null, 14).Decide(s.Person, s.Referral, AStory.Sam, s.Now)).Refusal.ShouldBeOfType<RiskAnswerIsOpen>();
        Dies(story).Does(AStory.Sam, s => new AgreeEnding(true, null, 14).Decide(s.Person, s.Referral, AStory.Sam, s.Now)).Refusal.ShouldBeOfType<DeathIsRecorded>();
    }

    [Fact]
    [Trait("Hazard", "H34")]
    public void A_supervisor_agrees_to_the_decision_they_read_and_to_no_notice_while_a_worry_is_open_or_answers_are_unread()
    {
        var story = Signed().HasSession("APP0000000000001", new(2026, 9, 21), 12, 9).On(Decided).DecidesEnding(anyway: true);
        var shown = story.Referral.Version;
        AgreeEnding Agree(string decision) => new(true, null, 14) { Decision = decision, Shown = shown };
        AStory Sam(string decision) => story.Does(AStory.Sam, s => Agree(decision).Decide(s.Person, s.Referral, AStory.Sam, s.Now));

        Sam("AN0THERDEC1S10N1").Refusal.ShouldBeOfType<NothingToAgreeTo>();
        story.Answers(null, 14, 9);
        Sam("DEC1S10N00000001").Refusal.ShouldBeOfType<AnswersNotRead>();
        shown = story.Referral.Version;
        WithRisk(story);
        Sam("DEC1S10N00000001").Refusal.ShouldBeOfType<RiskAnswerIsOpen>();
        Course.Of(story.Referral).Notice.ShouldBeNull();
    }

    internal static AStory Dies(AStory story) => story.Does(
        AStory.Sam, s => new RecordDeath(null, "her sister").Decide(s.Person, s.Now, EndOfCare.StopForDeath([s.Referral])));

    [Fact]
    public void Attendance_added_late_after_the_decision_counts_only_when_a_second_person_confirms_it()
    {
        var story = Finished().Books("APP0000000000008", new(2026, 11, 24)).DecidesEnding().On(new(2026, 11, 27))
            .Does(AStory.Jo, s => new RecordAttendance { Appointment = "APP0000000000008", Code = "5", WhyLate = WhyLate.NoConnection }.Decide(s.Referral, s.Person, AStory.Jo, s.Now));
        Appointment.Find(story.Referral, "APP0000000000008")!.IsAttended.ShouldBeFalse();

        story.Does(AStory.Jo, s => new ConfirmLateEntry("APP0000000000008").Decide(s.Referral, AStory.Jo)).Refusal.ShouldBeOfType<SecondPersonIsAnother>();
        story.Does(AStory.Sam, s => new ConfirmLateEntry("APP0000000000008").Decide(s.Referral, AStory.Sam));
        Appointment.Find(story.Referral, "APP0000000000008")!.IsAttended.ShouldBeTrue();
    }

    [Fact]
    public void A_late_correction_of_who_came_changes_no_figure_until_a_second_person_confirms_it()
    {
        var story = Finished();
        var id = Appointment.Of(story.Referral)[^1].Id;
        story.DecidesEnding().On(Decided.AddDays(1)).Does(AStory.Jo, s => new RecordAttendance { Appointment = id, Code = "3", WhyLate = WhyLate.Correction }.Decide(s.Referral, s.Person, AStory.Jo, s.Now))
            .Refusal.ShouldBeNull();
        var there = Appointment.Find(story.Referral, id)!;
        (there.IsAttended, there.Attendance!.Code, there.Waiting!.Code).ShouldBe((true, "5", "3"));
        var contacts = PathwayProjection.Of(story.Referral, story.Person, story.Today).Contacts;
        Enumerable.Range(0, contacts.Count).Any(i => contacts[i].Id == id && contacts[i].Attendance == "5").ShouldBeTrue("it still counts");

        story.Does(AStory.Jo, s => new ConfirmLateEntry(id).Decide(s.Referral, AStory.Jo)).Refusal.ShouldBeOfType<SecondPersonIsAnother>();
        story.Does(AStory.Sam, s => new ConfirmLateEntry(id).Decide(s.Referral, AStory.Sam)).Refusal.ShouldBeNull();
        there = Appointment.Find(story.Referral, id)!;
        (there.IsAttended, there.Attendance!.Code, there.Waiting).ShouldBe((false, "3", null));
    }

    [Theory]
    [InlineData(2026, 12, 13, 0)]
    [InlineData(2026, 12, 14, 12)]
    [InlineData(2027, 3, 22, 26)]
    public void Outcome_forms_come_twelve_and_twenty_six_weeks_after_first_treatment_whatever_the_ending(int year, int month, int day, int week)
    {
        var story = Finished().DecidesEnding().On(new(2026, 12, 8)).ClockStrikes();
        FixedWeeks.Due(story.Person, story.Referral, new(year, month, day)).ShouldBe(week == 0 ? [] : [week]);
    }

    private static AStory Signed(int sessions = 8) => AStory.Referred().After(TimeSpan.FromDays(2)).SignsPlan(sessions);

    /// <summary>Two sessions of two, both below the cut-offs, the first on 21 September; on the day of decision.</summary>
    internal static AStory Finished() => Signed(2)
        .HasSession("APP0000000000001", new(2026, 9, 21), 9, 7)
        .HasSession("APP0000000000002", new(2026, 9, 28), 8, 6)
        .On(Decided);

    internal static AStory WithRisk(AStory story) => story.Does(AStory.Amy, s => Risk.Disclose(
        s.Person, new Told { Source = RiskSource.FeelsWorse, Said = "I cannot go on", Ids = RiskIds.New(new Testing.SeededRandomness(3)) }, s.Cover, s.Now));
}
