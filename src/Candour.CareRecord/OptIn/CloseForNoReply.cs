using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.CareRecord.OptIn;

/// <summary>
/// "Close for no reply": a person decides, never a rule, and only when two ways arrived and 21 days have passed since the
/// second. Somebody who ever told a worry is decided on by a clinician.
/// </summary>
public sealed record CloseForNoReply(string? Because)
{
    private const int MonthsToComeBack = 6;

    public Decision Decide(History referral, History person, Func<string, Receipt> receipt, int noReplyDays, By by, Moment now)
    {
        if (Person.Of(person) is not { } who)
            return new NobodyThere();
        if (Standing.Of(referral) == Stage.Closed)
            return Decision.AlreadySo;
        var reaching = Reaching.Of(referral, who, receipt, noReplyDays);
        if (WhyNot(referral, person, who, reaching, noReplyDays, by, now) is { } no)
            return no;
        var today = London.DayOf(now);
        return Decision.Accept(referral.Stream, new ClosedForNoReply
        {
            ClosedOn = today,
            Ways = reaching.Arrived,
            SecondWayOn = reaching.SecondWayOn!.Value,
            ComeBackUntil = today.AddMonths(MonthsToComeBack),
            EndCode = "50",
            Because = Because,
        });
    }

    /// <summary>Why closing is not allowed now, in order of what matters most; null when a person may decide.</summary>
    public static Refusal? WhyNot(History referral, History person, Person who, Reaching reaching, int noReplyDays, By by, Moment now)
    {
        var today = London.DayOf(now);
        if (Standing.Of(referral) is Stage.Booked or Stage.Ended)
            return new NothingClosesForSilence(who.Called);
        if (Standing.Of(referral) != Stage.Reaching)
            return new NotBeingReached();
        if (Appointments.Appointment.Of(referral).LastOrDefault(a => a.IsAttended) is { } seen)
            return new WasSeenOnce(who.Called, seen.Day);
        if (RiskTask.OpenOf(person) is not null)
            return new WorryStillOpen(who.Called);
        if (reaching.Reply is { Reply: OptInReply.Yes or OptInReply.NotNow or OptInReply.NeverAsked })
            return new TheyReplied(who.Called);
        if (reaching.SafeWays.Count < 2)
            return new OneSafeWay(who.Called);
        if (reaching.MayCloseFrom is not { } from)
            return new OneWayOfTwo(reaching.Arrived.Count, today.AddDays(noReplyDays), noReplyDays);
        if (today < from)
            return new NotBefore(from, noReplyDays);
        if (!reaching.NeedsMet(who))
            return new TriesMissedNeeds(who.Called);
        return WorryEver(referral, person) && !Screening.IsClinician(by) ? new WorryOnceTold(who.Called) : null;
    }

    /// <summary>Whether any worry was ever recorded about this person, here or in the form.</summary>
    public static bool WorryEver(History referral, History person) =>
        person.Any<RiskDisclosed>() || (referral.First<ReferralReceived>() is { } received && Standing.SaidDanger(received));
}

/// <summary>Closing because the person said no or has help elsewhere: staff decide, after the day the person was told.</summary>
public static class CloseAsAsked
{
    public static Decision Decide(History referral, History person, Moment now)
    {
        var today = London.DayOf(now);
        var reply = Reaching.ReplyOf(referral)?.Event;
        if (Standing.Of(referral) == Stage.Closed)
            return Decision.AlreadySo;
        // What they said before they were booked closes nothing: an ending has its own page, with notice.
        if (Standing.Of(referral) != Stage.Reaching)
            return new NotBeingReached();
        if (reply is not { Reply: OptInReply.Elsewhere or OptInReply.NoMore })
            return new TheyDidNotAsk();
        if (RiskTask.OpenOf(person) is not null)
            return new WorryStillOpen(Person.Of(person)?.Called ?? "This person");
        if (reply.ClosesFrom is { } from && today < from)
            return new NotBeforeTold(from);
        return Decision.Accept(referral.Stream, new ClosedAsAsked { ClosedOn = today, ComeBackUntil = today.AddMonths(6), EndCode = "50" });
    }
}

/// <summary>Taking up a closed referral again within six months: the first day stands.</summary>
public static class Reopen
{
    public static Decision Decide(History referral, string? because, Moment now)
    {
        if (!referral.Exists)
            return new NobodyThere();
        if (Standing.Of(referral) != Stage.Closed)
            return Decision.AlreadySo;
        var until = ComeBackUntil(referral);
        var today = London.DayOf(now);
        return today > until
            ? new TooLateToReopen(until)
            : Decision.Accept(referral.Stream, new Reopened { ReopenedOn = today, CountsFrom = Standing.CountsFrom(referral), Because = because });
    }

    /// <summary>The last day of coming back on the first day's clock.</summary>
    public static DateOnly ComeBackUntil(History referral) => referral.Events.LastOrDefault(e => e.Event is ClosedForNoReply or ClosedAsAsked)?.Event switch
    {
        ClosedForNoReply closed => closed.ComeBackUntil,
        ClosedAsAsked closed => closed.ComeBackUntil,
        _ => DateOnly.MinValue,
    };
}
