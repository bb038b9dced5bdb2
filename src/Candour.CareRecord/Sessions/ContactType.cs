using Candour.CareRecord.Appointments;
using Candour.CareRecord.Discharge;
using Candour.Clinical;
using Candour.Clinical.Codes;
using Candour.Clinical.Problems;

namespace Candour.CareRecord.Sessions;

/// <summary>
/// What a contact counts as, worked out from the evidence and shown, never asked: a signed plan and parts of its named
/// treatment make treatment; an assessment done makes assessment. Source: declared protocol, rule 6.
/// </summary>
public static class ContactType
{
    /// <param name="Code">List appointment_type.</param>
    /// <param name="PlanSigned">The day of the signature treatment stands on; null without treatment.</param>
    /// <param name="Why">The sentence on the page.</param>
    public sealed record Kind(string Code, DateOnly? PlanSigned, string Why)
    {
        /// <summary>Part of a treatment was done to which the person has not signed.</summary>
        public bool BeforeConsent { get; init; }
    }

    /// <param name="called">What the person is called, for the sentence.</param>
    public static Kind Of(Appointment there, History referral, string called = "This person")
    {
        if (there.Booked.Kind == AppointmentType.EmploymentSupport)
            return new(AppointmentType.EmploymentSupport, null, "This counts as help with work. It neither starts nor stops the wait.");
        if (Course.Of(referral).Ended is { } ended && there.Day > ended.Day)
            return new(AppointmentType.FollowUp, null, "This counts as a catch-up talk after the end of care.");

        var saved = there.Saved;
        var therapy = saved is { PartsDone.Count: > 0 } ? Therapy.OfCode(saved.Therapy) : null;
        var plan = therapy is { IsTreatment: true } ? SignedPlan.For(referral, therapy.Code, there.Began, there.Over) : null;
        var assessed = saved?.AssessmentDone == true;
        var review = saved?.WasReview == true;
        if (plan is not null)
        {
            var code = assessed ? AppointmentType.AssessmentAndTreatment : review ? AppointmentType.ReviewAndTreatment : AppointmentType.Treatment;
            var number = SessionNumbers.NextOf(Appointment.Of(referral), there.Id);
            return new(code, plan.SignedOn,
                $"This counts as treatment: session {number} of {LowerFirst(therapy!.OfficialName)}, plan signed {Words.Day(plan.SignedOn, there.Day)}.");
        }

        if (assessed)
        {
            return new(AppointmentType.Assessment, null, "This counts as an assessment. Treatment counts from signed consent and a session with treatment in it.")
            {
                BeforeConsent = therapy is { IsTreatment: true },
            };
        }

        if (therapy is { IsTreatment: true })
            return new(AppointmentType.Assessment, null, NotAgreed(there, referral, therapy, called)) { BeforeConsent = true };
        return review
            ? new(AppointmentType.Review, null, "This counts as a review.")
            : new(AppointmentType.Other, null, "Nothing was ticked yet, so this counts as another contact.");
    }

    /// <summary>What a contact is kept as that the clinician says was treatment: the value beside the one worked out.</summary>
    internal static string KeptAs(SessionSaved saved) =>
        saved.AssessmentDone ? AppointmentType.AssessmentAndTreatment
        : saved.WasReview == true ? AppointmentType.ReviewAndTreatment : AppointmentType.Treatment;

    /// <summary>Treatment before consent, in words.</summary>
    public static string NotAgreedYet(string called) => $"{called} has not agreed to a named treatment yet, so this counts as an assessment.";

    private static string NotAgreed(Appointment there, History referral, Therapy therapy, string called) =>
        SignedPlan.InForce(referral) is { } other && other.Therapy != therapy.Code
            ? $"The signed plan is for {LowerFirst(Therapy.Find(other.Therapy).OfficialName)}, not for {LowerFirst(therapy.OfficialName)}, so this counts as an assessment."
            : there.Booked.Kind == AppointmentType.Assessment
                ? "This counts as an assessment. Treatment counts from signed consent and a session with treatment in it."
                : NotAgreedYet(called);

    private static string LowerFirst(string name) => name.Length > 1 && char.IsLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;
}

/// <summary>Adds another value for the kind of a closed contact; it stands when a second person agrees.</summary>
public sealed record SayContactType(string Appointment, string Type, string? Why)
{
    public Decision Decide(History referral)
    {
        if (Appointments.Appointment.Find(referral, Appointment) is not { } there)
            return new NoSuchAppointment();
        if (there.Closed is null)
            return new CloseSessionFirst();
        if (there.TypeProposed is not null)
            return new TypeIsWaiting();
        if (!CodeList.Find("appointment_type").Knows(Type) || there.Type == Type)
            return new TypeIsThatAlready();
        return Text.OrNull(Why) is { } why
            ? Decision.Accept(referral.Stream, new ContactTypeSaid { Appointment = Appointment, ContactType = Type, Why = why })
            : new SayWhyAnotherType();
    }
}

/// <summary>The second person's answer.</summary>
public sealed record AgreeContactType(string Appointment, bool Agreed, string? Why)
{
    public Decision Decide(History referral, By by) => Appointments.Appointment.Find(referral, Appointment) switch
    {
        null => new NoSuchAppointment(),
        { TypeProposed: null } => new NoTypeToAgree(),
        { TypeProposed: { } proposed } when proposed.By == by.Actor => new SecondPersonIsAnother(),
        _ => Decision.Accept(referral.Stream, new ContactTypeAgreed { Appointment = Appointment, Agreed = Agreed, Why = Text.OrNull(Why) }),
    };
}

/// <summary>Adds to the note of a session that is closed: both stay, with the reason.</summary>
public sealed record AddNote(string Appointment, string? Note, string? Why)
{
    public Decision Decide(History referral)
    {
        if (Appointments.Appointment.Find(referral, Appointment) is not { } there)
            return new NoSuchAppointment();
        if (Text.OrNull(Note) is not { } note)
            return new NothingWritten();
        if (note.Length > Text.Most)
            return new TextTooLong(Text.Most);
        if (there.Closed is not null && Text.OrNull(Why) is null)
            return new SayWhyAddedAfterClosing();
        return Decision.Accept(referral.Stream, new SessionNoteWritten { Appointment = Appointment, Note = note, Why = Text.OrNull(Why) });
    }
}
