using Candour.CareRecord.Appointments;
using Candour.CareRecord.Referrals;
using Candour.Clinical;

namespace Candour.CareRecord.OptIn;

/// <summary>A member of staff tried to reach the person by hand: a call, a visit, a letter posted elsewhere.</summary>
/// <param name="Id">Made once, before the decision.</param>
public sealed record AddTry(string Id, string Way, Moment When, TryOutcome Outcome, string? Words, bool? NeedsMet, WhyLate? WhyLate)
{
    public Decision Decide(History referral, History person, Moment now)
    {
        if (Person.Of(person) is not { } who || !referral.Exists)
            return new NobodyThere();
        if (When > now)
            return new TryInFuture();
        if (referral.First<ReferralReceived>() is { ReceivedOn: var came } && When < London.StartOf(came))
            return new TryBeforeReferral(came);
        if (who.WhyNot(Way) is { } why)
            return new WayNotSafe(why);
        if (Outcome == TryOutcome.LeftMessage && Way == Ways.Call && !who.MayLeaveVoiceMessage)
            return new VoicemailNotAllowed(who.Called);
        if (LateEntry.Check(When, now, WhyLate) is { } late)
            return late;
        var tried = Decision.Accept(referral.Stream, new ContactTried
        {
            Try = Id,
            Way = Way,
            TriedAt = When,
            Outcome = Outcome,
            Words = Words,
            NeedsMet = NeedsMet,
            EnteredLate = LateEntry.Is(When, now) ? WhyLate : null,
        });
        if (LateEntry.Is(When, now))
        {
            tried = tried.And(referral.Stream, new AddedLate
            {
                About = $"try/{Id}", Days = LateEntry.Days(When, now), Why = WhyLate!.Value, InWords = Words,
            });
        }

        // Somebody answered: the referral is theirs.
        var whole = Outcome == TryOutcome.Answered && Screening.Confirm(referral, "call") is Accepted confirmed ? tried.And(confirmed) : tried;
        return LateEntry.Hold(whole, When, now, referral, "try", WhyLate);
    }
}
