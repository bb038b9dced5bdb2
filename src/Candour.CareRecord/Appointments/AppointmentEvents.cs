using Candour.Clinical;

namespace Candour.CareRecord.Appointments;

/// <summary>Who asked for a change: the person, we, or a bank holiday or illness on our side.</summary>
public enum AskedBy
{
    Person,
    Us,
    ClosedOrIll,
}

/// <summary>
/// A contact is booked (IDS201). What kind of contact it was is never taken from here: it is worked out from the evidence
/// when the session is closed.
/// </summary>
public sealed record AppointmentBooked : Event
{
    /// <summary>The care contact's id, in the return as well.</summary>
    public required string Appointment { get; init; }

    public required string Person { get; init; }

    /// <summary>Staff id.</summary>
    public required string Clinician { get; init; }

    public required Moment Starts { get; init; }

    public required Moment Ends { get; init; }

    /// <summary>What it is booked for: list appointment_type (01 assessment, 02 treatment, 04 review, 06 follow-up, 10 employment).</summary>
    public required string Kind { get; init; }

    /// <summary>List consultation_mechanism: 01 face to face, 02 telephone, 11 video …</summary>
    public required string Medium { get; init; }

    /// <summary>List planned_contact: Y, or N for one that happened without being booked.</summary>
    public string Planned { get; init; } = "Y";

    /// <summary>List therapy_mode: 1 individual, 2 couple, 3 group.</summary>
    public string Mode { get; init; } = "1";

    /// <summary>The group session's own id; the same for all who sit in it.</summary>
    public string? Group { get; init; }

    /// <summary>Number of the member of staff leading the group, 1 to 99.</summary>
    public int? GroupFacilitators { get; init; }

    /// <summary>Site code of treatment.</summary>
    public string? Site { get; init; }

    /// <summary>List activity_location_type.</summary>
    public string? LocationType { get; init; }

    /// <summary>Language of the contact, ISO 639-1 or q1 to q5 (BSL is q4).</summary>
    public string? Language { get; init; }

    /// <summary>An interpreter, in what language or form, who is to be there; null where none is needed.</summary>
    public string? Interpreter { get; init; }

    /// <summary>List integrated_ltc_service: given by an integrated long-term condition service.</summary>
    public string LongTermConditionService { get; init; } = "N";

    /// <summary>Internet enabled therapy programme, if the contact belongs to one.</summary>
    public string? Programme { get; init; }

    /// <summary>Booked against the person's needs: why.</summary>
    [Words]
    public string? DespiteNeeds { get; init; }

    /// <summary>The clinician said yes to more people that day than agreed.</summary>
    public bool FullDayAgreed { get; init; }

    internal override string? Touches => $"appointment/{Appointment}";
}

public sealed record AppointmentMoved : Event
{
    public required string Appointment { get; init; }

    public required string Clinician { get; init; }

    public required Moment Starts { get; init; }

    public required Moment Ends { get; init; }

    /// <summary>List consultation_mechanism.</summary>
    public required string Medium { get; init; }

    public required AskedBy AskedBy { get; init; }

    [Words]
    public string? DespiteNeeds { get; init; }

    public bool FullDayAgreed { get; init; }

    /// <summary>A place in a group: the session it went to; null where no group is concerned.</summary>
    public string? Group { get; init; }

    internal override string? Touches => $"appointment/{Appointment}";
}

public sealed record AppointmentCancelled : Event
{
    public required string Appointment { get; init; }

    public required AskedBy AskedBy { get; init; }

    /// <summary>List short_notice_cancellation: Y where somebody else could have the slot, N where not; null when long before.</summary>
    public string? SlotCouldBeUsed { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => $"appointment/{Appointment}";
}

/// <summary>The interpreter a contact needs is booked, or no longer is.</summary>
public sealed record InterpreterArranged : Event
{
    public required string Appointment { get; init; }

    public required bool Booked { get; init; }

    /// <summary>Name and number of the interpreter or agency.</summary>
    [Identity]
    public string? Who { get; init; }

    internal override string? Touches => $"appointment/{Appointment}";
}

/// <summary>Whether the person came (IDS201): a new value each time, the earlier ones stay.</summary>
public sealed record AttendanceRecorded : Event
{
    public required string Appointment { get; init; }

    /// <summary>List attendance: 5 on time, 6 late and seen, 7 late not seen, 2 cancelled by the person, 3 did not come, 4 by us.</summary>
    public required string Code { get; init; }

    /// <summary>List consultation_mechanism: how it was in the end held.</summary>
    public string? Medium { get; init; }

    public Moment? Started { get; init; }

    public Moment? Ended { get; init; }

    /// <summary>List interpreter_present; 5 (the interpreter did not come) is our cancellation, never the person's.</summary>
    public string? InterpreterPresent { get; init; }

    /// <summary>What shows that the person was there: VideoLog, PhoneLog, PageVisit, Signature, TwoPeople; null: not confirmed.</summary>
    public string? Trace { get; init; }

    /// <summary>Entered late and after the decision to end care: it counts only from <see cref="LateEntryConfirmed"/>.</summary>
    public bool NeedsSecondPerson { get; init; }

    /// <summary>For a group: patients present, 1 to 999.</summary>
    public int? GroupParticipants { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => $"appointment/{Appointment}";
}

/// <summary>A second person confirms an attendance that was entered late, after the decision to end care.</summary>
public sealed record LateEntryConfirmed : Event
{
    public required string Appointment { get; init; }

    internal override string? Touches => $"appointment/{Appointment}";
}

/// <summary>Something was entered more than 24 hours after it happened (screens G10). The mark stays for ever.</summary>
public sealed record AddedLate : Event
{
    /// <summary>What was entered, as "attendance/7K…" or "ending".</summary>
    public required string About { get; init; }

    /// <summary>Whole days between what happened and its entry.</summary>
    public required int Days { get; init; }

    public required WhyLate Why { get; init; }

    [Words]
    public string? InWords { get; init; }
}

public enum WhyLate
{
    NoConnection,
    OffSick,
    Correction,
    PersonToldLater,
    Another,
}
