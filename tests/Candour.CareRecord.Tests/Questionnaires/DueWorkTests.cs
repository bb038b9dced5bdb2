using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Questionnaires.Store;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Questionnaires;

public sealed class DueWorkTests
{
    private static readonly StreamId Person = Streams.Person(AForm.Person);

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task The_questions_go_72_hours_before_once_and_a_reminder_24_hours_before_when_they_have_not_come_back(Kept kept)
    {
        await using var a = await AForm.On(kept, Moment.Utc(2026, 11, 20, 13), issued: false);
        await Reachable(a);
        await Turn(a);
        (await Messages(a)).ShouldBeEmpty("72 hours before is 2pm");

        a.Clock.AdvanceTo(Moment.Utc(2026, 11, 20, 14));
        await Turn(a);
        await Turn(a);
        var first = (await Messages(a)).ShouldHaveSingleItem();
        (first.Template, first.LinkPurpose, first.LinkExpires).ShouldBe(("T5", LinkPurpose.AnswerQuestions, Moment.Utc(2026, 11, 24, 15)));
        var set = (await a.OfReferral()).All<QuestionsIssued>().ShouldHaveSingleItem();
        first.LinkTarget.ShouldBe(set.Questionnaire);
        (await a.Form(set.Questionnaire)).Issued.Instruments.ShouldBe(["PHQ9", "GAD7"]);

        a.Clock.AdvanceTo(Moment.Utc(2026, 11, 22, 14));
        await Turn(a);
        await Turn(a);
        (await Messages(a)).Select(m => (m.Template, m.LinkTarget)).ShouldBe([("T5", set.Questionnaire), ("T6", set.Questionnaire)], ignoreOrder: true);
    }

    [Fact]
    public async Task Nobody_who_has_answered_is_reminded()
    {
        await using var a = await AForm.On(Kept.InSqlite, Moment.Utc(2026, 11, 20, 14), issued: false);
        await Reachable(a);
        await Turn(a);
        var set = (await a.OfReferral()).Last<QuestionsIssued>()!.Questionnaire;
        await a.Start(set);
        await a.AnswerAll(set);
        await a.Send(set);
        a.Clock.AdvanceTo(Moment.Utc(2026, 11, 22, 14));
        await Turn(a);
        (await Messages(a)).ShouldHaveSingleItem().Template.ShouldBe("T5");
    }

