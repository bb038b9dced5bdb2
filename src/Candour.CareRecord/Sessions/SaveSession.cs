using Candour.CareRecord.Appointments;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Clinical.Codes;
using Candour.Clinical.Problems;

namespace Candour.CareRecord.Sessions;

/// <summary>
/// Saves a session, whole or in part. What is there is kept; what is missing stays in "To finish". When nothing is missing
/// the session is closed and its kind worked out from the evidence.
/// </summary>
public sealed record SaveSession
{
    public required string Appointment { get; init; }

    public required string Person { get; init; }

    /// <summary>A fresh id for the care activity; used by the first save that needs one.</summary>
    public required string Activity { get; init; }

    public string? Note { get; init; }

    /// <summary>SNOMED CT code of the therapy whose parts are ticked.</summary>
    public string? Therapy { get; init; }

    public IReadOnlyList<string> PartsDone { get; init; } = [];

    public bool? WasReview { get; init; }

    public bool AssessmentDone { get; init; }

    public SpokenThoughts? Spoken { get; init; }

    public string? SafetyWords { get; init; }

    public string? Understood { get; init; }

    public RecordAttendance? Attendance { get; init; }

    /// <summary>Asked when what was done is written up more than 24 hours later.</summary>
    public WhyLate? WhyLate { get; init; }

    public string? WhyLateWords { get; init; }

    public string? PsychotropicMedication { get; init; }

    public string? Homework { get; init; }

    public string? AskSupervisor { get; init; }

    /// <summary>
    /// Treatment before consent: why it is to be kept as treatment. The value worked out stands, and this one beside it; it counts
    /// when a second person has agreed.
    /// </summary>
    public string? KeepTreatment { get; init; }

    /// <summary>Qualification codes the clinician holds on the day; null: not checked (tests of other rules).</summary>
    public IReadOnlyList<string>? Qualifications { get; init; }

    /// <summary>Fresh ids for a worry that has to be handed on.</summary>
    public required RiskIds RiskIds { get; init; }

    /// <summary>The mark of a late write-up; one of who came stands with who came.</summary>
    private string Mark => $"session/{Appointment}";

    public Decision Decide(History person, History referral, Cover cover, By by, Moment now)
    {
        if (Appointments.Appointment.Find(referral, Appointment) is not { } there)
            return new NoSuchAppointment();
        if (there.Person != Person || person.Stream.Id != Person)
            return new AppointmentOfSomeoneElse();
        if (there.Closed is not null)
            return new SessionIsClosed();
        if (there.Started is null && there.Attendance is null && Attendance is null)
            return new SessionNotStarted();
        if (new[] { Note, SafetyWords, Understood, Homework, AskSupervisor, KeepTreatment }.Any(t => t?.Length > Text.Most))
            return new TextTooLong(Text.Most);
        var minutes = Attendance is { Started: { } began, Ended: { } ended } ? (int)ended.Since(began).TotalMinutes : (int?)null;
        if (minutes is < 0 or > 240)
            return new MinutesAreOff();
        if (Unqualified(there) is { } unqualified)
            return unqualified;
        if (Text.OrNull(KeepTreatment) is not null && !PartsDone.Any(p => TherapyParts.Knows(Therapy, p)))
            return new SayWhatWasTreatment();

        var events = new List<Event>();
        if (Text.OrNull(Note) is { } note && there.Notes.LastOrDefault().Event?.Note != note)
            events.Add(new SessionNoteWritten { Appointment = Appointment, Note = note });
        if (SavedNow(there, minutes) is { } saved)
        {
            var waiting = LateEntry.Held(referral).Select(h => LateEntry.Made(h.Event)).OfType<SessionSaved>().LastOrDefault(s => s.Appointment == Appointment);
            if (waiting is not null && WhatWasDone(waiting) != WhatWasDone(saved))
                return new WriteUpWaits();
            // The very same waits already: it is not held twice.
            if (waiting is null)
                events.Add(saved);
        }

        if (SafetyNow(there, referral) is { } safety)
            events.Add(safety);
        if (Attendance is not null)
        {
            switch (Attendance.Decide(referral, person, by, now))
            {
                case Refused refused:
                    return refused;
                case Accepted accepted:
                    events.AddRange(accepted.Events.Select(e => e.Event));
                    break;
            }
        }

        var late = WrittenUpLate(there, events, now);
        if (late && WhyLate is null)
            return new WhyNow(LateEntry.Days(there.Ends, now));
        if (late)
            events.Add(new AddedLate { About = Mark, Days = LateEntry.Days(there.Ends, now), Why = WhyLate!.Value, InWords = Text.OrNull(WhyLateWords) });
        events.AddRange([.. CloseIfWhole(referral, events)]);
        if (events.Count == 0)
            return Decision.AlreadySo;
        // Notes and what was said about safety stand at once; what makes it count waits for the second person.
        var counts = events.Where(e => late && (e is SessionSaved or SessionClosed or ContactTypeSaid || (e is AddedLate mark && mark.About == Mark))).ToArray();
        var decision = ((Accepted)Decision.Accept(referral.Stream, [.. events.Except(counts)]))
            .And(counts.Length == 0 ? Decision.AlreadySo : LateEntry.Hold((Accepted)Decision.Accept(referral.Stream, counts), there.Ends, now, referral, "session", WhyLate));
        // A spoken worry goes the one way every worry goes, in the same transaction.
        return events.OfType<SafetyTalkedAbout>().Any(s => s.Spoken == SpokenThoughts.Some) && there.Safety?.Spoken != SpokenThoughts.Some
            ? decision.And(Risk.Disclose(person, new Told
            {
                Source = RiskSource.Session,
                Referral = referral.Stream.Id,
                Said = Text.OrNull(SafetyWords),
                Ids = RiskIds,
            }, cover, now))
            : decision;
    }

