using Candour.CareRecord.Consent;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Problem;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Clinical.Problems;

namespace Candour.CareRecord.Waiting;

/// <summary>Onto the list for a step, with every day waited so far. On another list already: a move, not a new start.</summary>
public sealed record JoinWaitingList
{
    /// <summary>2 or 3.</summary>
    public required int Step { get; init; }

    /// <summary>SNOMED CT code; null: not chosen yet.</summary>
    public string? Therapy { get; init; }

    /// <summary>Null: today.</summary>
    public DateOnly? On { get; init; }

    public string? Wants { get; init; }

    /// <param name="called">For the words of refusals.</param>
    public Decision Decide(History referral, string called, Moment now)
    {
        if (Stay.CountsFrom(referral) is not { } from || referral.First<ReferralReceived>() is not { } received)
            return new NoReferralThere();
        if (Course.Of(referral).EndedOn is { } ended)
            return new CareHasEnded(called, ended);
        if (Step is not (2 or 3))
            return new ChooseAStep();
        if (Therapy is not null && Clinical.Problems.Therapy.OfCode(Therapy) is not { IsTreatment: true })
            return new SayWhichTreatment();
        if (Clinical.Problems.Therapy.OfCode(Therapy) is { } therapy && Conformity.StepOf(therapy) is { } own && (int)own != Step)
            return new TreatmentOfOtherStep(therapy.PlainName ?? therapy.OfficialName, (int)own);
        var today = London.DayOf(now);
        var on = On ?? today;
        if (on > today || on < (received.ReceivedOn < from ? received.ReceivedOn : from))
            return new ListDayIsOff();
        if (Wants?.Length > Text.Most)
            return new TextTooLong(Text.Most);
        if (Stay.Open(referral) is { } there && there.Step == Step && there.Therapy == Therapy)
            return on > there.On && On is not null ? new WaitIsNeverPaused(called) : Decision.AlreadySo;
        return Decision.Accept(referral.Stream, new PutOnWaitingList { Step = Step, Therapy = Therapy, On = on, Wants = Text.OrNull(Wants) });
    }
}

/// <summary>Off the list by a person's decision. Beginning treatment, moving and the end of care need no such act.</summary>
public sealed record TakeOffWaitingList(LeftListBecause Because, string? InWords)
{
    public Decision Decide(History referral, string called, Moment now)
    {
        if (Stay.Open(referral) is not { } stay)
            return new NotOnAList(called);
        if (Because == LeftListBecause.Another && Text.OrNull(InWords) is null)
            return new SayWhyOffTheList();
        return Decision.Accept(referral.Stream, new LeftWaitingList
        {
            Step = stay.Step, On = London.DayOf(now), Because = Because, InWords = Text.OrNull(InWords),
        });
    }
}
