using Candour.Clinical;

namespace Candour.CareRecord.Safeguards;

/// <summary>Where a worry came from. One kind of task for all of them; nothing else may use it.</summary>
public enum RiskSource
{
    Item9,
    Referral,
    Assessment,
    Session,
    Message,
    Experience,
    Complaint,
    FrontDesk,
    Employment,
    FollowUp,
    FeelsWorse,
    HandedOn,
}

/// <summary>On the person's stream: somebody learned of thoughts of suicide or self-harm, or of another danger.</summary>
public sealed record RiskDisclosed : Event
{
    /// <summary>The task it opened or joined.</summary>
    public required string Task { get; init; }

    public required RiskSource Source { get; init; }

    public string? Referral { get; init; }

    public string? Questionnaire { get; init; }

    public string? Instrument { get; init; }

    public int? Item { get; init; }

    /// <summary>The answer; only for a question with numbered answers.</summary>
    public int? Value { get; init; }

    /// <summary>What was said or written, in the person's words.</summary>
    [Words]
    public string? Said { get; init; }

    /// <summary>
    /// The response to this very answer showed where to get help now. False: not, or not yet; a <see cref="RiskHelpShown"/> or
    /// the person's choice on the help screen may follow.
    /// </summary>
    public bool HelpShown { get; init; }

    /// <summary>When the person was told that somebody will read it; null when nothing could be promised.</summary>
    public Moment? ToldBy { get; init; }
}

/// <summary>The person went on from an answer that had been saved as it was chosen, and the response showed where to get help now.</summary>
public sealed record RiskHelpShown : Event
{
    public required string Task { get; init; }

    public required string Questionnaire { get; init; }
}

/// <summary>The answer was changed to "not at all" or taken back. The task stays; both values are kept.</summary>
public sealed record RiskAnswerLowered : Event
{
    public required string Task { get; init; }

    public required string Questionnaire { get; init; }

    public required int From { get; init; }

    /// <summary>Null: "I would rather not answer".</summary>
    public int? To { get; init; }
}

/// <summary>Why somebody owns a task.</summary>
public enum RiskOwnerAs
{
    /// <summary>The person's clinician, working here on the day.</summary>
    Clinician,

    /// <summary>Duty by rota.</summary>
    Duty,

    Supervisor,
    ClinicalLead,

    /// <summary>A colleague it was handed to.</summary>
    HandedTo,
}

/// <summary>One task a person: opened by the first disclosure; later ones join it.</summary>
public sealed record RiskTaskOpened : Event
{
    public required string Task { get; init; }

    public string? Referral { get; init; }

    public required string Owner { get; init; }

    public required RiskOwnerAs OwnerAs { get; init; }

    /// <summary>Where the ladder counts from: the disclosure in staffed hours, else the next staffed minute.</summary>
    public required Moment ClockFrom { get; init; }

    /// <summary>First look due.</summary>
    public required Moment Due { get; init; }

    /// <summary>Duty (and the supervisor in staffed hours) were paged at once.</summary>
    public bool PagedAtOnce { get; init; }

    /// <summary>Staff ids of those paged at once beside the owner; null where nobody was, and in records from before it was kept.</summary>
    public IReadOnlyList<string>? Paged { get; init; }
}

/// <summary>A new disclosure joined the open task and has to be looked at in its own time.</summary>
public sealed record RiskTaskJoined : Event
{
    public required string Task { get; init; }

    public required Moment ClockFrom { get; init; }

    public required Moment Due { get; init; }

    public bool PagedAtOnce { get; init; }

    /// <inheritdoc cref="RiskTaskOpened.Paged"/>
    public IReadOnlyList<string>? Paged { get; init; }
}

/// <summary>"I am dealing with this": holds the ladder for 60 minutes.</summary>
public sealed record RiskTaskClaimed : Event
{
    public required string Task { get; init; }

    public required Moment HeldUntil { get; init; }

    internal override string? Touches => $"risk/{Task}";
}

