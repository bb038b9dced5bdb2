using Candour.CareRecord.Appointments;
using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Problem;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Questionnaires;

/// <summary>PCL-5 is asked once with somebody at hand, and from then on with the questions of each session.</summary>
[Trait("Hazard", "H45")]
public sealed class TogetherFirstTests
{
    private const string Set = "TOGETHER00000001", Next = "APPTNORTHMERE002";

    private static readonly StreamId Person = Streams.Person(AForm.Person), Referral = Streams.Referral(AForm.Referral);

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task What_is_asked_together_is_reminded_of_by_nobody_and_sent_with_the_next_questions_once_it_was_answered(Kept kept)
    {
        await using var a = await WithTrauma(kept);
        await Turn(a);
        var own = (await a.OfReferral()).All<QuestionsIssued>().ShouldHaveSingleItem().Questionnaire;
        (await a.Form(own)).Issued.Instruments.ShouldBe(["PHQ9", "GAD7"]);
        (await Together(a)).ShouldBeOfType<Outcome.Done>().Events.ShouldNotBeEmpty();
        (await Together(a, "TOGETHER00000002")).ShouldBeOfType<Outcome.Done>().Events.ShouldBeEmpty("one an occasion");

        a.Clock.AdvanceTo(Moment.Utc(2026, 11, 22, 14));
        await Turn(a);
        (await Messages(a)).Select(m => (m.Template, m.LinkTarget)).ShouldBe([("T5", own), ("T6", own)], ignoreOrder: true);

        (await Start(a, AnswerMode.Link)).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<AnsweredTogether>();
        (await Start(a, AnswerMode.Kiosk)).ShouldBeOfType<Outcome.Done>();
        for (var item = 1; item <= 20; item++)
            (await a.Answer(InstrumentSet.Trauma, item, 2, Set)).ShouldBeOfType<Outcome.Done>();
        (await a.Send(Set)).ShouldBeOfType<Outcome.Done>();
        var scores = (await a.OfReferral()).All<ScoresRecorded>().ShouldHaveSingleItem();
        (scores.Totals.Single(), scores.Counting.Single(), scores.Number, scores.Together).ShouldBe(("40", InstrumentSet.Trauma, 1, true));
        await using (var lists = a.Record.Lists())
            lists.Set<AppointmentRow>().Single(r => r.Appointment == AForm.Appointment).Answers.ShouldNotBe(AnswersState.Sent, "the questions of the session are still open");

        await a.Write([Referral], (_, _) => Decision.Accept(Referral, new AppointmentBooked
        {
            Appointment = Next, Person = AForm.Person, Clinician = "jo", Starts = Moment.Utc(2026, 11, 25, 14), Ends = Moment.Utc(2026, 11, 25, 15), Kind = "02", Medium = "11",
        }));
        await Turn(a);
        var next = (await a.OfReferral()).All<QuestionsIssued>().Single(q => q.Appointment == Next).Questionnaire;
        (await a.Form(next)).Issued.Instruments.ShouldBe(["PHQ9", "GAD7", InstrumentSet.Trauma]);
    }

    [Fact]
    public async Task The_questions_of_the_session_come_first_and_their_repeat_is_not_what_is_asked_together()
    {
        await using var a = await WithTrauma(Kept.InSqlite);
        (await Together(a)).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<QuestionsNotOpen>();
        await Turn(a);
        var own = (await a.OfReferral()).Last<QuestionsIssued>()!.Questionnaire;
        await Together(a);
        await a.Start(own);
        await a.AnswerAll(own);
        await a.Send(own);
        await a.Write([Streams.Questionnaire(own), Referral], (all, now) => new RepeatQuestionnaire("REPEAT0000000001", RepeatReason.ItFroze, AskedFor: false)
            .Decide(all[Streams.Questionnaire(own)], all[Referral], now));
        RepeatQuestionnaire.Open(await a.Form(own), await a.OfReferral()).ShouldBe("REPEAT0000000001");
        (await a.Form("REPEAT0000000001")).Issued.Instruments.ShouldBe(["PHQ9", "GAD7"]);
    }

