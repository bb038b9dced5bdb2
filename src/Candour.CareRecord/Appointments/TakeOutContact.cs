using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.Clinical;

namespace Candour.CareRecord.Appointments;

/// <summary>
/// Takes out a contact that nobody planned and that was entered by mistake: on the wrong person, on a wrong day, twice. It stays
/// in the history, struck through, with the reason, and in no figure. Where it has counted for more than a day, was closed or has
/// answers, a second person has to know that it is so: nobody makes a bad session go away alone.
/// </summary>
public sealed record TakeOutContact(string Appointment, string? Why)
{
    /// <summary>What waits for the second person, as in <see cref="LateEntryHeld.About"/>.</summary>
    public const string About = "taken out";

    /// <summary>Whether the taking out waits for a second person.</summary>
    public static bool Waits(History referral, string appointment) =>
        LateEntry.Held(referral).Any(h => h.Event.About == About && LateEntry.Made(h.Event) is AppointmentCancelled x && x.Appointment == appointment);

    /// <param name="group">The stream of the group session it is a place in; null: it is in none.</param>
    public Decision Decide(History referral, Moment now, History? group = null)
    {
        if (Appointments.Appointment.Find(referral, Appointment) is not { } there)
            return new NoSuchAppointment();
        if (!there.IsUnplanned)
            return new PlannedIsNotTakenOut();
        if (there.IsTakenOut || Waits(referral, Appointment))
            return Decision.AlreadySo;
        if (string.IsNullOrWhiteSpace(Why))
            return new SayWhyItWasAMistake();

        var late = LateEntry.Is(there.Ends, now);
        var taken = (Accepted)Decision.Accept(referral.Stream, new AppointmentCancelled { Appointment = Appointment, AskedBy = AskedBy.Us, Why = Why.Trim() });
        if (late)
        {
            taken = taken.And(referral.Stream, new AddedLate
            {
                About = $"{About}/{Appointment}", Days = LateEntry.Days(there.Ends, now), Why = WhyLate.Correction, InWords = Why.Trim(),
            });
        }

        taken = taken.And(GroupSessions.Leave(there, group));
        return (late && there.IsAttended) || there.Closed is not null || referral.Any<ScoresRecorded>(s => s.Appointment == Appointment)
            || LateEntry.NeedsSecondPerson(there.Ends, now, referral)
            ? LateEntry.Keep(taken, there.Ends, now, referral, About, WhyLate.Correction)
            : taken;
    }
}
