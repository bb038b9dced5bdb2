using System.ComponentModel.DataAnnotations;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Supervision;
using Candour.Clinical;
using Candour.Clinical.Pathways.Readings;

namespace Candour.CareRecord.Treatment;

/// <summary>people_list: one referral as its clinician's list shows it, with its one next step. No score is in it.</summary>
public sealed record PeopleRow
{
    [Key]
    public required string Referral { get; init; }

    public required string Person { get; init; }

    /// <summary>Staff id of the clinician; null before the first.</summary>
    public required string? Clinician { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    /// <summary>The day the wait counts from: the referral's, or that of the earlier one it goes on from.</summary>
    public required DateOnly CountsFrom { get; init; }

    public required bool IsOpen { get; init; }

    public required DateOnly? EndedOn { get; init; }

    /// <summary>Why it ended without notice; null: with notice, or not ended.</summary>
    public required NoNotice? WithoutNotice { get; init; }

    public required int? Step { get; init; }

    /// <summary>SNOMED CT code of the signed treatment.</summary>
    public required string? Therapy { get; init; }

    public required int? Given { get; init; }

    public required int? Planned { get; init; }

    public required DateOnly? LastSeen { get; init; }

    /// <summary>The last contact, try that reached them, letter or booking; the day the referral came before any.</summary>
    public required DateOnly LastHeard { get; init; }

    public required Moment? NextBooked { get; init; }

    public required Moment? LastAnswers { get; init; }

    /// <summary>What is missing, in words with full stops; empty when nothing is.</summary>
    public required string Missing { get; init; }

    /// <summary>An answer to a notice that nobody has talked about yet: the day by which somebody has to.</summary>
    public required DateOnly? ObjectionTalkBy { get; init; }

    public required string? ObjectionOwner { get; init; }

    /// <summary>"This is not what I said" came after the last session: when.</summary>
    public required Moment? Disputed { get; init; }

    /// <summary>The effective day of an ending that is under notice; null while nobody has told the person.</summary>
    public required DateOnly? EndsOn { get; init; }

    /// <summary>The day of the outcome form at 12 weeks from first treatment; null before treatment and once it is issued.</summary>
    public required DateOnly? Week12 { get; init; }

    /// <inheritdoc cref="Week12"/>
    public required DateOnly? Week26 { get; init; }

    /// <summary>A supervisor has to agree to the ending.</summary>
    public required bool WaitsForSupervisor { get; init; }

    public required string? NextWhat { get; init; }

    public required string? NextOwner { get; init; }

    public required DateOnly? NextDue { get; init; }

    /// <summary>The page where a second person does the next step; null for every other step.</summary>
    public required string? NextHref { get; init; }

    /// <summary>Why it is on the supervision agenda: names of <see cref="AgendaKind"/>, a space between; empty when it is not.</summary>
    public required string Agenda { get; init; }

    /// <summary>When supervision last decided about a missing safety plan; a worry after it brings the person back.</summary>
    public required Moment? PlanDecided { get; init; }

    /// <summary>The first contact at which the person was seen, whatever for; null before it.</summary>
    public required DateOnly? FirstTalk { get; init; }

    /// <summary>First and second treatment by the declared protocol.</summary>
    public required DateOnly? FirstTreatment { get; init; }

    /// <inheritdoc cref="FirstTreatment"/>
    public required DateOnly? SecondTreatment { get; init; }

    /// <summary>First treatment as official figures see it.</summary>
    public required DateOnly? OfficialFirst { get; init; }

    /// <summary>Ended after two treatments or more as official figures see it.</summary>
    public required bool OfficialFinished { get; init; }

    public static IEnumerable<PeopleRow> RowsOf(History referral)
    {
        if (referral.First<ReferralReceived>() is not { } received)
            yield break;
        var course = Course.Of(referral);
        var appointments = Appointments.Appointment.Of(referral);
        var plan = SignedPlan.InForce(referral);
        // Counted up to the last event: a row is a function of its stream, not of the day it is read.
        var asOf = London.DayOf(referral.Events[^1].Envelope.At);
        var anyKnown = SignedPlan.All(referral).Count > 0 || appointments.Any(a => a.Attendance is not null);
        var pathway = anyKnown ? PathwayProjection.Of(referral, History.Empty(Streams.Person(received.Person)), asOf) : null;
        var dose = pathway is null ? null : CourseOfCare.SessionsGiven(pathway, asOf);
        var first = pathway is null ? null : Waits.FirstTreatment(pathway, TreatmentRule.Protocol, asOf);
        var next = NextStep.Of(referral);
        yield return new()
        {
            Referral = referral.Stream.Id,
            Person = received.Person,
            Clinician = NextStep.ClinicianOf(referral, appointments),
            ReceivedOn = received.ReceivedOn,
            CountsFrom = Standing.CountsFrom(referral),
            IsOpen = course.IsOpen,
            EndedOn = course.EndedOn,
            WithoutNotice = course.Ended?.WithoutNotice,
            Step = plan?.Step,
            Therapy = plan?.Therapy,
            Given = dose?.Given,
            Planned = dose?.Planned,
            LastSeen = appointments.LastOrDefault(a => a.IsAttended)?.Day,
            LastHeard = Waiting.Heard.Last(referral),
            NextBooked = appointments.FirstOrDefault(a => a.IsLive)?.Starts,
            LastAnswers = referral.Last<ScoresRecorded>()?.FilledAt,
            Missing = course.IsOpen ? MissingOf(appointments, plan) : "",
            ObjectionTalkBy = course.IsHeld ? course.Held?.TalkBy : null,
            ObjectionOwner = course.IsHeld ? course.Held?.Owner : null,
            Disputed = DisputedSinceLastSession(referral),
            EndsOn = course is { IsInNotice: true, NotTold: false } ? course.Notice!.Effective : null,
            Week12 = FormDay(referral, first, 12),
            Week26 = FormDay(referral, first, 26),
            WaitsForSupervisor = course is { IsOpen: true, Decision.NeedsSupervisor: true, Notice: null },
            NextWhat = next?.What,
            NextOwner = next?.Owner,
            NextDue = next?.Due,
            NextHref = next?.Href,
            Agenda = pathway is null ? "" : string.Join(' ', Supervision.Agenda.Of(referral, course, appointments, pathway, asOf).Select(p => p.Kind)),
            PlanDecided = referral.Recorded<AgendaPointDecided>().LastOrDefault(d => d.Event.Point == AgendaKind.NoSafetyPlan).Envelope?.At,
            FirstTalk = appointments.FirstOrDefault(a => a.IsAttended)?.Day,
            FirstTreatment = first,
            SecondTreatment = pathway is null ? null : Waits.SecondTreatment(pathway, TreatmentRule.Protocol, asOf),
            OfficialFirst = pathway is null ? null : Waits.FirstTreatment(pathway, TreatmentRule.Official, asOf),
            OfficialFinished = pathway is not null && CourseOfCare.IsFinished(pathway, asOf),
        };
    }

    private static DateOnly? FormDay(History referral, DateOnly? first, int week) =>
        referral.Any<QuestionsIssued>(q => q.Week == week) ? null : first?.AddDays(7 * week);

    private static string MissingOf(IReadOnlyList<Appointment> appointments, SignedPlan? plan)
    {
        var missing = new List<string>();
        if (appointments.Any(a => a.IsAttended) && !appointments.Any(a => a.IsLive))
            missing.Add("No next appointment.");
        if (appointments.Any(a => a.IsAttended) && plan is null)
            missing.Add("Plan not signed.");
        if (appointments.LastOrDefault(a => a.IsAttended) is { Safety: null } last)
            missing.Add($"Risk not talked about on {Words.Day(last.Day, last.Day)}.");
        return string.Join(" ", missing);
    }

    private static Moment? DisputedSinceLastSession(History referral)
    {
        if (referral.Recorded<ScoresDisputed>().LastOrDefault() is not { Event: not null } disputed)
            return null;
        var closed = referral.Recorded<SessionClosed>().LastOrDefault();
        return closed.Event is not null && closed.Envelope.At > disputed.Envelope.At ? null : disputed.Envelope.At;
    }
}
