using Candour.CareRecord.Discharge;
using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Messages.Store;
using Candour.CareRecord.Questionnaires;
using Candour.Clinical;
using Candour.Clinical.Codes;

namespace Candour.CareRecord.Appointments;

/// <summary>
/// What a person is told of a decision about them, queued in the same transaction: a booking, a change by us, "we missed
/// you", the notice of an ending. By the first way that is safe, or onto the call list.
/// </summary>
public static class TellThem
{
    /// <summary>The streams to name in a write beside the person's and the referral's.</summary>
    public static IReadOnlyList<StreamId> Streams { get; } = [CareRecord.Streams.Policy, CareRecord.Streams.Service];

    /// <summary>Those to name besides where an appointment is moved or called off: what waits to be said of its old time is withdrawn.</summary>
    public static Task<IReadOnlyList<StreamId>> Unsaid(TheRecord record, StreamId person) => FindMessages.Unsaid(record, person.Id);

    /// <param name="message">A fresh id, drawn before the decision.</param>
    public static Decision Of(Decision decision, Histories all, StreamId person, StreamId referral, string message, Moment now)
    {
        if (decision is not Accepted accepted || all[CareRecord.Streams.Service].Events.Count == 0)
            return decision;
        var settled = accepted.Events.Select(e => Overtake(e.Event, all, all[referral])).Aggregate(accepted, (so, withdrawn) => so.And(withdrawn));
        foreach (var e in accepted.Events.Select(e => e.Event))
        {
            if (About(e, all[referral], message, now) is not { } about)
                continue;
            var queued = Message.Queue(about with { Referral = referral.Id }, all[person], Sender.Of(all, now), now);
            return e is EndingNotified notice ? Telling.Carry(settled, notice, message, queued) : settled.And(queued);
        }

        return settled;
    }

    /// <summary>What still waits to be said of the old time, or of an appointment that is called off: the booking and its questions.</summary>
    private static Accepted Overtake(Event e, Histories all, History referral) => e switch
    {
        AppointmentMoved x => Withdraw(x.Appointment, CancelReason.Replaced, all, referral),
        AppointmentCancelled x => Withdraw(x.Appointment, CancelReason.CalledOff, all, referral),
        _ => Decision.AlreadySo,
    };

    private static Accepted Withdraw(string appointment, CancelReason why, Histories all, History referral) => Message.Withdraw(
        all.All.Where(h => h.Stream.Kind == "message"),
        target => target == appointment || referral.Any<QuestionsIssued>(q => q.Questionnaire == target && q.Appointment == appointment),
        why);

    private static NewMessage? About(Event e, History referral, string id, Moment now) => e switch
    {
        AppointmentBooked { Planned: not ForTheReturn.NotPlanned } x => Booked(id, x.Appointment, x.Starts, x.Ends, x.Medium),
        AppointmentMoved x => Booked(id, x.Appointment, x.Starts, x.Ends, x.Medium),
        AppointmentCancelled { AskedBy: not AskedBy.Person } x when Appointment.Find(referral, x.Appointment) is { } there && there.Starts > now =>
            new(id, Say.CancelledByUs(there.Day), there.Starts, new LinkWanted(LinkPurpose.MyPage)),
        AttendanceRecorded { Code: Attendance.DidNotAttend } x when Appointment.Find(referral, x.Appointment) is { } there && now.Since(there.Ends) < TimeSpan.FromHours(24) =>
            new(id, Say.MissedYou(), now.Plus(TimeSpan.FromDays(2)), new LinkWanted(LinkPurpose.MyPage)),
        // One that has not left by the next evening leaves no 14 days: somebody calls, and they begin then.
        EndingNotified { How: null } x => new(id, Say.EndingNotice(x.Effective), London.StartOf(x.Told.AddDays(2)), new LinkWanted(LinkPurpose.Ending, referral.Stream.Id)),
        _ => null,
    };

    private static NewMessage Booked(string id, string appointment, Moment starts, Moment ends, string medium) =>
        new(id, Say.Booked(starts, Media.By(medium)), starts, LinkWanted.Around(LinkPurpose.Appointment, appointment, starts, ends));
}
