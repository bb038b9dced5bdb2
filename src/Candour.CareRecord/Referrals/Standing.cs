using Candour.CareRecord.Appointments;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.OptIn;
using Candour.Clinical;

namespace Candour.CareRecord.Referrals;

/// <summary>Where a referral stands between its coming and the first appointment.</summary>
public enum Stage
{
    /// <summary>Nobody has decided yet.</summary>
    Inbox,

    /// <summary>Accepted; the person has not been booked.</summary>
    Reaching,

    /// <summary>Has or had an appointment: other pages carry it on.</summary>
    Booked,

    NotForUs,
    Closed,

    /// <summary>Care has ended.</summary>
    Ended,
}

/// <summary>Pure readings of a referral's history that many pages need.</summary>
public static class Standing
{
    public static Stage Of(History referral) => Now(referral).Stage;

    /// <summary>
    /// Where it stands, and since when. A contact that nobody planned decides nothing about an unread referral and is no booking. One
    /// in which the person was seen once they had been accepted carries on like any other, for as long as it stands.
    /// </summary>
    internal static (Stage Stage, Moment Since) Now(History referral)
    {
        var (stage, since) = (Stage.Inbox, default(Moment));
        foreach (var (envelope, e) in referral.Events.Select(r => (r.Envelope, r.Event)))
        {
            var next = e switch
            {
                ReferralReceived => Stage.Inbox,
                ReferralAccepted => Stage.Reaching,
                AppointmentBooked { Planned: not ForTheReturn.NotPlanned } when stage is Stage.Inbox or Stage.Reaching => Stage.Booked,
                AppointmentCancelled when stage == Stage.Booked && NothingBooked(referral, envelope.Sequence) => Stage.Reaching,
                ReferralNotForUs => Stage.NotForUs,
                NotForUsObjected or NotForUsTakenBack => Stage.Inbox,
                ClosedForNoReply or ClosedAsAsked => Stage.Closed,
                Reopened => NothingBooked(referral, envelope.Sequence) ? Stage.Reaching : Stage.Booked,
                CareEnded => Stage.Ended,
                EndingUndone or CameBack => NothingBooked(referral, envelope.Sequence) ? Stage.Reaching : Stage.Booked,
                _ => stage,
            };
            if (next != stage)
                (stage, since) = (next, envelope.At);
        }

        return (stage == Stage.Reaching && SeenSinceAccepted(referral) ? Stage.Booked : stage, since);
    }

    public static bool IsOpen(Stage stage) => stage is Stage.Inbox or Stage.Reaching or Stage.Booked;

    /// <summary>The day the wait counts from. Only an earlier day of the same person ever replaces the day the referral came.</summary>
    public static DateOnly CountsFrom(History referral)
    {
        var received = referral.First<ReferralReceived>()!.ReceivedOn;
        var joined = referral.Events.LastOrDefault(e => e.Event is WaitJoined or WaitJoinedNoMore)?.Event as WaitJoined;
        return new[] { referral.Last<WaitGoesOn>()?.CountsFrom, joined?.CountsFrom }.Aggregate(received, (from, day) => day < from ? day.Value : from);
    }

    /// <summary>Whether an answer in the referral form, or whoever referred, said that the person or somebody else may be in danger.</summary>
    public static bool SaidDanger(ReferralReceived referral) =>
        referral.SafeNow is SafeNow.NotSure or SafeNow.NeedsHelpToday
        || referral.ThoughtsOfEnding is ThoughtsOfEnding.Sometimes or ThoughtsOfEnding.Often
        || referral.BeingHurt is BeingHurt.Yes or BeingHurt.RatherTalk
        || referral.WorryTold == true;

    /// <summary>True when every appointment that was planned, up to an event, has been cancelled: only then does the person go back to be reached.</summary>
    private static bool NothingBooked(History referral, int upTo)
    {
        var booked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var recorded in referral.Events)
        {
            if (recorded.Envelope.Sequence > upTo)
                break;
            if (recorded.Event is AppointmentBooked { Planned: not ForTheReturn.NotPlanned } b)
                booked.Add(b.Appointment);
            else if (recorded.Event is AppointmentCancelled c)
                booked.Remove(c.Appointment);
        }

        return booked.Count == 0;
    }

    private static bool SeenSinceAccepted(History referral)
    {
        if (!referral.Any<AppointmentBooked>(b => b.Planned == ForTheReturn.NotPlanned))
            return false;
        var accepted = referral.Recorded<ReferralAccepted>().Select(r => r.Envelope.Sequence).LastOrDefault();
        return Appointment.Of(referral).Any(a => a is { IsUnplanned: true, IsAttended: true } && a.Written?.Sequence > accepted);
    }
}
