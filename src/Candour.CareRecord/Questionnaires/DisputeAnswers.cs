using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.CareRecord.Questionnaires;

/// <summary>
/// "This is not what I said." One touch is enough: the set leaves the protocol figure, whichever answers are named later.
/// </summary>
public sealed record DisputeAnswers
{
    public Decision Decide(History questionnaire, History referral)
    {
        if (Questionnaire.Of(questionnaire) is not { IsSent: true } form)
            return new NoSuchQuestionnaire();
        if (form.Disputed is not null)
            return Decision.AlreadySo;
        return Decision
            .Accept(questionnaire.Stream, new QuestionnaireDisputed())
            .And(referral.Stream, new ScoresDisputed { Questionnaire = form.Id });
    }
}

/// <summary>"Yes, all of it."</summary>
public sealed record AgreeWithAnswers
{
    public Decision Decide(History questionnaire) =>
        Questionnaire.Of(questionnaire) is not { IsSent: true } form ? new NoSuchQuestionnaire()
        : form.Agreed is not null || form.Disputed is not null ? Decision.AlreadySo
        : Decision.Accept(questionnaire.Stream, new QuestionnaireAgreed());
}

/// <summary>What the person says they said to one question. Both are kept; theirs is the one shown to them as theirs.</summary>
/// <param name="Said">Null: "I did not answer this".</param>
public sealed record SayWhatISaid(string Instrument, int Item, int? Said)
{
    /// <summary>Writes it; on item 9 an answer above "not at all" tells a person here in the same write.</summary>
    public async Task<Outcome> Write(TheRecord record, Order order, string questionnaire, Randomness randomness)
    {
        var form = Streams.Questionnaire(questionnaire);
        if ((await record.Read(form)).First<QuestionnaireIssued>() is not { } issued)
            return new Outcome.No(new NoSuchQuestionnaire());
        var person = Streams.Person(issued.Person);
        var referral = Streams.Referral(issued.Referral);
        var ids = RiskIds.New(randomness);
        var atWork = await AtWork.Now(record, randomness);
        return await record.Write(order, [form, person, referral, Streams.Policy], (all, now) => Decide(
            all[form],
            all[referral],
            new(all[person], Cover.At(ServicePolicy.On(London.DayOf(now), all[Streams.Policy]), now, Allocation.Of(all[referral]), atWork.For(all[person])), ids),
            now));
    }

    public Decision Decide(History questionnaire, History referral, Safety safety, Moment now)
    {
        if (Questionnaire.Of(questionnaire) is not { IsSent: true } form)
            return new NoSuchQuestionnaire();
        if (form.Items.FirstOrDefault(i => i.Instrument == Instrument && i.Item.Number == Item) is not { } asked)
            return new NotAskedHere();
        if (Said is { } value && !asked.Item.Allows(value))
            return new ChooseAnAnswer();
        var correction = Decision.Accept(questionnaire.Stream, new AnswerDisputed
        {
            Instrument = Instrument, Item = Item, Entered = form.Now(asked)?.Event.Value, Said = Said,
        });
        if (form.Disputed is null)
        {
            correction = correction
                .And(questionnaire.Stream, new QuestionnaireDisputed())
                .And(referral.Stream, new ScoresDisputed { Questionnaire = form.Id });
        }

        return Said is { } said && asked.Item.RaisesConcern(said)
            ? correction.And(Risk.Disclose(
                safety.Person,
                new()
                {
                    Source = RiskSource.Item9,
                    Referral = form.Issued.Referral,
                    Questionnaire = form.Id,
                    Instrument = Instrument,
                    Item = Item,
                    Value = said,
                    HelpShown = true,
                    PageAtOnce = said >= 2,
                    Ids = safety.Ids,
                },
                safety.Cover,
                now))
            : correction;
    }
}