    [Fact]
    public async Task No_set_is_put_before_somebody_who_has_died()
    {
        await using var a = await AForm.On(Kept.InSqlite, Moment.Utc(2026, 11, 20, 14), issued: false);
        await Reachable(a);
        await a.Write([Person], (_, _) => Decision.Accept(Person, new DeathRecorded()));
        await Turn(a);
        (await a.OfReferral()).Any<QuestionsIssued>().ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_is_asked_before_a_session_left_in_the_diary_after_care_has_ended(bool asked)
    {
        await using var a = await AForm.On(Kept.InSqlite, Moment.Utc(2026, 11, 20, 14), issued: false);
        await Reachable(a);
        if (asked)
            await Turn(a);
        await a.Write([Streams.Referral(AForm.Referral)], (_, _) => Decision.Accept(Streams.Referral(AForm.Referral), new CareRecord.Discharge.CareEnded
        {
            Decision = "DEC1S10N00000001", Day = new(2026, 11, 19), Decided = new(2026, 11, 5), Reason = CareRecord.Discharge.EndingReason.FinishedTogether, EndCode = "46",
        }));
        a.Clock.AdvanceTo(Moment.Utc(2026, 11, 22, 14));
        await Turn(a);
        (await a.OfReferral()).All<QuestionsIssued>().Count().ShouldBe(asked ? 1 : 0);
        (await Messages(a)).Select(m => m.Template).ShouldBe(asked ? ["T5"] : []);
    }

    [Fact]
    public async Task Where_answering_at_home_is_off_the_set_is_there_and_nothing_is_sent()
    {
        await using var a = await AForm.On(Kept.InSqlite, Moment.Utc(2026, 11, 20, 14), issued: false);
        await Reachable(a, home: false);
        await Turn(a);
        (await a.OfReferral()).Any<QuestionsIssued>().ShouldBeTrue();
        (await Messages(a)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_copy_of_what_staff_put_in_goes_within_a_day_and_once()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await Reachable(a);
        var form = Streams.Questionnaire(AForm.First);
        await a.Write([form], (all, now) => new EnterForPerson(
            StaffEntryReason.ReadAloudByPhone, AnswerMode.Telephone, null, null, SignOfPerson.CallOrVideo, "Amy").Decide(all[form], now), AForm.Jo);
        await a.AnswerAll();
        await a.Send();
        var copies = new SendCopies(new SeededRandomness(9));
        (await copies.Run(a.Record, a.Clock.Now)).ShouldBe(1);
        (await copies.Run(a.Record, a.Clock.Now)).ShouldBe(0);
        var copy = (await Messages(a)).ShouldHaveSingleItem();
        (copy.Template, copy.LinkPurpose, copy.LinkTarget).ShouldBe(("T10", LinkPurpose.CheckAnswers, AForm.First));
        (copy.Due < a.Clock.Now.Plus(TimeSpan.FromHours(24))).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_safe_way_the_copy_is_on_the_call_list()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        var form = Streams.Questionnaire(AForm.First);
        await a.Write([form], (all, now) => new EnterForPerson(
            StaffEntryReason.ReadAloudByPhone, AnswerMode.Telephone, null, null, SignOfPerson.CallOrVideo, "Amy").Decide(all[form], now), AForm.Jo);
        await a.AnswerAll();
        await a.Send();
        await new SendCopies(new SeededRandomness(9)).Run(a.Record, a.Clock.Now);
        await using var lists = a.Record.Lists();
        (await QuestionnaireList.CopiesOwed(lists)).ShouldBeEmpty();
        (await Candour.CareRecord.Messages.Store.FindMessages.CountCallList(a.Record)).ShouldBe(1);
    }

    [Fact]
    public async Task The_ladder_as_due_work_fires_each_rung_once_even_after_the_server_was_down()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Start();
        await a.Answer("PHQ9", 9, 1);
        var ladder = new RiskLadder(new SeededRandomness(9));
        a.Clock.Advance(TimeSpan.FromMinutes(59));
        (await ladder.Run(a.Record, a.Clock.Now)).ShouldBe(0);
        a.Clock.Advance(TimeSpan.FromHours(16));
        await ladder.Run(a.Record, a.Clock.Now);
        await ladder.Run(a.Record, a.Clock.Now);
        var rungs = (await a.OfPerson()).All<RiskEscalated>().ToList();
        rungs.Select(r => r.To).ShouldBe(["dee", "sam", "lee", "lee"]);
        rungs.Select(r => r.Rung).Distinct().Count().ShouldBe(4);
        rungs[^1].Due.ShouldBe(Moment.Utc(2026, 11, 21, 7));
    }

    private static Task Turn(AForm a) => new SendQuestions(Wordings.Shipped, new SeededRandomness((int)(a.Clock.Now.Milliseconds % 1_000_000))).Run(a.Record, a.Clock.Now);

    private static async Task Reachable(AForm a, bool home = true)
    {
        await a.Write([Person], (_, _) => Decision.Accept(
            Person,
            new PersonRegistered { FirstName = "Amira", LastName = "Testwell", CalledName = "Amy", FilledBy = FilledBy.Me },
            new ContactDetailsGiven { Chosen = [Ways.Text], Mobile = "07700 900123" },
            new SafeContactRulesGiven { TextsSafe = true, NeutralName = true },
            new ContactConfirmed { Way = Ways.Text, Address = "07700 900123" }));
        await a.Write([Streams.Policy], (_, _) => Decision.Accept(
            Streams.Policy, new PolicySet { Name = PolicyNames.HomeQuestionnaires, Value = home ? "yes" : "no", From = new(2026, 1, 1) }));
    }

    private static async Task<IReadOnlyList<MessageQueued>> Messages(AForm a)
    {
        var found = new List<MessageQueued>();
        foreach (var id in await Candour.CareRecord.Messages.Store.FindMessages.WaitingFor(a.Record, AForm.Person))
            found.Add((await a.Record.Read(Streams.Message(id))).First<MessageQueued>()!);
        return found;
    }
}
