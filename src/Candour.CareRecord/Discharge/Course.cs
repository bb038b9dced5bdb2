using Candour.CareRecord.OptIn;
using Candour.CareRecord.Referrals;
using Candour.Clinical;

namespace Candour.CareRecord.Discharge;

/// <summary>Where a referral stands between open and ended, folded from its events.</summary>
public sealed class Course
{
    private Course()
    {
    }

    /// <summary>The decision in force: made and neither taken back nor undone.</summary>
    public EndingDecided? Decision { get; private set; }

    public Envelope? DecidedBy { get; private set; }

    public DateOnly? DecidedOn => DecidedBy is { } by ? London.DayOf(by.At) : null;

    public EndingNotified? Notice { get; private set; }

    /// <summary>The notice has not reached the person: its days do not run until somebody has told them.</summary>
    public bool NotTold { get; private set; }

    /// <summary>Days of the notice in force, 14 or more; 0 without one.</summary>
    public int NoticeDays => Notice is { } notice ? notice.Effective.DayNumber - notice.Told.DayNumber : 0;

    /// <summary>The supervisor who agreed to it; null when none was needed or none has.</summary>
    public string? AgreedBy { get; private set; }

    public EndingObjected? Objection { get; private set; }

    public DateOnly? ObjectedOn { get; private set; }

    /// <summary>The person is happy with the ending. It shortens nothing.</summary>
    public bool Accepted { get; private set; }

    /// <summary>What the person wrote with it, last; null: nothing.</summary>
    public string? AcceptedWords { get; private set; }

    /// <summary>The person said no to the letter to their GP about this ending.</summary>
    public bool NoGpLetter { get; private set; }

    /// <summary>The person came back last, with what they wrote; null: they never left.</summary>
    public (DateOnly On, string? OwnWords)? CameBackOn { get; private set; }

    /// <summary>Who talks with the person after an objection, and by when.</summary>
    public EndingHeldOver? Held { get; private set; }

    public CareEnded? Ended { get; private set; }

    /// <summary>The day the referral ended in any way; null while it is open.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>National end code of an ended referral; the last value given.</summary>
    public string? EndCode { get; private set; }

    public bool IsOpen => EndedOn is null;

    /// <summary>Until this day an ended course can be taken up again on its old clock: six months.</summary>
    public DateOnly? ComeBackUntil => EndedOn?.AddMonths(6);

    /// <summary>The person has died: no notice runs. Set and lifted with the death.</summary>
    public bool StoppedForDeath { get; private set; }

    /// <summary>The ending can happen: notice given, not objected to. While <see cref="NotTold"/> it waits.</summary>
    public bool IsInNotice => IsOpen && !StoppedForDeath && Decision is not null && Notice is not null && Objection is null;

    public bool IsHeld => IsOpen && !StoppedForDeath && Objection is not null;

    public static Course Of(History referral)
    {
        var course = new Course();
        foreach (var recorded in referral.Events)
            course.Take(recorded);
        return course;
    }

    private void Take(Recorded recorded)
    {
        switch (recorded.Event)
        {
            case EndingDecided decided:
                Forget();
                (Decision, DecidedBy) = (decided, recorded.Envelope);
                break;
            case EndingAgreed { Agreed: true }:
                AgreedBy = recorded.Envelope.By.Actor;
                break;
            case EndingNotified notice:
                (Notice, NotTold, Objection, ObjectedOn, Held, Accepted, AcceptedWords) = (notice, false, null, null, null, false, null);
                break;
            case EndingNotTold:
                NotTold = true;
                break;
            case EndingAccepted accepted:
                (Accepted, AcceptedWords) = (true, accepted.OwnWords ?? AcceptedWords);
                break;
            case GpLetterAnswered letter:
                NoGpLetter = !letter.Send;
                break;
            case EndingObjected objection:
                (Objection, ObjectedOn, Accepted) = (objection, London.DayOf(recorded.Envelope.At), false);
                break;
            case EndingHeldOver held:
                Held = held;
                break;
            case Discharge.StoppedForDeath:
                StoppedForDeath = true;
                break;
            case NotStoppedAfterAll:
                StoppedForDeath = false;
                break;
            case EndingWithdrawn:
                Forget();
                break;
            case CareEnded ended:
                (Ended, EndedOn, EndCode) = (ended, ended.Day, ended.EndCode);
                break;
            case EndReasonAdded another:
                EndCode = another.EndCode;
                break;
            case EndingUndone or CameBack:
                if (recorded.Event is CameBack back)
                    CameBackOn = (London.DayOf(recorded.Envelope.At), back.OwnWords);
                (Ended, EndedOn, EndCode) = (null, null, null);
                Forget();
                break;
            case ClosedForNoReply closed:
                (EndedOn, EndCode) = (closed.ClosedOn, closed.EndCode);
                break;
            case ClosedAsAsked closed:
                (EndedOn, EndCode) = (closed.ClosedOn, closed.EndCode);
                break;
            case ReferralNotForUs notForUs:
                (EndedOn, EndCode) = (notForUs.DecidedOn, notForUs.EndCode);
                break;
            case Reopened or NotForUsObjected or NotForUsTakenBack:
                (Ended, EndedOn, EndCode) = (null, null, null);
                break;
        }
    }

    private void Forget() =>
        (NoGpLetter, Decision, DecidedBy, AgreedBy, Notice, NotTold, Objection, ObjectedOn, Held, Accepted, AcceptedWords) = (false, null, null, null, null, false, null, null, null, false, null);
}