/// <summary>A rung of the ladder: somebody further was told.</summary>
public sealed record RiskEscalated : Event
{
    public required string Task { get; init; }

    /// <summary>1 for the opening disclosure; one more for each later one that had to be looked at anew.</summary>
    public required int Round { get; init; }

    /// <summary>1 duty, 2 supervisor, 3 clinical lead, then hourly.</summary>
    public required int Rung { get; init; }

    public required string To { get; init; }

    public required RiskOwnerAs As { get; init; }

    /// <summary>When the rung came due; the event's own time says when it was done.</summary>
    public required Moment Due { get; init; }
}

/// <summary>Somebody else has it now.</summary>
public sealed record RiskTaskHandedOn : Event
{
    public required string Task { get; init; }

    /// <summary>The owner as before where only the hold of somebody else ends.</summary>
    public required string To { get; init; }

    /// <summary>Staff id of whose hands it was taken out of, their account being closed; null: whoever wrote this gave it away.</summary>
    public string? From { get; init; }

    [Words]
    public required string Why { get; init; }

    internal override string? Touches => $"risk/{Task}";
}

/// <summary>How somebody was reached or tried.</summary>
public enum RiskContact
{
    Spoke,
    Texted,
    CouldNotReach,
    CalledEmergencyServices,
    ToldGp,
    ToldCrisisTeam,
    Other,
}

/// <summary>What a member of staff did about it, in words.</summary>
public sealed record RiskActionTaken : Event
{
    public required string Task { get; init; }

    public required RiskContact Contact { get; init; }

    /// <summary>When it was done.</summary>
    public required Moment When { get; init; }

    /// <summary>What was said, or what was done.</summary>
    [Words]
    public required string Said { get; init; }

    /// <summary>Until then the ladder waits for the next step.</summary>
    public required Moment HeldUntil { get; init; }

    internal override string? Touches => $"risk/{Task}";
}

/// <summary>A trainee says it is done; a supervisor has to agree before it is.</summary>
public sealed record RiskClosingProposed : Event
{
    public required string Task { get; init; }

    [Words]
    public required string Said { get; init; }

    [Words]
    public required string Plan { get; init; }

    [Words]
    public required string Informed { get; init; }

    internal override string? Touches => $"risk/{Task}";
}

/// <summary>Closed by a clinician, with what was done. Never by a process, never many at once.</summary>
public sealed record RiskTaskClosed : Event
{
    public required string Task { get; init; }

    /// <summary>Contacts made or tried, from the entries of the task.</summary>
    public required int Contacts { get; init; }

    /// <summary>The person was spoken with.</summary>
    public required bool Reached { get; init; }

    [Words]
    public required string Said { get; init; }

    [Words]
    public required string Plan { get; init; }

    /// <summary>Whom the clinician told, or "nobody" and why.</summary>
    [Words]
    public required string Informed { get; init; }

    /// <summary>The trainee whose words these are, when a supervisor closed it.</summary>
    public string? ProposedBy { get; init; }

    internal override string? Touches => $"risk/{Task}";
}

/// <summary>On the person's stream: what helps in a crisis, written together. A new one is a new version.</summary>
public sealed record SafetyPlanWritten : Event
{
    /// <summary>1, 2, 3 …</summary>
    public required int Version { get; init; }

    public string? Referral { get; init; }

    [Words]
    public string? WarningSigns { get; init; }

    /// <summary>What I can do myself.</summary>
    [Words]
    public string? Coping { get; init; }

    /// <summary>People and places that take my mind off it.</summary>
    [Words]
    public string? Support { get; init; }

    /// <summary>Whom I can ask for help, professionals too.</summary>
    [Words]
    public string? Contacts { get; init; }

    /// <summary>Making my surroundings safer.</summary>
    [Words]
    public string? Means { get; init; }

    internal override string? Touches => "safety-plan";
}

/// <summary>On the person's stream: the plan in force was gone through together and stays as it is.</summary>
public sealed record SafetyPlanGoneThrough : Event
{
    public required int Version { get; init; }

    internal override string? Touches => "safety-plan";
}
