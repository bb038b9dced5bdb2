using Candour.CareRecord.Appointments;
using Candour.CareRecord.Questionnaires;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Questionnaires;

/// <summary>The session on Monday at 2pm goes to another time while its questions are out.</summary>
public sealed class MovedSessionTests
{
    private const string Second = "QUESTIONNAIRE002";

    [Fact]
    public async Task A_set_of_the_old_time_is_not_begun_and_says_when_the_session_is_now()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Move(a.Starts.Plus(TimeSpan.FromDays(8)));
        (await a.Start()).ShouldBeOfType<Outcome.No>().Because.Message.ShouldBe(
            "These questions were for Monday 23 November 2026, 2pm. That session is now on Tuesday 1 December 2026, 2pm, and has questions of its own.");
    }

    [Fact]
    public async Task Nobody_begins_the_questions_of_a_session_that_was_called_off()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await Book(a);
        await a.Write([Streams.Referral(AForm.Referral)], (_, _) => Decision.Accept(
            Streams.Referral(AForm.Referral), new AppointmentCancelled { Appointment = AForm.Appointment, AskedBy = AskedBy.Us }));
        (await a.Start()).ShouldBeOfType<Outcome.No>().Because.Message.ShouldBe(
            "These questions were for Monday 23 November 2026, 2pm. That session was called off, so nobody needs them.");
    }

    [Fact]
    public async Task Answers_under_way_when_the_session_moves_are_taken_and_are_late_by_its_time_of_now()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Start();
        await a.Answer("PHQ9", 1, 1);
        await a.Move(a.Starts.Plus(TimeSpan.FromDays(2)));
        a.Clock.AdvanceTo(a.Starts.Plus(TimeSpan.FromHours(3)));
        await a.AnswerAll();
        (await a.Send()).ShouldBeOfType<Outcome.Done>();

        var scores = (await a.OfReferral()).Last<ScoresRecorded>()!;
        scores.Late.ShouldBeFalse("the session is on Wednesday");
        scores.Counting.ShouldBe(["PHQ9", "GAD7"]);
        Row(await a.OfReferral()).Answers.ShouldBe(AnswersState.Sent);
    }

    [Fact]
    public async Task Answers_from_before_the_window_of_the_new_time_are_not_in()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Start();
        await a.AnswerAll();
        await a.Send();
        Row(await a.OfReferral()).Answers.ShouldBe(AnswersState.Sent);
        var later = a.Starts.Plus(TimeSpan.FromDays(7));
        await a.Move(later);
        Row(await a.OfReferral()).Answers.ShouldBe(AnswersState.NotYet);

        await a.Issue(Second, later);
        a.Clock.AdvanceTo(later.Minus(TimeSpan.FromHours(20)));
        await a.Start(Second);
        await a.AnswerAll(Second);
        await a.Send(Second);
        (Row(await a.OfReferral()).Answers, Row(await a.OfReferral()).AnsweredAt).ShouldBe((AnswersState.Sent, a.Clock.Now));
    }

    [Fact]
    public async Task Who_chose_not_to_answer_before_the_old_time_is_asked_before_the_new_one()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        var (set, referral) = (Streams.Questionnaire(AForm.First), Streams.Referral(AForm.Referral));
        await a.Write([set, referral], (all, now) => new DeclineQuestionnaire().Decide(all[set], all[referral], now));
        Row(await a.OfReferral()).Answers.ShouldBe(AnswersState.ChoseNotTo);
        await a.Move(a.Starts.Plus(TimeSpan.FromDays(1)));
        Row(await a.OfReferral()).Answers.ShouldBe(AnswersState.NotYet);
    }

    private static Task<Outcome> Book(AForm a) => a.Write([Streams.Referral(AForm.Referral)], (_, _) => Decision.Accept(Streams.Referral(AForm.Referral), new AppointmentBooked
    {
        Appointment = "APPTNORTHMERE002", Person = AForm.Person, Clinician = "jo", Starts = a.Starts.Plus(TimeSpan.FromDays(7)), Ends = a.Starts.Plus(TimeSpan.FromDays(7).Add(TimeSpan.FromHours(1))), Kind = "02", Medium = "11",
    }));

    private static AppointmentRow Row(History referral) => AppointmentRow.RowsOf(referral).Single(r => r.Appointment == AForm.Appointment);
}
