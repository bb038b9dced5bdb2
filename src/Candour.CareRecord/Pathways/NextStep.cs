using Candour.CareRecord.Appointments;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Stepping;
using Candour.CareRecord.Waiting;
using Candour.Clinical;

namespace Candour.CareRecord.Pathways;

/// <summary>
/// The one thing that has to happen next for a referral, whose it is, and by when. Every open referral has exactly one:
/// nobody is parked on no list. A closed one has none.
/// </summary>
/// <param name="What">In the words of lists and pages.</param>
/// <param name="Owner">Staff id, or <see cref="FrontDesk"/> or <see cref="Supervisors"/>.</param>
/// <param name="Due">The day by which it has to be done.</param>
public sealed record NextStep(string What, string Owner, DateOnly Due)
{
    /// <summary>The administrators on the day.</summary>
    public const string FrontDesk = "front desk";

    public const string Supervisors = "supervisors";

    /// <summary>The page where a second person does it; null where the pathway page is the place.</summary>
    public string? Href { get; init; }

    /// <summary>People who wait are written to at least this often.</summary>
    public const int WriteEveryDays = 28;

    public bool IsOverdue(DateOnly today) => Due < today;

    /// <summary>The next step of an open referral; null when it is closed or not yet received.</summary>
    public static NextStep? Of(History referral)
    {
        if (referral.First<ReferralReceived>() is not { } received)
            return null;
        var course = Course.Of(referral);
        if (!course.IsOpen)
            return null;
        var appointments = Appointment.Of(referral);
        var clinician = ClinicianOf(referral, appointments);
        if (course.StoppedForDeath)
            return new("Has died: end care", clinician ?? FrontDesk, DayOfLast<StoppedForDeath>(referral)!.Value.AddDays(7));
        return Ending(referral, course)
            ?? ToFinish(appointments)
            ?? ToConfirm(appointments)
            ?? ToConfirm(referral)
            ?? ToAgreeKind(appointments)
            ?? Plan(referral, clinician)
            ?? Coming(appointments)
            ?? Notice(course)
            ?? Start(referral, received)
            ?? Waiting(referral, clinician)
            ?? Care(referral, appointments, clinician);
    }

    /// <summary>The clinician whose person this is now: allocated last, or holding the latest contact; null before either.</summary>
    public static string? ClinicianOf(History referral, IReadOnlyList<Appointment> appointments)
    {
        var allocated = referral.Last<ClinicianAllocated>()?.Clinician;
        return allocated ?? appointments.LastOrDefault(a => a.Cancelled is null)?.Clinician;
    }

    private static NextStep? Ending(History referral, Course course) => course switch
    {
        { Held: { } held } => new($"Talk about the ending: {(course.Objection!.Disagrees ? "does not agree to end" : "wants to talk first")}", held.Owner, held.TalkBy),
        { IsInNotice: true, NotTold: true } => new("Tell them about the ending", course.DecidedBy!.By.Actor, DayOfLast<EndingNotTold>(referral)!.Value.AddDays(2)) { Href = $"/pathways/{referral.Stream.Id}/ending" },
        { Decision.NeedsSupervisor: true, Notice: null, Ended: null } => new("Supervisor to agree to the ending", Supervisors, course.DecidedOn!.Value.AddDays(2)) { Href = $"/pathways/{referral.Stream.Id}/ending" },
        _ => null,
    };

    private static NextStep? Notice(Course course) =>
        course.IsInNotice ? new("Care ends unless the person says no", course.DecidedBy!.By.Actor, course.Notice!.Effective) : null;

    private static NextStep? ToFinish(IReadOnlyList<Appointment> appointments) =>
        appointments.FirstOrDefault(a => a.Closed is null && a.Cancelled is null && (a.Started is not null || a.IsAttended)
            && (a.Attendance is null || a.IsAttended)) is { } open
            ? new("Finish the session of " + Words.LongDay(open.Day), open.Clinician, open.Day.AddDays(1))
            : null;

    private static NextStep? ToConfirm(IReadOnlyList<Appointment> appointments) =>
        appointments.FirstOrDefault(a => a.LateEntryBy is not null) is { } late
            ? new("A second person to confirm a late entry", Supervisors, late.Day.AddDays(7)) { Href = $"/appointments/{late.Id}" }
            : null;

    private static NextStep? ToConfirm(History referral) =>
        LateEntry.Held(referral) is [var late, ..]
            ? new("A second person to confirm a late entry", Supervisors, London.DayOf(late.Envelope.At).AddDays(7)) { Href = $"/pathways/{referral.Stream.Id}/late" }
            : null;

    private static NextStep? ToAgreeKind(IReadOnlyList<Appointment> appointments) =>
        appointments.FirstOrDefault(a => a.TypeProposed is not null) is { } said
            ? new("A second person to agree what a contact counts as", Supervisors, said.Day.AddDays(7)) { Href = $"/sessions/{said.Id}/kind" }
            : null;

