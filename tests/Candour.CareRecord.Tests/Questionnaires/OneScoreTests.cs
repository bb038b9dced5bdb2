using Candour.CareRecord.Appointments;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Clinical.Instruments;
using Candour.Clinical.Pathways.Readings;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Questionnaires;

/// <summary>The pathway alone says which score counts: the chart, the ending and the page of the answers agree.</summary>
public sealed class OneScoreTests
{
    private const string Second = "QUESTIONNAIRE002";
    private static readonly StreamId Referral = Streams.Referral(AForm.Referral);

    [Fact]
    public async Task A_set_staff_could_not_confirm_is_in_no_figure_of_the_pathway()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await Enter(a, AForm.First, new(StaffEntryReason.ReadAloudByPhone, AnswerMode.Telephone, null, null, SignOfPerson.NotConfirmed, "Amy"));
        await a.AnswerAll();
        await a.Send();
        Counted(await a.OfReferral()).ShouldBeNull();
        (await Counts(a, AForm.First)).ShouldBeFalse();

        // The person's own set for the same session is then the first that counts.
        (await a.Write([Streams.Questionnaire(AForm.First), Referral], (all, now) => new RepeatQuestionnaire(Second, RepeatReason.NotMeBefore, AskedFor: false)
            .Decide(all[Streams.Questionnaire(AForm.First)], all[Referral], now))).ShouldBeOfType<Outcome.Done>();
        await a.Start(Second);
        await a.AnswerAll(Second, each: 2);
        await a.Send(Second);
        Counted(await a.OfReferral()).ShouldBe(Second);
        (await Counts(a, Second)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_session_that_moved_counts_the_set_of_its_new_window_on_every_page()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Start();
        await a.AnswerAll();
        await a.Send();
        (await Counts(a, AForm.First)).ShouldBeTrue();
        var later = a.Starts.Plus(TimeSpan.FromDays(7));
        await a.Write([Referral], (_, _) => Decision.Accept(Referral, new AppointmentMoved
        {
            Appointment = AForm.Appointment, Clinician = "jo", Starts = later, Ends = later.Plus(TimeSpan.FromHours(1)), Medium = "11", AskedBy = AskedBy.Person,
        }));
        await a.Issue(Second, later);
        a.Clock.Advance(TimeSpan.FromDays(8));
        await a.Start(Second);
        await a.AnswerAll(Second, each: 2);
        await a.Send(Second);

        Counted(await a.OfReferral()).ShouldBe(Second);
        (await Counts(a, Second)).ShouldBeTrue();
        (await Counts(a, AForm.First)).ShouldBeFalse();
        (await a.OfReferral()).Last<ScoresRecorded>()!.Counting.ShouldBe(["PHQ9", "GAD7"]);
        SentScore.OfReferral(await a.OfReferral()).Where(s => s.Score.Counts).ShouldAllBe(s => s.Score.Set.Questionnaire == Second);
    }

    [Fact]
    public async Task A_paper_dated_before_the_persons_own_set_never_takes_its_place()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        var issued = a.Clock.Now;
        a.Clock.Advance(TimeSpan.FromHours(2));
        await a.Start();
        await a.AnswerAll();
        await a.Send();
        var form = Streams.Questionnaire(AForm.First);
        await a.Write([form, Referral], (all, _) => Decision
            .Accept(Streams.Questionnaire(Second), all[form].First<QuestionnaireIssued>()! with { Number = 2, Repeats = AForm.First, RepeatReason = RepeatReason.ItFroze, WindowFrom = issued })
            .And(Referral, new QuestionsIssued { Questionnaire = Second, Appointment = AForm.Appointment, Number = 2, WindowTo = a.Starts }));
        await a.Write([Streams.Questionnaire(Second)], (_, _) => Decision.Accept(Streams.Questionnaire(Second), new StaffEntryStarted
        {
            Reason = StaffEntryReason.PaperForm, Mode = AnswerMode.Paper, FilledAt = issued, Sign = SignOfPerson.PaperWithSignature,
        }), AForm.Jo);
        await a.AnswerAll(Second, each: 0);
        await a.Send(Second);
        Counted(await a.OfReferral()).ShouldBe(AForm.First);
        (await Counts(a, AForm.First)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_paper_filled_in_the_waiting_room_and_typed_after_the_session_counts_and_is_not_late()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        a.Clock.Advance(a.Starts.Since(a.Clock.Now) + TimeSpan.FromHours(1));
        await Enter(a, AForm.First, new(
            StaffEntryReason.PaperForm, AnswerMode.Paper, a.Starts.Minus(TimeSpan.FromMinutes(20)), null, SignOfPerson.PaperWithSignature, "Amy"));
        await a.AnswerAll();
        await a.Send();
        Counted(await a.OfReferral()).ShouldBe(AForm.First);
        (await Counts(a, AForm.First)).ShouldBeTrue();
        (await a.OfReferral()).Last<ScoresRecorded>()!.Late.ShouldBeFalse();
    }

