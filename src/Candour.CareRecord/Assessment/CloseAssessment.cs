using Candour.CareRecord.Appointments;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Problem;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Sessions;
using Candour.Clinical;

namespace Candour.CareRecord.Assessment;

/// <summary>
/// Closes the assessment and, with it, the session it was held in: type and number are worked out there. Safety in words and
/// a main problem have to be there; other blocks may be left out and are named.
/// </summary>
public sealed record CloseAssessment
{
    public required string Appointment { get; init; }

    public required string Person { get; init; }

    /// <summary>A fresh id for the care activity.</summary>
    public required string Activity { get; init; }

    public required RiskIds RiskIds { get; init; }

    /// <summary>Null when it was recorded before.</summary>
    public RecordAttendance? Attendance { get; init; }

    /// <summary>Asked when it is closed more than 24 hours after the contact.</summary>
    public WhyLate? WhyLate { get; init; }

    /// <summary>List psychotropic_medication; null: not asked.</summary>
    public string? PsychotropicMedication { get; init; }

    /// <summary>What the person is called, for the words of refusals.</summary>
    public required string Called { get; init; }

    public Decision Decide(History person, History referral, Cover cover, By by, Moment now)
    {
        var assessment = TheAssessment.Of(referral, Appointment);
        if (assessment.IsClosed)
            return Decision.AlreadySo;
        // Written up on the page of the session: what was said about safety stands there, and nothing is left to save.
        if (Appointments.Appointment.Find(referral, Appointment) is { Closed: not null } written)
        {
            return written.Person != Person || person.Stream.Id != Person ? new AppointmentOfSomeoneElse()
                : MainProblem.Of(referral) is null ? new ChooseMainProblem()
                : Decision.Accept(referral.Stream, Closed(assessment));
        }

        if (assessment.Spoken is not { } spoken || assessment.Said(AssessmentBlock.Risk, AssessmentForm.Formulation).Length == 0)
            return new SafetyNeedsWords();
        var understood = Text.OrNull(assessment.Said(AssessmentBlock.Risk, AssessmentForm.Understood));
        if (assessment.AnswersDiffer && understood is null)
            return Differ(Called, assessment.Item9!.Value, spoken);
        if (MainProblem.Of(referral) is null)
            return new ChooseMainProblem();
        var session = new SaveSession
        {
            Appointment = Appointment,
            Person = Person,
            Activity = Activity,
            Note = assessment.AsNote(),
            AssessmentDone = true,
            Spoken = spoken,
            SafetyWords = assessment.Said(AssessmentBlock.Risk, AssessmentForm.Formulation),
            Understood = understood,
            Attendance = Attendance,
            WhyLate = WhyLate,
            PsychotropicMedication = PsychotropicMedication,
            RiskIds = RiskIds,
        };
        return session.Decide(person, referral, cover, by, now) is Accepted saved
            ? Decision.Accept(referral.Stream, Closed(assessment)).And(saved)
            : session.Decide(person, referral, cover, by, now);
    }

    private AssessmentClosed Closed(TheAssessment assessment) => new()
    {
        Appointment = Appointment, LeftOut = [.. assessment.NotDone.Select(b => AssessmentForm.Of(b).Name)],
    };

    /// <summary>The refusal while a written and a spoken answer stand unreconciled.</summary>
    public static SayHowYouUnderstand Differ(string called, int item9, SpokenThoughts spoken) =>
        new(called, PathwayAnswers.Item9Words(item9), Words(spoken));

    /// <summary>The spoken answer as it stands beside the written one.</summary>
    public static string Words(SpokenThoughts spoken) => spoken switch
    {
        SpokenThoughts.None => "no",
        SpokenThoughts.Some => "yes",
        _ => "would rather not say",
    };
}
