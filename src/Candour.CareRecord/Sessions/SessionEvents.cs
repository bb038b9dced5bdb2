using Candour.Clinical;

namespace Candour.CareRecord.Sessions;

/// <summary>Why a session began without answers; shown in the chart as "none".</summary>
public enum WithoutAnswers
{
    NoInternet,
    TooUpset,
    ChoseNotTo,
    CrisisFirst,
    CameLate,
    Another,
}

/// <summary>The session has begun: from here on answers are late.</summary>
public sealed record SessionStarted : Event
{
    public required string Appointment { get; init; }

    public required bool AnswersIn { get; init; }

    public WithoutAnswers? WithoutAnswers { get; init; }

    [Words]
    public string? WithoutAnswersWords { get; init; }

    /// <summary>Remote contacts: where the person is now, so that help can be sent.</summary>
    [Identity]
    public string? WhereNow { get; init; }

    /// <summary>Remote contacts: who could help.</summary>
    [Identity]
    public string? WhoCouldHelp { get; init; }

    /// <summary>Remote contacts: why where they are was not asked.</summary>
    [Words]
    public string? WhereNotAsked { get; init; }

    internal override string? Touches => $"appointment/{Appointment}";
}

/// <summary>The note of a session. A later one is an addition or a correction, never a replacement.</summary>
public sealed record SessionNoteWritten : Event
{
    public required string Appointment { get; init; }

    [Words]
    public required string Note { get; init; }

    /// <summary>Why a note is added after the session was closed.</summary>
    [Words]
    public string? Why { get; init; }

    internal override string? Touches => $"note/{Appointment}";
}

/// <summary>
/// A note had been written on the wrong record and was moved by its author. The note stays in the record, marked; no page shows
/// its words here any more. Whose record it went to is not said here.
/// </summary>
public sealed record NoteMovedAway : Event
{
    public required string Appointment { get; init; }

    /// <summary>The note's place in this stream.</summary>
    public required int NoteSequence { get; init; }

    /// <summary>The same on both records.</summary>
    public required string Move { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => $"note/{Appointment}";
}

/// <summary>A note that its author had written on another record by mistake. Whose record it was is not said here.</summary>
public sealed record NoteMovedHere : Event
{
    public required string Appointment { get; init; }

    /// <summary>The same on both records.</summary>
    public required string Move { get; init; }

    [Words]
    public required string Note { get; init; }

    /// <summary>Staff id.</summary>
    public required string WrittenBy { get; init; }

    public required Moment WrittenAt { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => $"note/{Appointment}";
}

/// <summary>What was done, as ticked; each save is a new value. The care activity (IDS202) has its own id.</summary>
public sealed record SessionSaved : Event
{
    public required string Appointment { get; init; }

    /// <summary>The care activity's id in the return.</summary>
    public required string Activity { get; init; }

    /// <summary>SNOMED CT code of the therapy given (list therapy_type); null when no part of one was done.</summary>
    public string? Therapy { get; init; }

    /// <summary>Keys of the parts of the therapy that were done.</summary>
    public IReadOnlyList<string> PartsDone { get; init; } = [];

    /// <summary>No part was done and the clinician says it was a review.</summary>
    public bool? WasReview { get; init; }

    /// <summary>The assessment, or part of it, was done in this contact.</summary>
    public bool AssessmentDone { get; init; }

    public required string Clinician { get; init; }

    /// <summary>Direct clinical minutes, 0 to 9999.</summary>
    public int? Minutes { get; init; }

    /// <summary>List psychotropic_medication; null: not asked.</summary>
    public string? PsychotropicMedication { get; init; }

    [Words]
    public string? Homework { get; init; }

    public bool AskSupervisor { get; init; }

    [Words]
    public string? AskSupervisorWhat { get; init; }

    /// <summary>Why it was treatment before the person had signed, as the clinician says: becomes a second value when the session is closed.</summary>
    [Words]
    public string? KeepTreatment { get; init; }

    internal override string? Touches => $"session/{Appointment}";
}

/// <summary>What was said about safety in a contact: in words, never a grade.</summary>
public sealed record SafetyTalkedAbout : Event
{
    public required string Appointment { get; init; }

    /// <summary>Whether the person spoke of thoughts of ending their life or hurting themselves.</summary>
    public required SpokenThoughts Spoken { get; init; }

    /// <summary>What was said, what makes it safer or less safe, what was agreed.</summary>
    [Words]
    public required string InWords { get; init; }

    /// <summary>The written answer to item 9 that stood beside it, 0 to 3; null: none was given.</summary>
    public int? Item9 { get; init; }

    /// <summary>Where spoken and written differ: how the clinician understands this.</summary>
    [Words]
    public string? Understood { get; init; }

    internal override string? Touches => $"safety/{Appointment}";
}

public enum SpokenThoughts
{
    None,
    Some,
    WouldNotSay,
}

/// <summary>Every part is there: the session is closed and its kind, worked out from the evidence, stands.</summary>
public sealed record SessionClosed : Event
{
    public required string Appointment { get; init; }

    /// <summary>List appointment_type, derived: never chosen.</summary>
    public required string ContactType { get; init; }

    /// <summary>Which session of treatment this is, 1, 2, 3 …; null for other kinds.</summary>
    public int? Number { get; init; }

    /// <summary>The day of the signature that treatment stands on; null without.</summary>
    public DateOnly? PlanSigned { get; init; }

    internal override string? Touches => $"session/{Appointment}";
}

/// <summary>
/// Another value for the kind of a closed contact, with its reason. It stands when a second person has agreed
/// (<see cref="ContactTypeAgreed"/>); the worked-out value stays beside it in all figures.
/// </summary>
public sealed record ContactTypeSaid : Event
{
    public required string Appointment { get; init; }

    /// <summary>List appointment_type.</summary>
    public required string ContactType { get; init; }

    [Words]
    public required string Why { get; init; }

    internal override string? Touches => $"session/{Appointment}";
}

public sealed record ContactTypeAgreed : Event
{
    public required string Appointment { get; init; }

    public required bool Agreed { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => $"session/{Appointment}";
}

/// <summary>One log of internet enabled therapy, about a week of it (IDS205).</summary>
public sealed record InternetTherapyLogged : Event
{
    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    /// <summary>Programme, up to 20 characters.</summary>
    public required string Programme { get; init; }

    /// <summary>Minutes of a clinician's time, 0 to 9999.</summary>
    public required int Minutes { get; init; }

    public required string Clinician { get; init; }

    /// <summary>List iet_integrated_software: Y or N.</summary>
    public string? IntegratedSoftware { get; init; }
}

/// <summary>A log of internet therapy was put down by mistake: it leaves every figure and stays in the history.</summary>
public sealed record InternetTherapyTakenBack : Event
{
    /// <summary>The log's place in this stream.</summary>
    public required int LogSequence { get; init; }

    [Words]
    public required string Why { get; init; }
}

/// <summary>How well the scores fit, in the person's own view. Kept with the scores; changes nothing.</summary>
public sealed record ScoresMatchSaid : Event
{
    /// <summary>Token of the instrument.</summary>
    public required string Instrument { get; init; }

    public required ScoresMatch Match { get; init; }

    [Words]
    public string? OwnWords { get; init; }
}

public enum ScoresMatch
{
    Yes,
    FeelsBetter,
    FeelsWorse,
}

/// <summary>The person wants to see scores, or not to.</summary>
public sealed record ScoresShownChosen : Event
{
    public required bool Show { get; init; }
}
