using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Clinical.Codes;
using Candour.Clinical.Pathways;

namespace Candour.CareRecord.Appointments;

/// <summary>One contact of a referral as it stands now, folded from its events: booked, moved, held, written up.</summary>
public sealed class Appointment
{
    private Appointment(AppointmentBooked booked)
    {
        Booked = booked;
        Group = booked.Group;
        Clinician = booked.Clinician;
        Starts = booked.Starts;
        Ends = booked.Ends;
        Medium = booked.Medium;
    }

    public AppointmentBooked Booked { get; }

    public string Id => Booked.Appointment;

    public string Person => Booked.Person;

    public string Clinician { get; private set; }

    public Moment Starts { get; private set; }

    public Moment Ends { get; private set; }

    /// <summary>List consultation_mechanism; as held, once that is known.</summary>
    public string Medium { get; private set; }

    public DateOnly Day => London.DayOf(Starts);

    public int PlannedMinutes => (int)Ends.Since(Starts).TotalMinutes;

    /// <summary>Code of the group session the place is in now; null: not in a group.</summary>
    public string? Group { get; private set; }

    public AppointmentCancelled? Cancelled { get; private set; }

    /// <summary>How often the person, not we, moved or cancelled it.</summary>
    public int MovedByPerson { get; private set; }

    /// <summary>True: booked; false: the booking fell through; null: nothing arranged.</summary>
    public bool? InterpreterBooked { get; private set; }

    /// <summary>The time an interpreter was booked for before it moved, who has to be told; null: nobody, or somebody is booked anew.</summary>
    public Moment? InterpreterWasBookedFor { get; private set; }

    public AttendanceRecorded? Attendance { get; private set; }

    /// <summary>When and by whom it was first written down who came; null before.</summary>
    public Envelope? Written { get; private set; }

    public SessionStarted? Started { get; private set; }

    public Moment? StartedAt { get; private set; }

    /// <summary>When Start was pressed; null on another day than the session's: that says nothing of when it began.</summary>
    public Moment? Logged => StartedAt is { } at && London.DayOf(at) == Day ? at : null;

    /// <inheritdoc cref="SessionTime.Start"/>
    public Moment Began => SessionTime.Start(Starts, Logged, Attendance?.Started)!.Value;

    /// <inheritdoc cref="SessionTime.End"/>
    public Moment Over => SessionTime.End(Day, Began, Attendance?.Ended, Saved?.Minutes ?? PlannedMinutes);

    /// <summary>Every note, oldest first: later ones add, they never replace.</summary>
    public List<(Envelope Envelope, SessionNoteWritten Event)> Notes { get; } = [];

    /// <summary>Notes that were written here by mistake and moved to the right record.</summary>
    public List<(Envelope Envelope, NoteMovedAway Event)> MovedAway { get; } = [];

    public SessionSaved? Saved { get; private set; }

    public SafetyTalkedAbout? Safety { get; private set; }

    public SessionClosed? Closed { get; private set; }

    /// <summary>A second value for the kind of contact, until a second person has answered it.</summary>
    public (string By, ContactTypeSaid Event)? TypeProposed { get; private set; }

    /// <summary>The kind of a closed contact: worked out, unless another value was said and agreed.</summary>
    public string? Type { get; private set; }

    /// <summary>An attendance entered late after the decision to end care counts only when a second person has confirmed it: who entered it.</summary>
    public string? LateEntryBy { get; private set; }

    /// <summary>The entry that waits for its second person beside one that stands and counts until then; null where it is the first.</summary>
    public AttendanceRecorded? Waiting { get; private set; }

    /// <summary>Nothing is known of it yet but what one person entered late.</summary>
    public bool IsUnconfirmed => LateEntryBy is not null && Waiting is null;

    /// <summary>
    /// The person came and was seen; a late entry that waits for its second person is not yet known. Of one that nobody planned the
    /// same is asked: that official figures take it as seen whatever its code holds for files, where nobody can be asked.
    /// </summary>
    public bool IsAttended => !IsUnconfirmed && Cancelled is null && Clinical.Codes.Attendance.IsAttended(Attendance?.Code);

    /// <summary>A session of treatment as things stand now: closed as one, and neither who came nor its kind was corrected since.</summary>
    public bool WasTreatment => Closed?.Number is not null && IsAttended && AppointmentType.HasTreatment(Type);

    /// <summary>
    /// Treatment by the evidence, and none by what two people said afterwards. Figures by the protocol count it; the person's wait goes on.
    /// </summary>
    public bool SaidNotTreatment =>
        Closed is { Number: not null } closed && IsAttended && AppointmentType.HasTreatment(closed.ContactType) && !AppointmentType.HasTreatment(Type);

    /// <summary>Nobody planned it: entered when it had happened.</summary>
    public bool IsUnplanned => Booked.Planned == ForTheReturn.NotPlanned;

    /// <summary>Nobody planned it, and it was entered by mistake.</summary>
    public bool IsTakenOut => IsUnplanned && Cancelled is not null;

    /// <summary>It belongs in no figure: one person's late word alone, or an unplanned contact of which nobody says that the person was seen.</summary>
    public bool IsNotKnownYet => IsUnconfirmed || (IsUnplanned && !IsAttended);

