using Candour.CareRecord.Appointments;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Clinical.Instruments;
using Candour.Clinical.Pathways.Readings;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Questionnaires;

/// <summary>Staff enter what a person said when the questions were asked again: kept with its reason beside the first, never in its place.</summary>
public sealed class EnterAgainTests
{
    private const string Second = "QUESTIONNAIRE002";
    private static readonly StreamId Form = Streams.Questionnaire(AForm.First);
    private static readonly StreamId Referral = Streams.Referral(AForm.Referral);

    private static EnterForPerson Aloud { get; } = new(StaffEntryReason.ReadAloudByPhone, AnswerMode.Telephone, null, null, SignOfPerson.CallOrVideo, "Amy");

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task A_repeat_read_aloud_is_kept_with_its_reason_and_the_first_stays_the_score(Kept kept)
    {
        await using var a = await Sent(kept);
        (await Enter(a, null, Aloud)).ShouldBeOfType<Outcome.No>().Because.Message.ShouldBe(
            "These are kept as the 2nd set for this session. The first set (PHQ-9 8, GAD-7 7, sent 3pm on Friday 20 November 2026) stays the score. Why were they asked again?");
        (await a.Record.Read(Streams.Questionnaire(Second))).Exists.ShouldBeFalse();

        (await Enter(a, RepeatReason.ItFroze, Aloud)).ShouldBeOfType<Outcome.Done>();
        await a.AnswerAll(Second, each: 2);
        (await a.Send(Second)).ShouldBeOfType<Outcome.Done>();
        var repeat = (await a.OfReferral()).Last<ScoresRecorded>()!;
        (repeat.Questionnaire, repeat.Number, repeat.RepeatReason, repeat.StaffReason, repeat.FilledInBy)
            .ShouldBe((Second, 2, RepeatReason.ItFroze, StaffEntryReason.ReadAloudByPhone, FilledInBy.Staff));
        repeat.Counting.ShouldBeEmpty();
        (await Counted(a)).ShouldBe(AForm.First);
        var issued = (await a.Form(Second)).Issued;
        (issued.Repeats, issued.RepeatAskedFor, issued.Number).ShouldBe((AForm.First, null, 2));

        await new SendCopies(new SeededRandomness(9)).Run(a.Record, a.Clock.Now);
        (await a.Form(Second)).CopiedAt.ShouldNotBeNull("the person gets what staff put in, as always");
    }

    [Fact]
    public async Task The_next_is_the_third_and_one_open_set_is_enough()
    {
        await using var a = await Sent(Kept.InSqlite);
        await Enter(a, RepeatReason.ItFroze, Aloud);
        (await Enter(a, RepeatReason.ItFroze, Aloud, "QUESTIONNAIRE003")).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<RepeatIsOpen>();
        await a.AnswerAll(Second, each: 2);
        await a.Send(Second);
        (await Enter(a, null, Aloud, "QUESTIONNAIRE003")).ShouldBeOfType<Outcome.No>().Because.Message.ShouldStartWith("These are kept as the 3rd set for this session.");
    }

    [Fact]
    public async Task What_is_missing_in_the_entry_itself_is_asked_for_and_makes_no_set()
    {
        await using var a = await Sent(Kept.InSqlite);
        (await Enter(a, RepeatReason.ItFroze, Aloud with { Sign = null })).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<SayHowWeKnow>();
        (await a.OfReferral()).All<QuestionsIssued>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_repeat_on_paper_is_later_than_the_first_and_may_come_after_the_form_has_closed()
    {
        await using var a = await Sent(Kept.InSqlite);
        var sent = a.Clock.Now;
        a.Clock.Advance(TimeSpan.FromHours(3));
        EnterForPerson Paper(Moment filled) => new(StaffEntryReason.PaperForm, AnswerMode.Paper, filled, null, SignOfPerson.PaperWithSignature, "Amy");
        (await Enter(a, RepeatReason.ItFroze, Paper(sent.Minus(TimeSpan.FromMinutes(5))))).ShouldBeOfType<Outcome.No>()
            .Because.Message.ShouldStartWith("The first set was answered at 3pm on Friday 20 November 2026. A repeat is later:");

        a.Clock.AdvanceTo(Moment.Utc(2026, 11, 26, 10));
        (await Enter(a, RepeatReason.ItFroze, Aloud)).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<OnlyPaperNow>();
        var later = Paper(sent.Plus(TimeSpan.FromMinutes(20))) with { WhyLate = WhyLate.NoConnection };
        (await Enter(a, RepeatReason.ItFroze, later)).ShouldBeOfType<Outcome.Done>();
        await a.AnswerAll(Second, each: 0);
        await a.Send(Second);
        (await Counted(a)).ShouldBe(AForm.First);
    }

    [Fact]
    public async Task Where_the_first_is_not_the_score_the_words_do_not_say_that_it_is()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Write([Form], (all, now) => (Aloud with { Sign = SignOfPerson.NotConfirmed }).Decide(all[Form], now), AForm.Jo);
        await a.AnswerAll();
        await a.Send();
        (await Enter(a, null, Aloud)).ShouldBeOfType<Outcome.No>().Because.Message.ShouldContain(") is kept, and is not the score. Why were they asked again?");
    }

    [Fact]
    public async Task Nothing_is_entered_into_what_was_sent()
    {
        await using var a = await Sent(Kept.InSqlite);
        (await a.Write([Form], (all, now) => Aloud.Decide(all[Form], now), AForm.Jo)).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<RepeatDoesNotReplace>();
    }

    private static async Task<AForm> Sent(Kept kept)
    {
        var a = await AForm.On(kept);
        await a.Start();
        await a.AnswerAll();
        (await a.Send()).ShouldBeOfType<Outcome.Done>();
        return a;
    }

    private static Task<Outcome> Enter(AForm a, RepeatReason? why, EnterForPerson entry, string id = Second) =>
        a.Write([Form, Referral], (all, now) => new EnterAgain(id, why, entry).Decide(all[Form], all[Referral], now), AForm.Jo);

    private static async Task<string?> Counted(AForm a)
    {
        var pathway = PathwayProjection.OfScores(await a.OfReferral());
        return CountedScore.Of(pathway, 0, Instrument.Phq9) is { } index ? pathway.Measurements[index].Questionnaire : null;
    }
}
