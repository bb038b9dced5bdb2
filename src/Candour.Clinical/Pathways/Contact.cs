using Candour.Clinical.Codes;

namespace Candour.Clinical.Pathways;

/// <summary>A care contact: an appointment, whether it took place or not, or an unplanned one.</summary>
public readonly record struct Contact
{
    public string Id { get; init; }

    public DateOnly Day { get; init; }

    /// <summary>Planned time on the clock in England; null when not given.</summary>
    public TimeOnly? Time { get; init; }

    /// <summary>Appointment type as it is returned.</summary>
    public string? Type { get; init; }

    /// <summary>The type the record itself gives when somebody chose another; null when they agree.</summary>
    public string? TypeByRecord { get; init; }

    /// <summary>What the evidence says it was, whatever two people said afterwards.</summary>
    public string? WorkedOutType => TypeByRecord ?? Type;

    /// <summary>Attendance code; null before it took place or when blank.</summary>
    public string? Attendance { get; init; }

    /// <summary>Whether it was planned; null when blank.</summary>
    public bool? Planned { get; init; }

    public string? ShortNoticeCancellation { get; init; }

    public int? PlannedMinutes { get; init; }

    /// <summary>Clinical contact in minutes.</summary>
    public int? Minutes { get; init; }

    /// <summary>When Start was pressed, by the server's clock, on the day of the session; null when it was not.</summary>
    public Moment? Logged { get; init; }

    /// <summary>When the session began and ended as it was typed or imported, to the minute; null when not given.</summary>
    public Moment? Began { get; init; }

    /// <inheritdoc cref="Began"/>
    public Moment? Ended { get; init; }

    /// <summary>Given by an integrated long-term condition service; null when blank.</summary>
    public bool? Integrated { get; init; }

    /// <summary>National code of the medium: face to face, telephone, video …</summary>
    public string? Medium { get; init; }

    /// <summary>1 person, 2 couple, 3 group.</summary>
    public string? Mode { get; init; }

    /// <summary>The group session it belongs to; null when it is not one.</summary>
    public string? GroupSession { get; init; }

    public int? GroupParticipants { get; init; }

    public int? GroupFacilitators { get; init; }

    public string? InternetProgramme { get; init; }

    public string? Medication { get; init; }

    public string? LocationType { get; init; }

    public string? Site { get; init; }

    public string? Commissioner { get; init; }

    public string? Language { get; init; }

    public string? Interpreter { get; init; }

    /// <summary>When it was written down; null for imported data.</summary>
    public Moment? EnteredAt { get; init; }

    /// <summary>The member of staff who wrote it down.</summary>
    public string? WrittenBy { get; init; }

    /// <summary>Entered more than 24 hours after it happened: marked for ever.</summary>
    public bool EnteredLate { get; init; }

    /// <summary>Sign that the person was there.</summary>
    public Trace Trace { get; init; }

    /// <summary>Order among rows of one moment: the row number of the national store, or the sequence in the record.</summary>
    public long Row { get; init; }

    public bool IsAttended => Codes.Attendance.IsAttended(Attendance);

    public bool IsSeen => Codes.Attendance.IsSeen(Attendance, Planned);

    /// <summary>Known not to have taken place: did not come, came too late, cancelled.</summary>
    public bool IsNotHeld => Attendance is not null && !IsSeen;

    public bool HasAssessment => AppointmentType.HasAssessment(Type);

    public bool HasTreatment => AppointmentType.HasTreatment(Type);

    /// <inheritdoc cref="SessionTime.Start"/>
    public Moment? Start => SessionTime.Start(Time is { } time ? London.At(Day, time) : null, Logged, Began);

    /// <inheritdoc cref="SessionTime.End"/>
    public Moment End => SessionTime.End(Day, Start, Ended, Minutes ?? PlannedMinutes);
}

/// <summary>What shows that the person was there.</summary>
public enum Trace
{
    /// <summary>Imported data, where nothing can be said.</summary>
    NotKnown,

    /// <summary>Looked for and not found.</summary>
    None,

    Portal,
    Video,
    Telephone,
    Signature,

    /// <summary>Two members of staff attest it.</summary>
    TwoPeople,
}

/// <summary>One thing done in a contact, by one member of staff.</summary>
public readonly record struct Activity
{
    public string Id { get; init; }

    /// <summary>Index of its contact in <see cref="Pathway.Contacts"/>.</summary>
    public int Contact { get; init; }

    public string? StaffId { get; init; }

    public int? Minutes { get; init; }

    /// <summary>SNOMED CT code of the therapy or procedure.</summary>
    public string? Procedure { get; init; }

    public string? FindingScheme { get; init; }

    public string? Finding { get; init; }

    public string? Observation { get; init; }

    public string? ObservationValue { get; init; }

    public string? ObservationUnit { get; init; }

    public long Row { get; init; }
}
