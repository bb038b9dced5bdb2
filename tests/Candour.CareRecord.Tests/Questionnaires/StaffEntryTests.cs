using Candour.CareRecord.Appointments;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Questionnaires;

public sealed class StaffEntryTests
{
    private static readonly StreamId Form = Streams.Questionnaire(AForm.First);
    private static readonly StreamId Referral = Streams.Referral(AForm.Referral);

    [Fact]
    public async Task What_staff_put_in_is_marked_with_reason_and_sign_for_ever()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await Enter(a, new(StaffEntryReason.ReadAloudByPhone, AnswerMode.Telephone, null, null, SignOfPerson.CallOrVideo, "Amy"));
        await a.AnswerAll();
        await a.Send();
        var scores = (await a.OfReferral()).Last<ScoresRecorded>()!;
        (scores.FilledInBy, scores.Mode, scores.StaffReason, scores.Sign)
            .ShouldBe((FilledInBy.Staff, AnswerMode.Telephone, StaffEntryReason.ReadAloudByPhone, SignOfPerson.CallOrVideo));
        scores.Counting.ShouldBe(["PHQ9", "GAD7"]);
        Questionnaire.Of(await a.Record.Read(Form))!.EnteredBy!.Actor.ShouldBe("jo");
    }

    [Fact]
    public async Task Without_a_sign_of_the_person_it_is_asked_for_and_not_confirmed_is_left_out_of_the_figure()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        var none = new EnterForPerson(StaffEntryReason.ReadAloudByPhone, AnswerMode.Telephone, null, null, null, "Amy");
        (await Enter(a, none)).ShouldBeOfType<Outcome.No>().Because.Message.ShouldStartWith("We cannot find a sign that Amy was there:");
        await Enter(a, none with { Sign = SignOfPerson.NotConfirmed });
        await a.AnswerAll();
        await a.Send();
        (await a.OfReferral()).Last<ScoresRecorded>()!.Counting.ShouldBeEmpty();
    }

    [Fact]
    public async Task Paper_needs_the_time_it_was_filled_in_and_it_must_have_been()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        var asked = a.Clock.Now;
        a.Clock.Advance(TimeSpan.FromHours(3));
        var paper = new EnterForPerson(StaffEntryReason.PaperForm, AnswerMode.Paper, null, null, SignOfPerson.PaperWithSignature, "Amy");
        (await Enter(a, paper)).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<SayWhenFilled>();
        (await Enter(a, paper with { FilledAt = a.Clock.Now.Plus(TimeSpan.FromMinutes(1)) })).ShouldBeOfType<Outcome.No>();
        (await Enter(a, paper with { FilledAt = asked.Minus(TimeSpan.FromMinutes(1)) })).ShouldBeOfType<Outcome.No>()
            .Because.Message.ShouldStartWith("These questions were first there at 3pm on Friday 20 November");
        (await Enter(a, paper with { FilledAt = asked })).ShouldBeOfType<Outcome.Done>();
    }

    [Fact]
    public async Task Paper_that_comes_after_the_form_closed_can_be_put_in_to_the_end_and_says_why_it_is_late()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        a.Clock.AdvanceTo(Moment.Utc(2026, 11, 26, 10));
        var paper = Paper(Moment.Utc(2026, 11, 23, 13));
        (await Enter(a, paper)).ShouldBeOfType<Outcome.No>().Because.Message.ShouldBe("You are adding this 3 days after it happened. Why now?");
        (await Enter(a, paper with { WhyLate = WhyLate.NoConnection })).ShouldBeOfType<Outcome.Done>();
        await a.AnswerAll();
        (await a.Send()).ShouldBeOfType<Outcome.Done>();
        var referral = await a.OfReferral();
        // Filled in before the session: in time, put in late, and the record says which.
        referral.Last<ScoresRecorded>()!.Late.ShouldBeFalse();
        referral.Last<AddedLate>()!.Why.ShouldBe(WhyLate.NoConnection);
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task Paper_put_in_late_after_the_decision_to_end_care_is_no_score_before_a_second_person_says_so(Kept kept)
    {
        await using var a = await AForm.On(kept);
        a.Clock.AdvanceTo(Moment.Utc(2026, 11, 26, 10));
        await a.Write([Referral], (_, _) => Decision.Accept(Referral, new EndingDecided
        {
            Decision = "D1", Reason = EndingReason.FinishedTogether, EndCode = "46", SessionsGiven = 2, BelowInARow = 2, Why = "Done.",
        }));
        await Enter(a, Paper(Moment.Utc(2026, 11, 23, 13)) with { WhyLate = WhyLate.NoConnection });
        await a.AnswerAll();
        await a.Write([Form, Referral], (all, now) => new SubmitQuestionnaire().Decide(all[Form], all[Referral], now), AForm.Jo);
        (await a.Form()).IsSent.ShouldBeTrue();
        (await a.OfReferral()).Any<ScoresRecorded>().ShouldBeFalse();

        var entry = LateEntry.Held(await a.OfReferral())[0].Event.Entry;
        (await a.Write([Referral], (all, _) => new SettleHeld(entry, true).Decide(all[Referral], AForm.Jo), AForm.Jo)).ShouldBeOfType<Outcome.No>();
        (await a.Write([Referral], (all, _) => new SettleHeld(entry, true).Decide(all[Referral], AForm.Supervisor), AForm.Supervisor)).ShouldBeOfType<Outcome.Done>();
        (await a.OfReferral()).Last<ScoresRecorded>()!.Totals.ShouldBe(["8", "7"]);
    }

    private static EnterForPerson Paper(Moment filled) =>
        new(StaffEntryReason.PaperForm, AnswerMode.Paper, filled, null, SignOfPerson.PaperWithSignature, "Amy");

    [Fact]
    public async Task Nobody_types_into_a_form_the_person_has_begun()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Start();
        await a.Answer("PHQ9", 1, 1);
        var entry = new EnterForPerson(StaffEntryReason.NoInternet, AnswerMode.InSession, null, null, SignOfPerson.InTheRoom, "Amy");
        (await Enter(a, entry)).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<NotYoursToEnter>();
    }

    [Fact]
    public async Task Nobody_types_into_a_form_the_person_has_opened_and_not_yet_answered()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Start();
        (await Enter(a, InTheRoom)).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<NotYoursToEnter>();
        (await a.Form()).StaffEntry.ShouldBeNull();
    }

    [Fact]
    public async Task What_staff_began_is_never_relabelled_as_the_persons_own()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await Enter(a, InTheRoom);
        await a.Answer("PHQ9", 1, 2, by: AForm.Jo);
        (await a.Start()).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<EnteredForYou>();
        (await Give(a, 2, 1)).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<EnteredForYou>();
        var form = await a.Form();
        (form.FilledInBy, form.Mode, form.Given.Count).ShouldBe((FilledInBy.Staff, AnswerMode.InSession, 1));
    }

    [Fact]
    public async Task A_worry_told_by_the_person_while_staff_enter_is_never_refused_and_is_the_persons_own()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await Enter(a, InTheRoom);
        (await Give(a, 9, 2)).ShouldBeOfType<Outcome.Done>();
        RiskTask.OpenOf(await a.OfPerson()).ShouldNotBeNull();
        (await a.Form()).Given.ShouldHaveSingleItem().Event.FilledInBy.ShouldBe(FilledInBy.Person);
    }

    [Fact]
    public async Task One_touch_takes_a_disputed_set_out_of_the_figure_and_both_values_stay()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await Enter(a, new(StaffEntryReason.HelpWithReading, AnswerMode.InSession, null, null, SignOfPerson.InTheRoom, "Amy"));
        await a.AnswerAll();
        await a.Send();
        await a.Write([Form, Referral], (all, _) => new DisputeAnswers().Decide(all[Form], all[Referral]));
        SentScore.OfReferral(await a.OfReferral()).ShouldAllBe(s => !s.Score.Counts);

        await new SayWhatISaid("PHQ9", 1, 3).Write(a.Record, new("said", AForm.Amy), AForm.First, new SeededRandomness(4));
        var form = await a.Form();
        form.Corrections.ShouldHaveSingleItem().Entered.ShouldBe(1);
        form.Corrections[0].Said.ShouldBe(3);
        form.Now(form.Items[0])!.Event.Value.ShouldBe(1);
    }

    [Fact]
    public async Task A_corrected_item_9_above_0_opens_a_task()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await Enter(a, new(StaffEntryReason.HelpWithReading, AnswerMode.InSession, null, null, SignOfPerson.InTheRoom, "Amy"));
        await a.AnswerAll();
        await a.Send();
        await new SayWhatISaid("PHQ9", 9, 2).Write(a.Record, new("said", AForm.Amy), AForm.First, new SeededRandomness(4));
        RiskTask.OpenOf(await a.OfPerson())!.Told.ShouldHaveSingleItem().Value.ShouldBe(2);
    }

    [Fact]
    public async Task A_total_is_refused_in_these_words()
    {
        await Task.CompletedTask;
        new TotalIsAddedUp(Clinical.Instruments.Instrument.Phq9).Message
            .ShouldBe("PHQ-9 is added up from its 9 answers. Enter the answers, or choose \"not done\" and say why.");
        new NotSentYet("Amy").Message.ShouldBe("Amy has not sent these yet. You will see them when Amy does.");
    }

    private static EnterForPerson InTheRoom { get; } =
        new(StaffEntryReason.NoInternet, AnswerMode.InSession, null, null, SignOfPerson.InTheRoom, "Amy");

    /// <summary>An answer of the person's by their link.</summary>
    private static Task<Outcome> Give(AForm a, int item, int value) =>
        new GiveAnswer("PHQ9", item, value, a.Clock.Now, "page") { Mode = AnswerMode.Link }
            .Write(a.Record, new Order($"give{item}", AForm.Amy), AForm.First, new SeededRandomness(5));

    private static Task<Outcome> Enter(AForm a, EnterForPerson entry) =>
        a.Write([Form], (all, now) => entry.Decide(all[Form], now), AForm.Jo);
}
