using Candour.CareRecord.Appointments;
using Candour.CareRecord.Discharge;
using Candour.Clinical;
using Candour.Clinical.Instruments;
using Candour.Clinical.Pathways;
using Candour.Clinical.Pathways.Readings;

namespace Candour.CareRecord.Supervision;

/// <summary>A point of the agenda.</summary>
/// <param name="Since">The day it came up; a decision on or after it takes it off the agenda.</param>
/// <param name="InWords">What the record shows, a sentence.</param>
public sealed record AgendaPoint(AgendaKind Kind, DateOnly Since, string InWords);

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
    public static IReadOnlyList<AgendaPoint> Of(History referral, Pathway pathway, DateOnly asOf) =>
        Of(referral, Course.Of(referral), Appointment.Of(referral), pathway, asOf);

    /// <inheritdoc cref="Of(History, Pathway, DateOnly)"/>
    internal static IReadOnlyList<AgendaPoint> Of(
        History referral, Course course, IReadOnlyList<Appointment> appointments, Pathway pathway, DateOnly asOf)
    {
        if (!course.IsOpen)
            return [];
        var series = Read.Select(i => (Instrument: i, Points: Counted(pathway, i, asOf))).Where(s => s.Points.Count > 1).ToList();
        AgendaPoint?[] points = [Worse(series), TwoMissed(appointments), NoChange(pathway, series, asOf), Asked(appointments)];
        return [.. points.OfType<AgendaPoint>().Where(p => !Decided(referral, p))];
    }

    private static bool Decided(History referral, AgendaPoint point) =>
        referral.Recorded<AgendaPointDecided>().Any(d => d.Event.Point == point.Kind && London.DayOf(d.Envelope.At) >= point.Since);

    private static AgendaPoint? Worse(List<(Instrument Instrument, List<ScorePoint> Points)> series)
    {
        foreach (var (instrument, points) in series)
        {
            var (first, last) = (points[0], points[^1]);
            if (last.Value > first.Value && instrument.IsReliable(first.Value!.Value, last.Value!.Value, last.Day) == true)
            {
                return new(AgendaKind.Worse, last.Day,
                    $"{instrument.Name} was {instrument.Text(first.Value.Value)} at the start and is {instrument.Text(last.Value.Value)} now: a reliable change for the worse.");
            }
        }

        return null;
    }

    /// <summary>Contacts that we called off and ones cancelled in time neither count nor break the row.</summary>
    private static AgendaPoint? TwoMissed(IReadOnlyList<Appointment> appointments)
    {
        var known = appointments.Where(a => a is { Attendance: not null, Cancelled: null, WasOurFault: false }).ToList();
        return known is [.., { IsAttended: false, LateEntryBy: null } before, { IsAttended: false, LateEntryBy: null } last]
            ? new(AgendaKind.TwoMissed, last.Day, $"Did not come twice in a row: {Words.Day(before.Day, last.Day)} and {Words.Day(last.Day, last.Day)}.")
            : null;
    }

    private static AgendaPoint? NoChange(Pathway pathway, List<(Instrument Instrument, List<ScorePoint> Points)> series, DateOnly asOf)
    {
        var sessions = new List<Session>();
        var count = ProtocolSessions.Find(pathway, asOf, sessions);
        if (count < EverySessions || series.Count == 0 || series.Exists(s => IsBetter(s.Instrument, s.Points))
            || series.TrueForAll(s => s.Instrument.IsCase(s.Points[^1].Value!.Value, s.Points[^1].Day) != true))
            return null;
        var at = count / EverySessions * EverySessions;
        return new(AgendaKind.NoChange, sessions[at - 1].Day, $"{at} sessions of treatment, and no reliable change for the better yet.");
    }

    private static AgendaPoint? Asked(IReadOnlyList<Appointment> appointments) =>
        appointments.LastOrDefault(a => a.Saved is { AskSupervisor: true }) is { } there
            ? new(AgendaKind.Asked, there.Day, $"The clinician asks: {there.Saved!.AskSupervisorWhat ?? "something about this session"}")
            : null;

    private static bool IsBetter(Instrument instrument, List<ScorePoint> points) =>
        points[^1].Value < points[0].Value && instrument.IsReliable(points[0].Value!.Value, points[^1].Value!.Value, points[^1].Day) == true;

    private static List<ScorePoint> Counted(Pathway pathway, Instrument instrument, DateOnly asOf)
    {
        var points = new List<ScorePoint>();
        ScoreSeries.Of(pathway, instrument, asOf, points);
        points.RemoveAll(p => p is not { Mark: ScoreMark.Counted, Value: not null, Disputed: false });
        return points;
    }
}
