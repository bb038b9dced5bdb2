using Candour.Clinical;

namespace Candour.CareRecord.Discharge;

/// <summary>What a person answers to the notice.</summary>
public enum NoticeAnswer
{
    Happy,
    TalkFirst,
    CarryOn,
}

/// <summary>The person answers the notice. Talk, or no: the ending stops by this very act, nobody has to decide it.</summary>
public sealed record AnswerNotice(NoticeAnswer? Answer, string? OwnWords)
{
    /// <summary>Days until somebody has to have talked with the person.</summary>
    public const int TalkWithinDays = 7;

    public Decision Decide(History referral, Moment now)
    {
        var course = Course.Of(referral);
        if (course.EndedOn is { } ended)
            return new NoticeIsOver(ended, course.ComeBackUntil!.Value);
        if (course.Decision is not { } decision || course.Notice is null)
            return new NoNoticeToAnswer();
        if (Answer is not { } answer)
            return new ChooseOneAnswer();
        if (answer == NoticeAnswer.Happy)
        {
            var words = Sessions.Text.OrNull(OwnWords);
            return course.Objection is not null || (course.Accepted && (words is null || words == course.AcceptedWords))
                ? Decision.AlreadySo
                : Telling.ToldBy(ToldHow.ReadIt, referral, London.DayOf(now), London.DayOf(now))
                    .And(referral.Stream, new EndingAccepted { Decision = decision.Decision, OwnWords = words });
        }

        var objected = new EndingObjected
        {
            Decision = decision.Decision,
            Disagrees = answer == NoticeAnswer.CarryOn,
            OwnWords = Sessions.Text.OrNull(OwnWords),
        };
        return course.Objection == objected
            ? Decision.AlreadySo
            : Decision.Accept(referral.Stream, objected, new EndingHeldOver
            {
                Decision = decision.Decision,
                Owner = decision.With ?? course.DecidedBy!.By.Actor,
                TalkBy = course.Held?.TalkBy ?? London.DayOf(now).AddDays(TalkWithinDays),
            });
    }
}

/// <summary>The person says no to the letter to their GP about the ending, or that it may go after all: from the notice until it is posted.</summary>
public sealed record AnswerGpLetter(bool Send)
{
    public Decision Decide(History referral)
    {
        var course = Course.Of(referral);
        var letter = Letters.GpLetter.Of(referral);
        if (letter is { Stage: Letters.GpLetterStage.Posted, Letter.PostedOn: { } posted })
            return new Letters.GpHasIt(posted);
        if (!letter.CanBeAnswered || course.Decision is not { } decision)
            return new NoLetterToAnswer();
        return course.NoGpLetter == !Send ? Decision.AlreadySo : Decision.Accept(referral.Stream, new GpLetterAnswered { Decision = decision.Decision, Send = Send });
    }
}

/// <summary>The decision is taken back; care goes on as if it had never been made.</summary>
public sealed record WithdrawEnding(string? Why)
{
    public Decision Decide(History referral, By by)
    {
        if (DecideEnding.IsNotTheirs(by) is { } no)
            return no;
        var course = Course.Of(referral);
        if (!course.IsOpen || course.Decision is not { } decision)
            return new NobodyDecidedToEnd();
        return Sessions.Text.OrNull(Why) is { } why
            ? Decision.Accept(referral.Stream, new EndingWithdrawn { Decision = decision.Decision, Why = why })
            : new SayWhyItEnds();
    }
}

/// <summary>An ending in error is undone: course, plan, clock and bookings stand exactly as before.</summary>
public sealed record UndoEnding(string? Why)
{
    public Decision Decide(History referral, By by)
    {
        if (DecideEnding.IsNotTheirs(by) is { } no)
            return no;
        var course = Course.Of(referral);
        if (course.Ended is not { } ended)
            return new NotEnded();
        return Sessions.Text.OrNull(Why) is { } why
            ? Decision.Accept(referral.Stream, new EndingUndone { Decision = ended.Decision, Why = why })
            : new SayWhyItEnds();
    }
}

/// <summary>The person comes back within six months: same course, same clock.</summary>
public sealed record ComeBack(string? OwnWords)
{
    public Decision Decide(History person, History referral, Moment now)
    {
        var course = Course.Of(referral);
        if (course.Ended is not { } ended)
            return course.IsOpen ? Decision.AlreadySo : new NotEnded();
        if (Referrals.Death.IsRecorded(person))
            return new DeathIsRecorded();
        return London.DayOf(now) > course.ComeBackUntil
            ? new TooLateToComeBack(course.ComeBackUntil!.Value)
            : Decision.Accept(referral.Stream, new CameBack { Decision = ended.Decision, OwnWords = Sessions.Text.OrNull(OwnWords) });
    }
}

/// <summary>Another value for the reason of an ended course; the first stays in the figures already sent.</summary>
public sealed record AddEndReason(EndingReason? Reason, string? Why)
{
    public Decision Decide(History person, History referral, By by, Moment now)
    {
        if (DecideEnding.IsNotTheirs(by) is { } no)
            return no;
        var course = Course.Of(referral);
        if (course.Ended is not { } ended)
            return new NotEnded();
        if (Reason is not { } reason)
            return new ChooseReason();
        if (reason == EndingReason.Died && !Referrals.Death.IsRecorded(person))
            return new DeathNotRecorded(Referrals.Person.Of(person)?.Called ?? "this person");
        var takenOn = EndingFigures.Of(person, referral, London.DayOf(now)).TakenOn;
        if (EndingReasons.CodeOf(reason, takenOn) is not { } code)
            return new ReasonDoesNotFit(Referrals.Person.Of(person)?.Called ?? "This person", takenOn);
        return Sessions.Text.OrNull(Why) is { } why
            ? Decision.Accept(referral.Stream, new EndReasonAdded { Decision = ended.Decision, Reason = reason, EndCode = code, Why = why })
            : new SayWhyItEnds();
    }
}
