using Candour.CareRecord.Appointments;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Clinical.Pathways;

namespace Candour.CareRecord.Discharge;

/// <summary>
/// Decides that care ends. The person is told and has 14 days (the service's setting, never fewer); only the reasons in
/// <see cref="NoNotice"/> end it at once. A decision before the plan is done waits for a supervisor, and a trainee's always.
/// </summary>
public sealed record DecideEnding
{
    /// <summary>Fresh id of the decision.</summary>
    public required string Decision { get; init; }

    public required string Person { get; init; }

    public EndingReason? Reason { get; init; }

    public string? Why { get; init; }

    public string? With { get; init; }

    public string? StayingWell { get; init; }

    public IReadOnlyList<int> FollowUpMonths { get; init; } = [];

    public bool LetterToGp { get; init; }

    public NoNotice? WithoutNotice { get; init; }

    /// <summary>The interruption page was read and "End anyway" chosen.</summary>
    public bool EndAnyway { get; init; }

    /// <summary>The referral's version the page showed: answers sent since have not been read.</summary>
    public required int Shown { get; init; }

    /// <summary>Days of notice of the service's policy, 14 or more.</summary>
    public required int NoticeDays { get; init; }

    // In a crisis an ending that was planned before, and answers nobody has read yet, wait; the person does not (H46).
    private bool HandsOver => WithoutNotice is NoNotice.CrisisOrSecondaryCare or NoNotice.Safeguarding;

    /// <summary>The front desk closes for no reply, and ends nobody's care: no planning, taking back, undoing or reason (permissions.csv).</summary>
    internal static ClinicianEndsCare? IsNotTheirs(By by) => by.Role == Roles.Administrator ? new() : null;

    public Decision Decide(History person, History referral, By by, Moment now)
    {
        if (IsNotTheirs(by) is { } no)
            return no;
        if (referral.First<ReferralReceived>()?.Person != Person || Referrals.Person.Of(person) is not { } known || known.Id != Person)
            return new AppointmentOfSomeoneElse();
        var course = Course.Of(referral);
        if (course.EndedOn is { } ended)
            return new AlreadyEnded(known.Called, ended);
        if (course.Decision is not null && !known.HasDied && !HandsOver)
            return new AlreadyPlanned(known.Called);
        if (known.HasDied && WithoutNotice != NoNotice.Death)
            return new DeathIsRecorded();
        if (Reason is not { } reason)
            return new ChooseReason();
        if ((WithoutNotice == NoNotice.Death || reason == EndingReason.Died) && !known.HasDied)
            return new DeathNotRecorded(known.Called);
        if (known.HasDied && reason != EndingReason.Died)
            return new DeathIsTheReason(known.Called);
        if (Sessions.Text.OrNull(Why) is not { } why)
            return WithoutNotice == NoNotice.AskedInWriting ? new AskedInWritingNeedsWords() : new SayWhyItEnds();
        // Handing over in a crisis is never held up by the very task that made it necessary.
        if (!HandsOver && WithoutNotice is not NoNotice.Death && RiskTask.OpenOf(person) is not null)
            return new RiskAnswerIsOpen(known.Called);
        if (!HandsOver && referral.Since(Shown).Any(e => e.Event is ScoresRecorded))
            return new AnswersNotRead(known.Called);

        var figures = EndingFigures.Of(person, referral, London.DayOf(now));
        if (EndingReasons.CodeOf(reason, figures.TakenOn) is not { } code)
            return new ReasonDoesNotFit(known.Called, figures.TakenOn);
        // Nobody is promised a letter that cannot be written (H38); a hand-over today waits for no surgery (H46).
        if (LetterToGp && !HandsOver && WithoutNotice != NoNotice.Death && Letters.GpSurgery.Of(known, London.DayOf(now)) is null)
            return new NoGpForTheLetter(Letters.GpSurgery.WhyNone(known));
        if (WithoutNotice is null && figures.BeforePlan && !EndAnyway)
            return new EndsBeforePlan(known.Called, figures.Given, figures.Planned!.Value, figures.BelowInARow);

        var decided = new EndingDecided
        {
            Decision = Decision,
            Reason = reason,
            EndCode = code,
            With = Sessions.Text.OrNull(With),
            SessionsGiven = figures.Given,
            SessionsPlanned = figures.Planned,
            BelowInARow = figures.BelowInARow,
            BeforePlan = figures.BeforePlan,
            WithoutNotice = WithoutNotice,
            Why = why,
            StayingWell = Sessions.Text.OrNull(StayingWell),
            FollowUpMonths = [.. FollowUpMonths.Where(m => m is >= 1 and <= 12).Distinct().Order()],
            LetterToGp = LetterToGp,
            // A trainee's always (permissions.csv); what may not wait for a notice waits for nobody else before its plan either.
            NeedsSupervisor = by.Role == Roles.PwpTrainee || (WithoutNotice is null && figures.BeforePlan),
        };
        var today = London.DayOf(now);
        var accepted = (Accepted)CareRecord.Decision.Accept(referral.Stream, decided);
        return decided.NeedsSupervisor ? accepted
            : WithoutNotice is not null ? accepted.And(referral.Stream, EndOfCare.Now(decided, today, today, null, figures.LastContact))
            : accepted.And(referral.Stream, Notice.Given(Decision, today, NoticeDays));
    }
}