    [Fact]
    public async Task Answers_between_the_planned_and_the_pressed_start_are_late_nowhere()
    {
        await using var a = await AForm.On(Kept.InSqlite, Moment.Utc(2026, 11, 23, 14, 2));
        await a.Start();
        await a.AnswerAll();
        await a.Send();
        // Nobody pressed Start yet: after the planned time is late, and the event keeps that for ever.
        (await LateSomewhere(a)).ShouldBe([true, true, true, true]);
        await Presses(a, Moment.Utc(2026, 11, 23, 14, 10));
        (await LateSomewhere(a)).ShouldBe([true, false, false, false]);
        Counted(await a.OfReferral()).ShouldBe(AForm.First);
    }

    [Fact]
    public async Task A_set_sent_after_the_old_time_of_a_session_moved_later_is_late_nowhere()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Start();
        await a.AnswerAll();
        var later = a.Starts.Plus(TimeSpan.FromHours(5));
        await a.Write([Referral], (_, _) => Decision.Accept(Referral, new AppointmentMoved
        {
            Appointment = AForm.Appointment, Clinician = "jo", Starts = later, Ends = later.Plus(TimeSpan.FromHours(1)), Medium = "11", AskedBy = AskedBy.Person,
        }));
        a.Clock.Advance(a.Starts.Since(a.Clock.Now) + TimeSpan.FromHours(1));
        await a.Send();
        (await LateSomewhere(a)).ShouldBe([false, false, false, false]);
        Counted(await a.OfReferral()).ShouldBe(AForm.First);
    }

    private static Task<Outcome> Presses(AForm a, Moment at)
    {
        a.Clock.Advance(at.Since(a.Clock.Now));
        return a.Write([Referral], (_, _) => Decision.Accept(Referral, new SessionStarted { Appointment = AForm.Appointment, AnswersIn = false }), AForm.Jo);
    }

    /// <summary>Late by the event, in the list, on the page of the answers, and in the pathway.</summary>
    private static async Task<bool[]> LateSomewhere(AForm a)
    {
        var history = await a.OfReferral();
        var pathway = PathwayProjection.OfScores(history);
        return
        [
            history.Last<ScoresRecorded>()!.Late,
            AppointmentRow.RowsOf(history).Single().Answers == AnswersState.Late,
            Provenance.Of(await a.Record.Read(Streams.Questionnaire(AForm.First)), history, "PHQ9")!.Late,
            CountedScore.TimingOf(pathway, pathway.Measurements[0]) == Timing.Late,
        ];
    }

    /// <summary>The set whose PHQ-9 the chart, sustained recovery and the ending take for the session; null: none.</summary>
    private static string? Counted(History referral)
    {
        var pathway = PathwayProjection.OfScores(referral);
        return CountedScore.Of(pathway, 0, Instrument.Phq9) is { } index ? pathway.Measurements[index].Questionnaire : null;
    }

    private static async Task<bool> Counts(AForm a, string id) =>
        Provenance.Of(await a.Record.Read(Streams.Questionnaire(id)), await a.OfReferral(), "PHQ9")!.Counts;

    private static Task<Outcome> Enter(AForm a, string id, EnterForPerson entry) =>
        a.Write([Streams.Questionnaire(id)], (all, now) => entry.Decide(all[Streams.Questionnaire(id)], now), AForm.Jo);
}
