using Candour.CareRecord.Consent;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Problem;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Waiting;
using Candour.Clinical;
using Candour.Clinical.Problems;

namespace Candour.CareRecord.Stepping;

public sealed record SayWhyTheStep() : Refusal("Say why another step is right now.")
{
    public override string Field => "Why";
}

public sealed record TalkWithThemFirst(string Name) : Refusal($"Talk with {Name} about it first.")
{
    public override string Field => "AgreedWithPerson";
}

public sealed record StepIsThatAlready(string Name, int Step) : Refusal($"{Name} is at step {Step} already.")
{
    public override string Field => "To";
}

public sealed record StepIsWaiting() : Refusal("A change of step is waiting for a supervisor. Ask them first.");

public sealed record NoStepToAgree() : Refusal("No change of step is waiting for a supervisor.");

public sealed record AgreeOwnStep() : Refusal("You asked for this. A supervisor has to agree.");

/// <summary>Where a person stands between the steps.</summary>
/// <param name="Now">2 or 3; null before any.</param>
/// <param name="Asked">A change that waits for a supervisor, and who asked.</param>
public sealed record Steps(int? Now, (StepChangeAsked Event, By By)? Asked)
{
    public static Steps Of(History referral)
    {
        int? now = null;
        (StepChangeAsked, By)? asked = null;
        foreach (var (envelope, e) in referral.Events.Select(r => (r.Envelope, r.Event)))
        {
            switch (e)
            {
                case PutOnWaitingList x:
                    now = x.Step;
                    break;
                case PlanSigned x:
                    now = referral.Last<PlanProposed>(p => p.Plan == x.Plan)?.Step ?? now;
                    break;
                case StepChanged x:
                    (now, asked) = (x.To, null);
                    break;
                case StepChangeAsked x:
                    asked = (x, envelope.By);
                    break;
                case StepChangeDeclined:
                    asked = null;
                    break;
            }
        }

        return new(now, asked);
    }
}

/// <summary>Asks for another step.</summary>
public sealed record AskStep
{
    public required int To { get; init; }

    public string? Therapy { get; init; }

    public string? Why { get; init; }

    public bool AgreedWithPerson { get; init; }

    public Decision Decide(History referral, string called, Moment now)
    {
        if (!referral.Any<ReferralReceived>())
            return new NoReferralThere();
        if (Course.Of(referral).EndedOn is { } ended)
            return new CareHasEnded(called, ended);
        var steps = Steps.Of(referral);
        if (steps.Asked is not null)
            return new StepIsWaiting();
        if (To is not (2 or 3))
            return new ChooseAStep();
        if (steps.Now == To)
            return new StepIsThatAlready(called, To);
        if (MainProblem.Of(referral) is not { } problem)
            return new NoMainProblemYet();
        if (Therapy is not null)
        {
            if (Clinical.Problems.Therapy.OfCode(Therapy) is not { IsTreatment: true } therapy)
                return new SayWhichTreatment();
            if (Conformity.Of(problem, (Step)To, therapy, London.DayOf(now), MainProblem.CbtDeclined(referral)) is Conformity.Refused refused)
                return new NotAtThisStep(refused.For(called));
        }

        if (Text.OrNull(Why) is not { } why)
            return new SayWhyTheStep();
        if (why.Length > Text.Most)
            return new TextTooLong(Text.Most);
        return AgreedWithPerson
            ? Decision.Accept(referral.Stream, new StepChangeAsked { To = To, Therapy = Therapy, Why = why, AgreedWithPerson = true })
            : new TalkWithThemFirst(called);
    }
}

/// <summary>The supervisor's answer. Agreed: the step changes and the person joins the new list with all their days.</summary>
public sealed record AnswerStep(bool Agreed, string? Why)
{
    public Decision Decide(History referral, By by, Moment now)
    {
        var steps = Steps.Of(referral);
        if (steps.Asked is not { } asked)
            return new NoStepToAgree();
        if (!Agreed)
            return Decision.Accept(referral.Stream, new StepChangeDeclined { Why = Text.OrNull(Why) });
        if (asked.By.Actor == by.Actor)
            return new AgreeOwnStep();
        var today = London.DayOf(now);
        return Decision.Accept(
            referral.Stream,
            new StepChanged { From = steps.Now, To = asked.Event.To, On = today, AskedBy = asked.By.Actor, Why = asked.Event.Why },
            new PutOnWaitingList { Step = asked.Event.To, Therapy = asked.Event.Therapy, On = today });
    }
}
