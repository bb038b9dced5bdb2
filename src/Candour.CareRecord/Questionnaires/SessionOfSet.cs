using Candour.CareRecord.Appointments;
using Candour.Clinical;

namespace Candour.CareRecord.Questionnaires;

/// <summary>
/// The session that a set was asked before, as it stands now. A set belongs to one time of one session: moved, the session has
/// a set of its own, and the old one is over.
/// </summary>
public static class SessionOfSet
{
    /// <summary>Null for a set that belongs to no session.</summary>
    public static Appointment? Of(QuestionnaireIssued issued, History referral) =>
        issued.Appointment is { } id ? Appointment.Find(referral, id) : null;

    /// <summary>Why nobody begins the set any more: its session is at another time now, or is not to be. Null while it stands.</summary>
    public static SessionNoLongerThen? Left(QuestionnaireIssued issued, History referral) => Left(Of(issued, referral), issued.WindowTo);

    /// <param name="session">The session the set was asked before; null: none.</param>
    /// <param name="then">When it was to be.</param>
    public static SessionNoLongerThen? Left(Appointment? session, Moment then) => session switch
    {
        { Cancelled: not null } => new(then, null),
        { } it when it.Starts != then => new(then, it.Starts),
        _ => null,
    };

    /// <summary>Care has ended and the booking was left in the diary: nobody is asked anything before it. A catch-up talk stands.</summary>
    public static bool IsAfterCare(Appointment? session, History referral) =>
        session is not null && session.Booked.Kind != Clinical.Codes.AppointmentType.FollowUp && Discharge.Course.Of(referral).EndedOn is not null;

    /// <summary>The set of the session at its time of now; null where none is there yet.</summary>
    public static string? NewSet(QuestionnaireIssued issued, History referral) => Of(issued, referral) is { Cancelled: null } session
        ? referral.All<QuestionsIssued>().FirstOrDefault(q => q.Appointment == session.Id && q.WindowTo == session.Starts && !q.Together)?.Questionnaire
        : null;
}
