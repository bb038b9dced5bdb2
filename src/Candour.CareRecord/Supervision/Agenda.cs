using Candour.CareRecord.Appointments;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Clinical.Instruments;
using Candour.Clinical.Pathways;
using Candour.Clinical.Pathways.Readings;

namespace Candour.CareRecord.Supervision;

/// <summary>A point of the agenda.</summary>
/// <param name="Since">The day it is about.</param>
/// <param name="InWords">What the record shows, a sentence.</param>
/// <param name="Raised">Sequence of the event that raised it; a decision written after it takes it off the agenda.</param>
public sealed record AgendaPoint(AgendaKind Kind, DateOnly Since, string InWords, int Raised);

/// <summary>
/// Which open courses of care are talked about in supervision (H35): rules, one a method, that read scores and attendance and
/// judge nobody. Reliable change is the dated value of each instrument; the session numbers are our judgement, to be
/// confirmed by the clinical lead.
/// </summary>
public static class Agenda
{
    /// <summary>No reliable change is raised at every so many sessions of treatment.</summary>
    public const int EverySessions = 4;

    private static readonly IReadOnlyList<Instrument> Read = [Instrument.Phq9, Instrument.Gad7];

    /// <summary>The points that stand: not decided since they came up.</summary>
    public static IReadOnlyList<AgendaPoint> Of(History referral, History person, Pathway pathway, DateOnly asOf)
    {
        var course = Course.Of(referral);
        var points = Of(referral, course, Appointment.Of(referral), pathway, asOf);
        return course.IsOpen && NoSafetyPlan(referral, person) is { } missing && !Decided(referral, missing) ? [missing, .. points] : points;
    }

    /// <summary>The points that follow from the referral alone; a list joins the safety plan, which is the person's.</summary>
    internal static IReadOnlyList<AgendaPoint> Of(
        History referral, Course course, IReadOnlyList<Appointment> appointments, Pathway pathway, DateOnly asOf)
    {
        if (!course.IsOpen)
            return [];
        var series = Read.Select(i => (Instrument: i, Points: Counted(pathway, i, asOf))).Where(s => s.Points.Count > 1).ToList();
        AgendaPoint?[] points = [Worse(referral, pathway, asOf), TwoMissed(referral, appointments), NoChange(referral, pathway, series, asOf), Asked(referral, appointments)];
        return [.. points.OfType<AgendaPoint>().Where(p => !Decided(referral, p))];
    }

    private static bool Decided(History referral, AgendaPoint point) =>
        referral.Recorded<AgendaPointDecided>().Any(d => d.Event.Point == point.Kind && d.Envelope.Sequence > point.Raised);

    /// <summary>A positive item 9 or another worry in this course of care, and no safety plan written or gone through in it (H39).</summary>
    private static AgendaPoint? NoSafetyPlan(History referral, History person)
    {
        if (referral.First<ReferralReceived>() is not { } received || PlanAtHand.Of(person) is not { LastWorry: { } worry } plan
            || plan.IsPresent(received.ReceivedOn))
            return null;
        var day = London.DayOf(worry);
        if (day < received.ReceivedOn && RiskTask.Of(person)[^1].Referral != referral.Stream.Id)
            return null;
        return new(
            AgendaKind.NoSafetyPlan, day,
            plan.Day is { } old
                ? $"A worry about safety was told on {Words.Day(day, day)}. The safety plan is of {Words.LongDay(old)}, before this course of care."
                : $"A worry about safety was told on {Words.Day(day, day)}, and there is no safety plan yet.",
            referral.Events.LastOrDefault(e => e.Envelope.At <= worry)?.Envelope.Sequence ?? 0);
    }

    /// <summary>Reads also what was answered for a session that did not take place: who gets worse is often who does not come.</summary>
    private static AgendaPoint? Worse(History referral, Pathway pathway, DateOnly asOf)
    {
        foreach (var instrument in Read)
        {
            var points = Counted(pathway, instrument, asOf, withNotHeld: true);
            if (points.Count < 2)
                continue;
            var (first, last) = (points.Find(p => p.Mark == ScoreMark.Counted) is { Value: not null } start ? start : points[0], points[^1]);
            if (last.Value > first.Value && instrument.IsReliable(first.Value!.Value, last.Value!.Value, last.Day) == true)
            {
                return new(AgendaKind.Worse, last.Day,
                    $"{instrument.Name} was {instrument.Text(first.Value.Value)} at the start and is {instrument.Text(last.Value.Value)} now{(last.Mark == ScoreMark.NotHeld ? ", answered for a session that did not take place" : "")}: a reliable change for the worse.",
                    RaisedBy(referral, pathway, last));
            }
        }

        return null;
    }