    /// <summary>
    /// What was done comes more than 24 hours later, and not with the first word on who came, which carries the mark and waits for the
    /// second person itself. A correction of who came carries nothing: what was recorded in time goes on counting under it. A question
    /// for the supervisor, or what to practise, is late for nobody.
    /// </summary>
    private static bool WrittenUpLate(Appointment there, List<Event> events, Moment now) =>
        LateEntry.Is(there.Ends, now) && !there.IsUnconfirmed && !(there.Attendance is null && events.Exists(e => e is AttendanceRecorded))
        && events.OfType<SessionSaved>().SingleOrDefault() is { } saved && WhatWasDone(saved) != WhatWasDone(there.Saved);

    private static (string?, string, bool?, bool, int?) WhatWasDone(SessionSaved? saved) => saved is null
        ? (null, "", null, false, null)
        : (saved.Therapy, string.Join(' ', saved.PartsDone), saved.WasReview, saved.AssessmentDone, saved.Minutes);

    private TherapyNeedsQualification? Unqualified(Appointment there) =>
        PartsDone.Count > 0 && Clinical.Problems.Therapy.OfCode(Therapy) is { } therapy
        && Qualifications is { } held && !therapy.MayBeGivenWith(held)
            ? new TherapyNeedsQualification(therapy.OfficialName, Words.LongDay(there.Day))
            : null;

    private SessionSaved? SavedNow(Appointment there, int? minutes)
    {
        var parts = PartsDone.Where(p => TherapyParts.Knows(Therapy, p)).ToList();
        var before = there.Saved;
        var saved = new SessionSaved
        {
            Appointment = Appointment,
            Activity = before?.Activity ?? Activity,
            Therapy = parts.Count == 0 ? null : Therapy,
            PartsDone = parts,
            WasReview = WasReview,
            AssessmentDone = AssessmentDone,
            Clinician = there.Clinician,
            Minutes = minutes ?? before?.Minutes,
            PsychotropicMedication = CodeList.Find("psychotropic_medication").Read(PsychotropicMedication),
            Homework = Text.OrNull(Homework),
            AskSupervisor = Text.OrNull(AskSupervisor) is not null,
            AskSupervisorWhat = Text.OrNull(AskSupervisor),
            KeepTreatment = Text.OrNull(KeepTreatment),
        };
        var isEmpty = parts.Count == 0 && WasReview is null && !AssessmentDone && saved.PsychotropicMedication is null
            && saved.Homework is null && !saved.AskSupervisor && minutes is null;
        var isSame = before is not null && before.PartsDone.SequenceEqual(parts) && before with { PartsDone = saved.PartsDone } == saved;
        return isSame || (before is null && isEmpty) ? null : saved;
    }

    private SafetyTalkedAbout? SafetyNow(Appointment there, History referral)
    {
        if (Spoken is not { } spoken)
            return null;
        var safety = new SafetyTalkedAbout
        {
            Appointment = Appointment,
            Spoken = spoken,
            InWords = Text.OrNull(SafetyWords) ?? "",
            Item9 = PathwayAnswers.Item9Of(referral, Appointment),
            Understood = Text.OrNull(Understood),
        };
        return there.Safety == safety ? null : safety;
    }

    private IEnumerable<Event> CloseIfWhole(History referral, List<Event> events)
    {
        var after = After(referral, events);
        var there = Appointments.Appointment.Find(after, Appointment)!;
        if (!there.IsAttended || SessionParts.Missing(there, PathwayAnswers.Item9Of(after, Appointment)).Count > 0)
            yield break;
        var kind = ContactType.Of(there, after);
        yield return new SessionClosed
        {
            Appointment = Appointment,
            ContactType = kind.Code,
            Number = AppointmentType.HasTreatment(kind.Code) ? SessionNumbers.NextOf(Appointments.Appointment.Of(after), Appointment) : null,
            PlanSigned = kind.PlanSigned,
        };
        if (kind.BeforeConsent && there.Saved is { KeepTreatment: { } why } saved)
            yield return new ContactTypeSaid { Appointment = Appointment, ContactType = ContactType.KeptAs(saved), Why = why };
    }

    /// <summary>The history as it will stand: the decision looks at what it is about to write.</summary>
    private static History After(History referral, List<Event> events)
    {
        var last = referral.Events[^1].Envelope;
        return new(referral.Stream, [.. referral.Events, .. events.Select((e, i) => new Recorded(
            last with { Sequence = last.Sequence + 1 + i, Type = e.GetType().Name }, e))]);
    }
}
