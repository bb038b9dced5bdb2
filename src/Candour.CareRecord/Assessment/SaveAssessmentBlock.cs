using Candour.CareRecord.Appointments;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Sessions;
using Candour.Clinical;

namespace Candour.CareRecord.Assessment;

/// <summary>
/// Saves one block of the assessment, whole or in part: nothing that is said is ever held back by what is missing. The
/// safety block also stands as the safety talk of the session, and a spoken worry goes the one way every worry goes.
/// </summary>
public sealed record SaveAssessmentBlock
{
    public required string Appointment { get; init; }

    public required string Person { get; init; }

    public required AssessmentBlock Block { get; init; }

    /// <summary>Field key and what it holds.</summary>
    public required IReadOnlyDictionary<string, string?> Fields { get; init; }

    public string? Notes { get; init; }

    /// <summary>Fresh ids for a worry that has to be handed on.</summary>
    public required RiskIds RiskIds { get; init; }

    public Decision Decide(History person, History referral, Cover cover, Moment now)
    {
        if (Appointments.Appointment.Find(referral, Appointment) is not { } there)
            return new NoSuchAppointment();
        if (there.Person != Person || person.Stream.Id != Person)
            return new AppointmentOfSomeoneElse();
        if (there.Closed is not null)
            return new AssessmentIsClosed();
        if (there.Started is null && there.Attendance is null)
            return new SessionNotStarted();
        var saved = AssessmentForm.Saved(Appointment, Block, Fields, Notes);
        if ((saved.Said ?? []).Append(saved.Notes ?? "").Any(t => t.Length > Text.Most))
            return new TextTooLong(Text.Most);
        var before = referral.Last<AssessmentBlockSaved>(b => b.Appointment == Appointment && b.Block == Block);
        if (Same(before, saved))
            return Decision.AlreadySo;
        if (before is null && saved is { Fields.Count: 0, Notes: null })
            return new NothingInThisBlock();

        var decision = Decision.Accept(referral.Stream, saved);
        if (Block != AssessmentBlock.Risk)
            return decision;
        var after = TheAssessment.Of(referral.With([saved], By.Worker, now), Appointment);
        if (after.Spoken is not { } spoken)
            return decision;
        var safety = new SafetyTalkedAbout
        {
            Appointment = Appointment,
            Spoken = spoken,
            InWords = after.Said(AssessmentBlock.Risk, AssessmentForm.Formulation),
            Item9 = after.Item9,
            Understood = Text.OrNull(after.Said(AssessmentBlock.Risk, AssessmentForm.Understood)),
        };
        if (there.Safety != safety)
            decision = decision.And(referral.Stream, safety);
        return spoken == SpokenThoughts.Some && there.Safety?.Spoken != SpokenThoughts.Some
            ? decision.And(Risk.Disclose(person, new Told
            {
                Source = RiskSource.Assessment,
                Referral = referral.Stream.Id,
                Said = Text.OrNull(after.Said(AssessmentBlock.Risk, "now")),
                Ids = RiskIds,
            }, cover, now))
            : decision;
    }

    private static bool Same(AssessmentBlockSaved? before, AssessmentBlockSaved now) => before is not null
        && before.Fields.SequenceEqual(now.Fields) && (before.Said ?? []).SequenceEqual(now.Said ?? []) && before.Notes == now.Notes;
}