    /// <summary>Something said about the plan or the step that somebody has to answer.</summary>
    private static NextStep? Plan(History referral, string? clinician)
    {
        if (Steps.Of(referral).Asked is not null)
            return new("Supervisor to agree to the step", Supervisors, DayOfLast<StepChangeAsked>(referral)!.Value.AddDays(2)) { Href = $"/pathways/{referral.Stream.Id}/step/agree" };
        return PlanState.Latest(referral) switch
        {
            { WaitsForSupervisor: true } plan => new("Supervisor to agree to the plan", Supervisors, London.DayOf(plan.Proposed.At).AddDays(2)) { Href = $"/pathways/{referral.Stream.Id}/plan/agree" },
            { Signed: null, Answer: { } answer, AnsweredAt: { } at } => new(
                $"Talk about the plan: {(answer.Answer == PlanAnswer.Think ? "wants to think" : "wants something else")}",
                clinician ?? FrontDesk, London.DayOf(at.At).AddDays(answer.Answer == PlanAnswer.Think ? 7 : 2)),
            // Also where a changed plan was waiting for an answer at that time.
            _ when referral.Events.LastOrDefault(e => e.Event is PlanProposed or PlanSigned or ConsentWithdrawn) is { Event: ConsentWithdrawn, Envelope: { } at }
                && !Appointment.Of(referral).Any(a => a.IsAttended && a.Starts > at.At) => new(
                "Talk about what next: took consent back", clinician ?? FrontDesk, London.DayOf(at.At).AddDays(2)),
            _ => null,
        };
    }

    /// <summary>A booked contact; one whose time has passed stays the next step until somebody says who came.</summary>
    private static NextStep? Coming(IReadOnlyList<Appointment> appointments) =>
        appointments.FirstOrDefault(a => a.IsLive) is { } next
            ? new($"{Kinds.Words(next.Booked.Kind)}, {Media.Words(next.Medium)}", next.Clinician, next.Day)
            : null;

    private static NextStep? Start(History referral, ReferralReceived received)
    {
        if (Appointment.Of(referral).Any(a => a.IsAttended))
            return null;
        var replied = Reaching.ReplyOf(referral);
        var reply = replied?.Event;
        if (!referral.Any<ReferralAccepted>() && reply is null)
            return new("Check and contact", FrontDesk, received.ReceivedOn.AddDays(1));
        if (reply is { Reply: OptInReply.Elsewhere or OptInReply.NoMore })
            return new("Close as asked, or call to check", FrontDesk, reply.ClosesFrom ?? London.DayOf(replied!.Value.Envelope.At));
        if (reply is { Reply: OptInReply.NotNow, AskAgainIn: { } month } && DateOnly.TryParse(month + "-01", out var ask))
            return new("Ask again, as they wanted", FrontDesk, LastTry(referral) is { } tried && tried >= ask ? tried.AddDays(4) : ask);
        if (reply is { Reply: OptInReply.Yes })
            return new("Book the first talk", FrontDesk, London.DayOf(replied!.Value.Envelope.At).AddDays(3));
        return new("Try to reach", FrontDesk, (LastTry(referral) ?? DayOfLast<ReferralAccepted>(referral) ?? received.ReceivedOn).AddDays(4));
    }

    private static NextStep? Waiting(History referral, string? clinician)
    {
        if (Stay.Open(referral) is not { } stay)
            return null;
        return new($"Waiting for step {stay.Step}: write or offer a start", clinician ?? FrontDesk, Heard.Last(referral).AddDays(WriteEveryDays));
    }

    private static NextStep Care(History referral, IReadOnlyList<Appointment> appointments, string? clinician)
    {
        var last = appointments.LastOrDefault(a => !a.IsTakenOut && (a.Cancelled is not null || a.Attendance is not null));
        var since = last is null ? London.DayOf(referral.Events[^1].Envelope.At) : last.Day;
        var owner = clinician ?? FrontDesk;
        if (last is { Attendance: not null, IsAttended: false, WasOurFault: false })
            return new("Did not come: ask how they are", owner, since.AddDays(1));
        if (referral.Events.LastOrDefault(e => e.Event is PlanProposed or PlanSigned)?.Event is PlanProposed)
            return new("Plan not signed: ask", owner, DayOfLast<PlanProposed>(referral)!.Value.AddDays(7));
        return new(SignedPlan.InForce(referral) is null ? "Agree a plan, or an ending" : "Book the next session, or plan the ending", owner, since.AddDays(7));
    }

    private static DateOnly? LastTry(History referral) =>
        referral.Events.LastOrDefault(e => e.Event is ContactTried or OptInAsked) is { } tried ? London.DayOf(tried.Envelope.At) : null;

    private static DateOnly? DayOfLast<T>(History referral)
        where T : Event => referral.Recorded<T>().LastOrDefault() is { Event: not null } last ? London.DayOf(last.Envelope.At) : null;
}
