using Candour.Clinical;

namespace Candour.CareRecord.Questionnaires;

/// <summary>A member of staff puts in what the person said or wrote.</summary>
public sealed record StaffEntryStarted : Event
{
    public required StaffEntryReason Reason { get; init; }

    public required AnswerMode Mode { get; init; }

    /// <summary>When the paper was filled in; null for any other way.</summary>
    public Moment? FilledAt { get; init; }

    /// <summary>Why paper was put in more than 24 hours after it was filled in; null for anything in time.</summary>
    public Appointments.WhyLate? EnteredLate { get; init; }

    /// <summary>SHA-256 of the picture of the paper, in hex; null while the picture is still wanted.</summary>
    public string? PhotoHash { get; init; }

    /// <summary>The sign that the person was there.</summary>
    public required SignOfPerson Sign { get; init; }
}

public enum StaffEntryReason
{
    ReadAloudByPhone,
    HelpWithReading,
    Interpreter,
    PaperForm,
    NoInternet,
}

/// <summary>What shows that the person was there when staff put answers in.</summary>
public enum SignOfPerson
{
    /// <summary>Nothing: saved as "not confirmed" and left out of the checked figure.</summary>
    NotConfirmed,
    CallOrVideo,
    InTheRoom,
    PaperWithSignature,
    ColleagueConfirmed,
}

/// <summary>A picture of the paper form: with the entry, or later.</summary>
public sealed record PaperPhotoAttached : Event
{
    /// <summary>SHA-256 of the picture, in hex.</summary>
    public required string PhotoHash { get; init; }

    /// <summary>The stream that holds the picture; null where only its hash is known.</summary>
    public string? Picture { get; init; }
}

/// <summary>The person was sent a copy of what staff put in, or it is on the list for a call.</summary>
public sealed record CopySent : Event
{
    /// <summary>The message's id; null when no channel is safe and the copy is given by telephone.</summary>
    public string? Message { get; init; }
}

/// <summary>The person looked through what staff had put in and agreed.</summary>
public sealed record QuestionnaireAgreed : Event;