    /// <summary>Whether a set given for it came after it began, as things stand now; the chart asks the same of the pathway.</summary>
    public bool IsLate(ScoresRecorded set) => set.FilledAt > Began;

    public bool IsLive => Cancelled is null && Attendance is null;

    /// <summary>Its fate is known and ours: cancelled by us, closed or ill, or the interpreter did not come.</summary>
    public bool WasOurFault =>
        Cancelled?.AskedBy is AskedBy.Us or AskedBy.ClosedOrIll
        || Attendance?.InterpreterPresent == InterpreterDidNotCome
        || Attendance?.Code == Clinical.Codes.Attendance.CancelledByService;

    public const string InterpreterDidNotCome = "5";

    /// <summary>All contacts of a referral, in order of their start.</summary>
    public static IReadOnlyList<Appointment> Of(History referral)
    {
        var all = new Dictionary<string, Appointment>();
        foreach (var (envelope, e) in referral.Events.Select(r => (r.Envelope, r.Event)))
        {
            if (e is AppointmentBooked booked)
                all[booked.Appointment] = new(booked);
            else if (IdOf(e) is { } id && all.TryGetValue(id, out var appointment))
                appointment.Take(envelope, e);
        }

        return [.. all.Values.OrderBy(a => a.Starts).ThenBy(a => a.Id, StringComparer.Ordinal)];
    }

    public static Appointment? Find(History referral, string id) => Of(referral).FirstOrDefault(a => a.Id == id);

    private static string? IdOf(Event e) => e switch
    {
        AppointmentMoved x => x.Appointment,
        AppointmentCancelled x => x.Appointment,
        InterpreterArranged x => x.Appointment,
        AttendanceRecorded x => x.Appointment,
        LateEntryConfirmed x => x.Appointment,
        SessionStarted x => x.Appointment,
        SessionNoteWritten x => x.Appointment,
        NoteMovedAway x => x.Appointment,
        NoteMovedHere x => x.Appointment,
        SessionSaved x => x.Appointment,
        SafetyTalkedAbout x => x.Appointment,
        SessionClosed x => x.Appointment,
        ContactTypeSaid x => x.Appointment,
        ContactTypeAgreed x => x.Appointment,
        _ => null,
    };

    private void Attend(AttendanceRecorded attendance) => (Attendance, Medium, Waiting) = (attendance, attendance.Medium ?? Medium, null);

    private void Take(Envelope envelope, Event e)
    {
        switch (e)
        {
            case AppointmentMoved moved:
                // Booked for that time and that way of meeting: for another, the interpreter has to be asked anew.
                if (InterpreterBooked == true && (moved.Starts != Starts || moved.Ends != Ends || moved.Medium != Medium))
                    (InterpreterBooked, InterpreterWasBookedFor) = (null, Starts);
                (Clinician, Starts, Ends, Medium, Group) = (moved.Clinician, moved.Starts, moved.Ends, moved.Medium, moved.Group ?? Group);
                if (moved.AskedBy == AskedBy.Person)
                    MovedByPerson++;
                break;
            case AppointmentCancelled cancelled:
                Cancelled = cancelled;
                break;
            case InterpreterArranged arranged:
                (InterpreterBooked, InterpreterWasBookedFor) = (arranged.Booked, null);
                break;
            case AttendanceRecorded { NeedsSecondPerson: true } correction when Attendance is not null && !IsUnconfirmed:
                (Waiting, LateEntryBy) = (correction, envelope.By.Actor);
                break;
            case AttendanceRecorded attendance:
                Attend(attendance);
                Written ??= envelope;
                LateEntryBy = attendance.NeedsSecondPerson ? envelope.By.Actor : null;
                break;
            case LateEntryConfirmed:
                if (Waiting is { } confirmed)
                    Attend(confirmed);
                LateEntryBy = null;
                break;
            case SessionStarted started:
                (Started, StartedAt) = (started, envelope.At);
                break;
            case SessionNoteWritten note:
                Notes.Add((envelope, note));
                break;
            case NoteMovedAway moved:
                Notes.RemoveAll(n => n.Envelope.Sequence == moved.NoteSequence);
                MovedAway.Add((envelope, moved));
                break;
            case NoteMovedHere here:
                Notes.Add((envelope with { At = here.WrittenAt, By = envelope.By with { Actor = here.WrittenBy } }, new SessionNoteWritten
                {
                    Appointment = here.Appointment, Note = here.Note, Why = $"moved here on {Words.LongDay(London.DayOf(envelope.At))}, first written on another record by mistake",
                }));
                break;
            case SessionSaved saved:
                Saved = saved;
                break;
            case SafetyTalkedAbout safety:
                Safety = safety;
                break;
            case SessionClosed closed:
                (Closed, Type) = (closed, closed.ContactType);
                break;
            case ContactTypeSaid said:
                TypeProposed = (envelope.By.Actor, said);
                break;
            case ContactTypeAgreed agreed:
                if (agreed.Agreed && TypeProposed is { } proposed)
                    Type = proposed.Event.ContactType;
                TypeProposed = null;
                break;
        }
    }
}
