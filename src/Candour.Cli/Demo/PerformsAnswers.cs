using Candour.CareRecord;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Clinical.Instruments;
using Candour.Simulation;

namespace Candour.Cli.Demo;

/// <content>Questionnaires and what item 9 sets off.</content>
internal sealed partial class Performance
{
    private static readonly string[] Asked = [Instrument.Phq9.Token, Instrument.Gad7.Token];

    private async Task AnswerAtHome(SimulatedPerson person, AnswersAtHome intention)
    {
        if (await FormOf(person, intention.Visit) is not { } form)
            return;
        await Do(Person(person), nameof(AnswerAtHome), [form], (h, now) =>
            new StartQuestionnaire(FilledInBy.Person, AnswerMode.Link).Decide(h[form], now));
        await GiveAll(person, form, Person(person), intention.Answers, intention.SecondsAnItem);
    }

    private async Task ReadAloud(SimulatedPerson person, StaffReadAloud intention)
    {
        if (await FormOf(person, intention.Visit) is not { } form)
            return;
        var by = Staff(intention.Staff);
        var entry = new EnterForPerson(
            intention.Why == "phone" ? StaffEntryReason.ReadAloudByPhone : StaffEntryReason.HelpWithReading,
            intention.Why == "phone" ? AnswerMode.Telephone : AnswerMode.InSession,
            null, null, intention.Why == "phone" ? SignOfPerson.CallOrVideo : SignOfPerson.InTheRoom, person.CalledName ?? person.FirstName);
        await Do(by, nameof(ReadAloud), [form], (h, now) => entry.Decide(h[form], now));
        await GiveAll(person, form, by, intention.Answers, secondsAnItem: 12);
    }

    private async Task AnswerAgain(SimulatedPerson person, AnswersAgain intention)
    {
        var known = Of(person);
        if (!known.Forms.TryGetValue(intention.Visit, out var first))
            return;
        var again = new RepeatQuestionnaire(Ids.New(randomness), RepeatReason.ItFroze, AskedFor: false);
        var form = Streams.Questionnaire(again.Id);
        if (!await Do(Person(person), nameof(AnswerAgain), [Streams.Questionnaire(first), known.ReferralStream], (h, now) =>
            again.Decide(h[Streams.Questionnaire(first)], h[known.ReferralStream], now)))
        {
            return;
        }

        await Do(Person(person), nameof(AnswerAgain), [form], (h, now) => new StartQuestionnaire(FilledInBy.Person, AnswerMode.Link).Decide(h[form], now));
        await GiveAll(person, form, Person(person), intention.Answers, secondsAnItem: 5);
    }

    /// <summary>The set of a visit, issued when it is first needed.</summary>
    private async Task<StreamId?> FormOf(SimulatedPerson person, int visit)
    {
        var known = Of(person);
        if (!known.Visits.TryGetValue(visit, out var appointment))
            return null;
        if (!known.Forms.TryGetValue(visit, out var id))
        {
            var issue = new IssueQuestionnaire
            {
                Id = known.Forms[visit] = id = Ids.New(randomness),
                Referral = known.Referral,
                Person = known.Person,
                Appointment = appointment,
                Starts = known.Starts[visit],
                Ends = known.Ends[visit],
                Instruments = Asked,
                Wordings = Wordings.Shipped,
            };
            await Do(By.Worker, "Issue", [known.ReferralStream], (h, _) => issue.Decide(h[known.ReferralStream]));
        }

        return Streams.Questionnaire(id);
    }

    private async Task GiveAll(SimulatedPerson person, StreamId form, By by, IReadOnlyList<int> answers, int secondsAnItem)
    {
        var known = Of(person);
        for (var i = 0; i < answers.Count; i++)
        {
            var shown = clock.Now;
            clock.Now = clock.Now.Plus(TimeSpan.FromSeconds(secondsAnItem));
            var answer = new GiveAnswer(i < 9 ? Asked[0] : Asked[1], i < 9 ? i + 1 : i - 8, answers[i], shown, $"page-{i}");
            var safety = i == 8;
            var ids = safety ? RiskIds.New(randomness) : null;
            await Do(by, "Answer", safety ? [form, known.PersonStream, known.ReferralStream, Streams.Policy] : [form], (h, now) => answer.Decide(
                h[form],
                safety
                    ? new(h[known.PersonStream], Cover.At(ServicePolicy.On(London.DayOf(now), h[Streams.Policy]), now, Allocation.Of(h[known.ReferralStream]), AtWork.Everybody), ids!)
                    : null,
                now));
        }

        await Do(by, "Send", [form, known.ReferralStream], (h, now) => new SubmitQuestionnaire().Decide(h[form], h[known.ReferralStream], now));
    }

    /// <summary>A worry spoken of in a session is looked after by who heard it, the same day.</summary>
    private async Task AnswerWhatWasSaid(SimulatedPerson person, int staff)
    {
        clock.Now = clock.Now.Plus(TimeSpan.FromMinutes(10));
        await AnswerRisk(person, new(clock.Now, staff));
    }

    private async Task AnswerRisk(SimulatedPerson person, RiskIsAnswered intention)
    {
        var known = Of(person);
        var stream = known.PersonStream;
        if (RiskTask.OpenOf(await record.Read(stream)) is not { } task)
            return;
        var by = Staff(intention.Staff);
        await Do(by, nameof(AnswerRisk), [stream], (h, now) => new ClaimRiskTask(task.Id).Decide(h[stream], by, now));
        clock.Now = clock.Now.Plus(TimeSpan.FromMinutes(12));
        await Do(by, nameof(AnswerRisk), [stream], (h, now) => new TakeRiskAction(
            task.Id, RiskContact.Spoke, now, "Spoke on the phone. Thoughts come and go, no plan, no wish to act on them. A friend is with them.", null).Decide(h[stream], now));
        var plan = PlanAtHand.Of(await record.Read(stream)).Plan is null;
        await Do(by, nameof(AnswerRisk), [stream], (h, now) => plan
            ? new WriteSafetyPlan(
                task.Referral, "I stop answering my phone and do not sleep.", "Walk round the park, put music on.", "My friend; the choir on Tuesdays.",
                "My friend first, then Samaritans on 116 123; 999 in danger.", "My friend keeps the spare tablets.").Decide(h[stream])
            : new GoThroughSafetyPlan().Decide(h[stream], now));
        var close = new CloseRiskTask(
            task.Id, "Thoughts come and go, no plan, no wish to act on them.", "Safety plan gone through together; will say if it changes.", "Told the supervisor.");
        await Do(by, nameof(AnswerRisk), [stream], (h, _) => close.Decide(h[stream], by));
        if (by.Role == Roles.PwpTrainee)
        {
            var supervisor = Staff(NumberOf(Roles.Supervisor));
            await Do(supervisor, nameof(AnswerRisk), [stream], (h, _) => new AgreeToClosing(task.Id).Decide(h[stream], supervisor));
        }
    }
}
