using Candour.CareRecord.Appointments;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Links;
using Candour.CareRecord.Questionnaires;

namespace Candour.CareRecord.Messages;

/// <summary>
/// Whether what a queued message says is still so, asked at the moment it would leave. A change withdraws what waits in its own
/// write; this holds also for what was queued beside that write.
/// </summary>
internal static class Overtaken
{
    /// <summary>The streams to name beside the message's and the person's.</summary>
    public static IEnumerable<StreamId> Streams(MessageQueued queued) => queued switch
    {
        { LinkPurpose: LinkPurpose.Appointment or LinkPurpose.Ending, Referral: { } referral } => [CareRecord.Streams.Referral(referral)],
        { LinkPurpose: LinkPurpose.AnswerQuestions, Referral: { } referral, LinkTarget: { } set } =>
            [CareRecord.Streams.Referral(referral), CareRecord.Streams.Questionnaire(set)],
        _ => [],
    };

    /// <summary>Why it says nothing true any more; null where it does.</summary>
    public static CancelReason? Of(History message, Histories all) => message.Recorded<MessageQueued>().FirstOrDefault() switch
    {
        ({ } envelope, { LinkPurpose: LinkPurpose.Appointment, Referral: { } referral, LinkTarget: { } id }) =>
            OfAppointment(all[CareRecord.Streams.Referral(referral)], id, envelope),
        ({ } envelope, { LinkPurpose: LinkPurpose.Ending, Referral: { } referral }) => OfEnding(all[CareRecord.Streams.Referral(referral)], envelope),
        (_, { LinkPurpose: LinkPurpose.AnswerQuestions, Referral: { } referral, LinkTarget: { } set }) =>
            OfSet(all[CareRecord.Streams.Referral(referral)], all[CareRecord.Streams.Questionnaire(set)]),
        _ => null,
    };

    /// <summary>A move says the new time in a message of its own, queued with it.</summary>
    private static CancelReason? OfAppointment(History referral, string id, Envelope queued) =>
        referral.Any<AppointmentCancelled>(c => c.Appointment == id) ? CancelReason.CalledOff
        : referral.Recorded<AppointmentMoved>().Any(m => m.Event.Appointment == id && m.Envelope.At > queued.At) ? CancelReason.Replaced
        : null;

    private static CancelReason? OfEnding(History referral, Envelope queued) =>
        !Course.Of(referral).IsInNotice ? CancelReason.CalledOff
        : referral.Recorded<EndingNotified>().Any(n => n.Envelope.At > queued.At) ? CancelReason.Replaced
        : null;

    private static CancelReason? OfSet(History referral, History questionnaire) => Questionnaire.Of(questionnaire) is not { } form ? null
        : form.IsSent || form.Declined is not null || form.StaffEntry is not null ? CancelReason.Answered
        : SessionOfSet.Of(form.Issued, referral) switch
        {
            { Cancelled: not null } => CancelReason.CalledOff,
            { } session when SessionOfSet.IsAfterCare(session, referral) => CancelReason.CalledOff,
            { } session when session.Starts != form.Issued.WindowTo => CancelReason.Replaced,
            _ => null,
        };
}