    /// <summary>Contacts that we called off and ones cancelled in time neither count nor break the row.</summary>
    private static AgendaPoint? TwoMissed(History referral, IReadOnlyList<Appointment> appointments)
    {
        var known = appointments.Where(a => a is { Attendance: not null, Cancelled: null, WasOurFault: false }).ToList();
        return known is [.., { IsAttended: false, IsUnconfirmed: false } before, { IsAttended: false, IsUnconfirmed: false } last]
            ? new(AgendaKind.TwoMissed, last.Day, $"Did not come twice in a row: {Words.Day(before.Day, last.Day)} and {Words.Day(last.Day, last.Day)}.",
                Math.Max(AttendanceOf(referral, before.Id), AttendanceOf(referral, last.Id)))
            : null;
    }

    private static AgendaPoint? NoChange(
        History referral, Pathway pathway, List<(Instrument Instrument, List<ScorePoint> Points)> series, DateOnly asOf)
    {
        var sessions = new List<Session>();
        var count = ProtocolSessions.Find(pathway, asOf, sessions);
        if (count < EverySessions || series.Count == 0 || series.Exists(s => IsBetter(s.Instrument, s.Points))
            || series.TrueForAll(s => s.Instrument.IsCase(s.Points[^1].Value!.Value, s.Points[^1].Day) != true))
            return null;
        var at = count / EverySessions * EverySessions;
        return new(AgendaKind.NoChange, sessions[at - 1].Day, $"{at} sessions of treatment, and no reliable change for the better yet.",
            sessions.Select(s => WrittenUp(referral, pathway, s)).Order().ElementAt(at - 1));
    }

    /// <summary>The question that was asked last, whichever session it is about.</summary>
    private static AgendaPoint? Asked(History referral, IReadOnlyList<Appointment> appointments) =>
        appointments.Where(a => a.Saved is { AskSupervisor: true }).MaxBy(a => AskedIn(referral, a.Id)) is { } there
            ? new(AgendaKind.Asked, there.Day, $"The clinician asks: {there.Saved!.AskSupervisorWhat ?? "something about this session"}", AskedIn(referral, there.Id))
            : null;

    /// <summary>The save that first put the question as it stands: a later save that leaves it alone does not ask again.</summary>
    private static int AskedIn(History referral, string appointment)
    {
        (string? What, int Sequence)? asked = null;
        foreach (var (envelope, saved) in referral.Recorded<SessionSaved>().Where(s => s.Event.Appointment == appointment))
        {
            if (!saved.AskSupervisor)
                asked = null;
            else if (asked is not { } before || before.What != saved.AskSupervisorWhat)
                asked = (saved.AskSupervisorWhat, envelope.Sequence);
        }

        return asked?.Sequence ?? 0;
    }

    /// <summary>The answers, or what was written of their session, that it took place or not: whichever came later.</summary>
    private static int RaisedBy(History referral, Pathway pathway, ScorePoint point)
    {
        var sent = (int)pathway.Measurements[point.Measurement].Row;
        return point.Contact < 0 ? sent : Math.Max(sent, AttendanceOf(referral, pathway.Contacts[point.Contact].Id));
    }

    /// <summary>When a session of treatment became one: attended, and what was done written down.</summary>
    private static int WrittenUp(History referral, Pathway pathway, Session session)
    {
        if (session.Contact < 0)
            return (int)pathway.InternetLogs[session.Log].Row;
        var id = pathway.Contacts[session.Contact].Id;
        var saved = referral.Recorded<SessionSaved>().FirstOrDefault(s => s.Event.Appointment == id && s.Event.Therapy is not null);
        return Math.Max(AttendanceOf(referral, id), saved.Envelope?.Sequence ?? 0);
    }

    private static int AttendanceOf(History referral, string appointment) => referral.Events
        .LastOrDefault(r => (r.Event is AttendanceRecorded a && a.Appointment == appointment) || (r.Event is LateEntryConfirmed c && c.Appointment == appointment)
            || (r.Event is AppointmentCancelled x && x.Appointment == appointment))
        ?.Envelope.Sequence ?? 0;

    private static bool IsBetter(Instrument instrument, List<ScorePoint> points) =>
        points[^1].Value < points[0].Value && instrument.IsReliable(points[0].Value!.Value, points[^1].Value!.Value, points[^1].Day) == true;

    private static List<ScorePoint> Counted(Pathway pathway, Instrument instrument, DateOnly asOf, bool withNotHeld = false)
    {
        var points = new List<ScorePoint>();
        ScoreSeries.Of(pathway, instrument, asOf, points);
        points.RemoveAll(p => p is not { Value: not null, Disputed: false } || !(p.Mark == ScoreMark.Counted || (withNotHeld && p.Mark == ScoreMark.NotHeld)));
        return points;
    }
}
