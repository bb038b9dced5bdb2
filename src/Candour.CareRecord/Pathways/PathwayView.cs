using Candour.CareRecord.Appointments;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Clinical.Instruments;
using Candour.Clinical.Pathways;
using Candour.Clinical.Pathways.Readings;

namespace Candour.CareRecord.Pathways;

/// <summary>
/// All that the pathway page shows of one referral, from its two histories and nothing else. Pure; every figure comes from
/// <see cref="Pathway"/>.
/// </summary>
public sealed class PathwayView
{
    private readonly IReadOnlyDictionary<string, int> _numbers;

    private PathwayView(History referral, History person, DateOnly today)
    {
        Referral = referral;
        Today = today;
        Person = Person.Of(person)!;
        Pathway = PathwayProjection.Of(referral, person, today);
        Course = Course.Of(referral);
        Appointments = Appointment.Of(referral);
        Plan = SignedPlan.InForce(referral);
        Next = NextStep.Of(referral);
        Worries = RiskTask.Of(person);
        Risk = Worries.LastOrDefault(t => t.IsOpen);
        SafetyPlanOn = PlanAtHand.Of(person).Day;
        _numbers = SessionNumbers.Of(Appointments);
        var seen = new HashSet<string>();
        foreach (ref readonly var m in Pathway.Measurements)
            seen.Add(m.Instrument.Token);
        Instruments = [.. Instrument.All.Where(i => seen.Contains(i.Token) || i == Instrument.Phq9 || i == Instrument.Gad7)];
    }

    public History Referral { get; }

    public DateOnly Today { get; }

    public Person Person { get; }

    public Pathway Pathway { get; }

    public Course Course { get; }

    public IReadOnlyList<Appointment> Appointments { get; }

    public SignedPlan? Plan { get; }

    public NextStep? Next { get; }

    /// <summary>Every risk task of the person, oldest first.</summary>
    public IReadOnlyList<RiskTask> Worries { get; }

    /// <summary>The open risk task; null when there is none.</summary>
    public RiskTask? Risk { get; }

    /// <summary>The day the safety plan was last written or gone through; null without one.</summary>
    public DateOnly? SafetyPlanOn { get; }

    public int DaysOpen => Waits.DaysOpen(Pathway, Today);

    /// <summary>5 of 8; null without a signed plan.</summary>
    public (int Given, int Planned)? Dose => CourseOfCare.SessionsGiven(Pathway, Today);

    /// <summary>The contact to start or finish now: begun and open, else the next one booked.</summary>
    public Appointment? Now =>
        Appointments.FirstOrDefault(a => a is { Started: not null, Closed: null, Cancelled: null } && (a.Attendance is null || a.IsAttended))
        ?? Appointments.FirstOrDefault(a => a.IsLive && a.Day >= Today);

    /// <summary>The instruments that have answers, PHQ-9 and GAD-7 first.</summary>
    public IReadOnlyList<Instrument> Instruments { get; }

    /// <summary>Null when there is no such referral or nobody is registered for it.</summary>
    public static PathwayView? Of(History referral, History person, DateOnly today) =>
        referral.Any<ReferralReceived>() && person.Any<PersonRegistered>() ? new(referral, person, today) : null;

    /// <summary>The series of one instrument with its words.</summary>
    public (List<ScorePoint> Points, ScoreWords Words) Scores(Instrument instrument)
    {
        var points = new List<ScorePoint>();
        ScoreSeries.Of(Pathway, instrument, Today, points, withOpen: true);
        return (points, ScoreWords.Of(points, instrument, Today));
    }

    /// <summary>"session 6" of treatment, or the kind of contact, of an appointment.</summary>
    public string NameOf(Appointment a) =>
        _numbers.TryGetValue(a.Id, out var number) ? $"session {number}" : Kinds.Words(a.Type ?? a.Booked.Kind).ToLowerInvariant();

    /// <inheritdoc cref="Waiting.Stay.BegunByRecord"/>
    public DateOnly? BegunByRecord => Waiting.Stay.Open(Referral)?.BegunByRecord;

    /// <summary>The waits in lines: number and words.</summary>
    public IEnumerable<(int Days, string Words)> WaitLines()
    {
        if (Waits.ToAssessment(Pathway, Today) is { } assessment)
            yield return (assessment, "days to assessment");
        if (Waits.ToTreatment(Pathway, TreatmentRule.Protocol, Today) is { } treatment)
            yield return (treatment, "days to first treatment");
        if (Waits.FirstToSecond(Pathway, TreatmentRule.Protocol, Today) is { } second)
            yield return (second, "days from first to second");
    }

    /// <summary>The day one point of the chart was answered; where nobody did, the day of its session.</summary>
    public DateOnly AnsweredOn(ScorePoint point) =>
        point.Measurement >= 0 && Pathway.Measurements[point.Measurement].Completed is { } completed ? London.DayOf(completed) : point.Day;

    /// <summary>How one point of the chart was answered, as its table says.</summary>
    public string HowOf(ScorePoint point) => ScoreHow.Of(this, point);

    /// <summary>What was last said about safety; null when it never was.</summary>
    public (DateOnly Day, SafetyTalkedAbout Event)? LastSafety =>
        Appointments.LastOrDefault(a => a.Safety is not null) is { } a ? (a.Day, a.Safety!) : null;
}