    [Fact]
    public async Task No_link_and_no_code_is_made_for_it()
    {
        await using var a = await WithTrauma(Kept.InSqlite);
        await Turn(a);
        await Together(a);
        var (form, now) = (Streams.Questionnaire(Set), a.Clock.Now);
        var h = await a.Record.Read([form, Person, Streams.Policy, Streams.Service]);
        var asked = new AskToAnswerNow("M").Decide(h[form], h[Person], Sender.Of(h, now), a.Starts, homeIsOn: true, now);
        ((Refused)asked).Because.Message.ShouldBe("These questions are answered together first, so no link is sent. Hand Amy this device, or enter what Amy says.");
        new SendLinkToCarryOn("M").Decide(h[form], h[Person], Sender.Of(h, now), now).ShouldBe(new Refused(new AnsweredTogether()));
        new ShowCodeToCarryOn(NewLink.OnPaper(a.Randomness)).Decide(h[form], now).ShouldBe(new Refused(new AnsweredTogether()));
    }

    /// <summary>Reachable, at home too, with post-traumatic stress as the main problem; 72 hours before the session.</summary>
    private static async Task<AForm> WithTrauma(Kept kept)
    {
        var a = await AForm.On(kept, Moment.Utc(2026, 11, 20, 14), issued: false);
        await a.Write([Person], (_, _) => Decision.Accept(
            Person,
            new PersonRegistered { FirstName = "Amira", LastName = "Testwell", CalledName = "Amy", FilledBy = FilledBy.Me },
            new ContactDetailsGiven { Chosen = [Ways.Text], Mobile = "07700 900123" },
            new SafeContactRulesGiven { TextsSafe = true, NeutralName = true },
            new ContactConfirmed { Way = Ways.Text, Address = "07700 900123" }));
        await a.Write([Streams.Policy], (_, _) => Decision.Accept(
            Streams.Policy, new PolicySet { Name = PolicyNames.HomeQuestionnaires, Value = "yes", From = new(2026, 1, 1) }));
        await a.Write([Referral], (_, _) => Decision.Accept(Referral, new ProblemDescriptorRecorded
        {
            Scheme = "01", Code = "F431", Significance = "1", RecordedOn = new(2026, 11, 10), AtAssessment = true,
        }));
        return a;
    }

    private static Task Turn(AForm a) => new SendQuestions(Wordings.Shipped, new SeededRandomness((int)(a.Clock.Now.Milliseconds % 1_000_000))).Run(a.Record, a.Clock.Now);

    private static Task<Outcome> Together(AForm a, string id = Set) => a.Write([Referral], (all, _) => new IssueQuestionnaire
    {
        Id = id, Referral = AForm.Referral, Person = AForm.Person, Appointment = AForm.Appointment, Starts = a.Starts, Ends = a.Starts.Plus(TimeSpan.FromHours(1)),
        Clinician = "jo", Wordings = Wordings.Shipped, Together = true,
        Instruments = InstrumentSet.TogetherFirst(SendQuestions.MainProblem(all[Referral]), Wordings.Shipped, SendQuestions.Answered(all[Referral])),
    }.Decide(all[Referral]), AForm.Jo);

    private static Task<Outcome> Start(AForm a, AnswerMode mode) => a.Write(
        [Streams.Questionnaire(Set), Referral],
        (all, now) => new StartQuestionnaire(FilledInBy.Person, mode).Decide(all[Streams.Questionnaire(Set)], now, all[Referral]));

    private static async Task<IReadOnlyList<MessageQueued>> Messages(AForm a)
    {
        var found = new List<MessageQueued>();
        foreach (var id in await CareRecord.Messages.Store.FindMessages.WaitingFor(a.Record, AForm.Person))
            found.Add((await a.Record.Read(Streams.Message(id))).First<MessageQueued>()!);
        return found;
    }
}