/// <summary>The figures an ending is judged by, all from the pathway.</summary>
/// <param name="TakenOn">Treatment has begun: the ending's national code depends on it.</param>
public sealed record EndingFigures(bool TakenOn, int Given, int? Planned, int BelowInARow, DateOnly? LastContact)
{
    public bool BeforePlan => Planned is { } planned && Given < planned;

    public static EndingFigures Of(History person, History referral, DateOnly today)
    {
        var pathway = PathwayProjection.Of(referral, person, today);
        var dose = Clinical.Pathways.Readings.CourseOfCare.SessionsGiven(pathway, today);
        var first = Clinical.Pathways.Readings.Waits.FirstTreatment(pathway, Clinical.Pathways.Readings.TreatmentRule.Protocol, today);
        var measure = Clinical.Pathways.Readings.SustainedRecovery.MeasureOf(pathway);
        return new(
            first is not null,
            dose?.Given ?? 0,
            dose?.Planned,
            Clinical.Pathways.Readings.SustainedRecovery.InARow(pathway, measure, today),
            Clinical.Pathways.Readings.Waits.LastSeen(pathway, today));
    }
}

/// <summary>The notice and its last day.</summary>
internal static class Notice
{
    public static EndingNotified Given(string decision, DateOnly told, int days) =>
        new() { Decision = decision, Told = told, Effective = told.AddDays(Math.Max(14, days)) };
}

/// <summary>
/// The supervisor's word on an early ending or a trainee's: agreed, the notice goes or, without notice, care ends; not agreed,
/// care goes on.
/// </summary>
public sealed record AgreeEnding(bool Agreed, string? Why, int NoticeDays)
{
    /// <summary>The decision that was read; null: the present one. Another made meanwhile is not agreed to unseen.</summary>
    public string? Decision { get; init; }

    /// <summary>The referral's version the page showed: answers sent since have not been read. Null: nothing was shown.</summary>
    public int? Shown { get; init; }

    public Decision Decide(History person, History referral, By by, Moment now)
    {
        var course = Course.Of(referral);
        if (course.Decision is not { NeedsSupervisor: true } decision || decision.Decision != (Decision ?? decision.Decision) || course.Notice is not null || !course.IsOpen)
            return new NothingToAgreeTo();
        if (course.DecidedBy!.By.Actor == by.Actor)
            return new AgreedBySomeoneElse();
        if (Agreed && (WhyNotNow(person, decision) ?? NotRead(person, referral, decision)) is { } no)
            return no;
        var agreed = (Accepted)CareRecord.Decision.Accept(referral.Stream, new EndingAgreed { Decision = decision.Decision, Agreed = Agreed, Why = Sessions.Text.OrNull(Why) });
        var today = London.DayOf(now);
        return !Agreed ? agreed.And(referral.Stream, new EndingWithdrawn { Decision = decision.Decision, Why = Sessions.Text.OrNull(Why) ?? "The supervisor did not agree." })
            : decision.WithoutNotice is null ? agreed.And(referral.Stream, Notice.Given(decision.Decision, today, NoticeDays))
            : agreed.And(referral.Stream, EndOfCare.Now(decision, today, course.DecidedOn!.Value, null, EndingFigures.Of(person, referral, today).LastContact));
    }

    private AnswersNotRead? NotRead(History person, History referral, EndingDecided decision) =>
        decision.WithoutNotice is null && Shown is { } shown && referral.Since(shown).Any(e => e.Event is ScoresRecorded)
            ? new(Referrals.Person.Of(person)?.Called ?? "This person")
            : null;

    private static Refusal? WhyNotNow(History person, EndingDecided decision)
    {
        var called = Referrals.Person.Of(person)?.Called ?? "This person";
        var hasDied = Death.IsRecorded(person);
        return decision.WithoutNotice == NoNotice.Death
            ? hasDied ? null : new DeathNotRecorded(called)
            : hasDied ? new DeathIsRecorded()
            // Nobody who has just told of a worry is sent a notice. Handing over in a crisis waits for nothing.
            : decision.WithoutNotice is null or NoNotice.MovedAway or NoNotice.AskedInWriting && RiskTask.OpenOf(person) is not null ? new RiskAnswerIsOpen(called)
            : null;
    }
}
