using Candour.CareRecord.Appointments;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.Referrals;
using Candour.Clinical;

namespace Candour.CareRecord.Waiting;

/// <summary>When the person last heard from us.</summary>
public static class Heard
{
    /// <summary>
    /// The last contact, try that reached them, or letter; the day the referral came before any. Being put on a list is none of
    /// these: nothing is sent then, and nobody spoke with them.
    /// </summary>
    public static DateOnly Last(History referral)
    {
        var last = referral.First<ReferralReceived>()?.ReceivedOn ?? DateOnly.MinValue;
        foreach (var (envelope, e) in referral.Events.Select(r => (r.Envelope, r.Event)))
        {
            DateOnly? day = e switch
            {
                WroteWhileWaiting x => x.On,
                ContactTried { Outcome: TryOutcome.Answered } x => London.DayOf(x.TriedAt),
                AppointmentBooked { Planned: not ForTheReturn.NotPlanned } => London.DayOf(envelope.At),
                _ => null,
            };
            if (day > last)
                last = day.Value;
        }

        foreach (var seen in Appointment.Of(referral).Where(a => a.IsAttended))
            last = seen.Day > last ? seen.Day : last;
        return last;
    }
}
