using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Questionnaires;

public sealed class SendingTests
{
    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task The_server_adds_up_what_was_answered_and_the_set_counts(Kept kept)
    {
        await using var a = await AForm.On(kept);
        await a.Start();
        await a.AnswerAll(each: 2, item9: 0);
        (await a.Send()).ShouldBeOfType<Outcome.Done>();

        var scores = (await a.OfReferral()).All<ScoresRecorded>().ShouldHaveSingleItem();
        scores.Totals.ShouldBe(["16", "14"]);
        scores.Answers.ShouldBe(["2,2,2,2,2,2,2,2,0", "2,2,2,2,2,2,2"]);
        scores.Counting.ShouldBe(["PHQ9", "GAD7"]);
        (scores.Number, scores.Late).ShouldBe((1, false));
        SentScore.OfReferral(await a.OfReferral()).Select(s => s.Score.Score!.Value).ShouldBe([16, 14]);
    }

    [Fact]
    public async Task A_form_begun_can_be_carried_on_where_it_stopped()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Start();
        await a.Answer("PHQ9", 1, 1);
        await a.Answer("PHQ9", 2, null);
        (await a.Form()).NextOpen.ShouldBe(3);
        a.Clock.Advance(TimeSpan.FromHours(20));
        (await a.Start()).ShouldBeOfType<Outcome.Done>().Events.ShouldBeEmpty();
        (await a.Form()).NextOpen.ShouldBe(3);
    }

    [Fact]
    public async Task A_set_sent_after_the_session_began_is_kept_marked_late_and_does_not_count()
    {
        await using var a = await AForm.On(Kept.InSqlite, Moment.Utc(2026, 11, 23, 14, 1));
        await a.Start();
        await a.AnswerAll();
        await a.Send();
        var scores = (await a.OfReferral()).Last<ScoresRecorded>()!;
        scores.Late.ShouldBeTrue();
        scores.Counting.ShouldBeEmpty();
        scores.Totals.ShouldBe(["8", "7"]);
    }

    [Fact]
    public async Task When_the_session_began_early_answers_after_that_are_late()
    {
        await using var a = await AForm.On(Kept.InSqlite, Moment.Utc(2026, 11, 23, 13, 50));
        await a.Start();
        await a.AnswerAll();
        await a.Write([Streams.Referral(AForm.Referral)], (all, _) => Decision.Accept(
            Streams.Referral(AForm.Referral), new SessionStarted { Appointment = AForm.Appointment, AnswersIn = false }));
        a.Clock.Advance(TimeSpan.FromMinutes(1));
        await a.Send();
        (await a.OfReferral()).Last<ScoresRecorded>()!.Late.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task A_repeat_is_kept_numbered_and_reasoned_and_cannot_replace_the_first(Kept kept)
    {
        await using var a = await AForm.On(kept);
        await a.Start();
        await a.AnswerAll(each: 2);
        await a.Send();
        await Repeat(a, "QUESTIONNAIRE002", RepeatReason.ItFroze);
        await a.Start("QUESTIONNAIRE002");
        await a.AnswerAll("QUESTIONNAIRE002", each: 0);
        await a.Send("QUESTIONNAIRE002");

        var sets = (await a.OfReferral()).All<ScoresRecorded>().ToList();
        sets.Select(s => s.Number).ShouldBe([1, 2]);
        sets.Select(s => s.Totals[0]).ShouldBe(["16", "0"]);
        sets[0].Counting.ShouldBe(["PHQ9", "GAD7"]);
        sets[1].Counting.ShouldBeEmpty();
        sets[1].RepeatReason.ShouldBe(RepeatReason.ItFroze);
    }

    [Fact]
    public async Task What_the_first_set_left_unanswered_the_second_may_complete()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Start();
        for (var item = 1; item <= 7; item++)
            await a.Answer("GAD7", item, 1);
        await a.Send();
        await Repeat(a, "QUESTIONNAIRE002", RepeatReason.HelpedThisTime);
        await a.Start("QUESTIONNAIRE002");
        await a.AnswerAll("QUESTIONNAIRE002");
        await a.Send("QUESTIONNAIRE002");
        (await a.OfReferral()).All<ScoresRecorded>().Select(s => string.Join(' ', s.Counting)).ShouldBe(["GAD7", "PHQ9"]);
    }

    [Fact]
    public async Task A_session_has_one_set_however_often_it_is_issued_and_a_moved_session_has_another()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        (await a.Issue("QUESTIONNAIRE002", a.Starts)).ShouldBeOfType<Outcome.Done>().Events.ShouldBeEmpty();
        var later = a.Starts.Plus(TimeSpan.FromDays(2));
        (await a.Issue("QUESTIONNAIRE003", later)).ShouldBeOfType<Outcome.Done>().Events.ShouldBeEmpty("nobody has moved it");
        await a.Move(later);
        (await a.Issue("QUESTIONNAIRE003", later)).ShouldBeOfType<Outcome.Done>().Events.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Over_is_over_24_hours_after_the_session_and_the_words_say_which()
    {
        await using var a = await AForm.On(Kept.InSqlite, Moment.Utc(2026, 11, 24, 15, 1));
        (await a.Start()).ShouldBeOfType<Outcome.No>().Because.Message.ShouldBe("These questions were for 23 November and are closed.");
    }

    [Fact]
    public async Task A_set_without_any_answer_is_not_sent()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Start();
        (await a.Send()).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<NothingAnswered>();
    }

    [Fact]
    public async Task Choosing_not_to_answer_asks_nothing_and_can_be_changed()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Write([Streams.Questionnaire(AForm.First), Streams.Referral(AForm.Referral)], (all, now) =>
            new DeclineQuestionnaire().Decide(all[Streams.Questionnaire(AForm.First)], all[Streams.Referral(AForm.Referral)], now));
        (await a.OfReferral()).Any<QuestionsDeclined>().ShouldBeTrue();
        (await a.Start()).ShouldBeOfType<Outcome.Done>().Events.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Provenance_tells_each_answer_with_its_changes_and_how_long_before_the_session()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Start();
        await a.AnswerAll(each: 2);
        await a.Answer("PHQ9", 3, 1);
        a.Clock.AdvanceTo(a.Starts.Minus(TimeSpan.FromMinutes(291)));
        await a.Send();

        var how = Provenance.Of(await a.Record.Read(Streams.Questionnaire(AForm.First)), await a.OfReferral(), "PHQ9")!;
        how.Answers[2].InWords.ShouldBe("2, then 1");
        how.Answers[0].InWords.ShouldBe("2");
        how.Before.ShouldBe(TimeSpan.FromMinutes(291));
        (how.Number, how.Sets, how.Counts, how.Device, how.Wording).ShouldBe((1, 1, true, "device-1", "PHQ9/1/en-GB"));
        how.Score!.Value.ShouldBe(15);
    }

    [Fact]
    public async Task Before_it_is_sent_provenance_carries_no_answer()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Start();
        await a.AnswerAll();
        var how = Provenance.Of(await a.Record.Read(Streams.Questionnaire(AForm.First)), await a.OfReferral(), "PHQ9")!;
        how.Answers.ShouldBeEmpty();
        how.Score.ShouldBeNull();
    }

    private static Task<Outcome> Repeat(AForm a, string id, RepeatReason why) => a.Write(
        [Streams.Questionnaire(AForm.First), Streams.Referral(AForm.Referral)],
        (all, now) => new RepeatQuestionnaire(id, why, true)
            .Decide(all[Streams.Questionnaire(AForm.First)], all[Streams.Referral(AForm.Referral)], now));
}
