namespace Candour.CareRecord.Discharge;

/// <summary>
/// The decision to end care: one of three facts (decision, notice, effective day). Figures shown at the time are kept with it.
/// </summary>
public sealed record EndingDecided : Event
{
    /// <summary>The decision's id: notice, answers and end refer to it.</summary>
    public required string Decision { get; init; }

    /// <summary>The plain reason; its national code is <see cref="EndCode"/>.</summary>
    public required EndingReason Reason { get; init; }

    /// <summary>List discharge_reason.</summary>
    public required string EndCode { get; init; }

    /// <summary>Staff id of the second person who decided; null when one decided alone.</summary>
    public string? With { get; init; }

    public required int SessionsGiven { get; init; }

    /// <summary>Sessions in the signed plan; null without a plan.</summary>
    public int? SessionsPlanned { get; init; }

    /// <summary>Scores in a row below all cut-offs, the last one included.</summary>
    public required int BelowInARow { get; init; }

    /// <summary>Ended before the plan, after the interruption page was read.</summary>
    public bool BeforePlan { get; init; }

    /// <summary>Why there is no notice and no waiting; null: notice and 14 days.</summary>
    public NoNotice? WithoutNotice { get; init; }

    [Words]
    public required string Why { get; init; }

    [Words]
    public string? StayingWell { get; init; }

    /// <summary>Months after the end at which follow-up talks are offered.</summary>
    public IReadOnlyList<int> FollowUpMonths { get; init; } = [];

    /// <summary>A letter to the GP goes unless the person said no.</summary>
    public bool LetterToGp { get; init; }

    /// <summary>Before the plan is done, or by a trainee: the notice waits for a supervisor.</summary>
    public bool NeedsSupervisor { get; init; }

    internal override string? Touches => "discharge";
}

/// <summary>Plain reasons, each with its national code in <see cref="EndingReasons"/>.</summary>
public enum EndingReason
{
    FinishedTogether,
    StoppedBeforePlan,
    PersonWantedMore,
    PersonStopped,
    WentElsewhere,
    AdviceWasEnough,
    NotForUs,
    Signposted,
    Declined,
    LeftDuringAssessment,
    NotAssessed,
    Died,
    NotKnown,
}

/// <summary>Endings without notice and waiting; each is counted by itself.</summary>
public enum NoNotice
{
    Death,
    CrisisOrSecondaryCare,
    MovedAway,
    Safeguarding,
    AskedInWriting,
}

/// <summary>The supervisor's word on an ending that needs it.</summary>
public sealed record EndingAgreed : Event
{
    public required string Decision { get; init; }

    public required bool Agreed { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => "discharge";
}

/// <summary>The person was told. 14 days run from here; the last is worked out, nobody types it.</summary>
public sealed record EndingNotified : Event
{
    public required string Decision { get; init; }

    public required DateOnly Told { get; init; }

    /// <summary>Notice + 14 days.</summary>
    public required DateOnly Effective { get; init; }

    /// <summary>Message that carries the notice; null when they were told in another way.</summary>
    public string? Message { get; init; }

    /// <summary>How they were told where the message could not; null: by the message.</summary>
    public ToldHow? How { get; init; }

    /// <summary>What was said then; null where none was asked for.</summary>
    [Words]
    public string? InWords { get; init; }

    internal override string? Touches => "discharge";
}

/// <summary>How a person was told of an ending where the message could not go or came back.</summary>
public enum ToldHow
{
    Spoke,
    Wrote,
    Letter,

    /// <summary>They read it on their page and answered.</summary>
    ReadIt,
    Telephone,
    FaceToFace,
    Video,
    AnotherWay,
}

/// <summary>Nobody has told the person: the message cannot go, came back, or was stopped. The days of the notice do not run until somebody has.</summary>
public sealed record EndingNotTold : Event
{
    public required string Decision { get; init; }

    /// <summary>The message that did not reach them; null where none is on its way.</summary>
    public string? Message { get; init; }

    internal override string? Touches => "discharge";
}

/// <summary>The person's death is recorded: no notice runs and nobody has to talk with them any more. Care is still to be ended.</summary>
public sealed record StoppedForDeath : Event
{
    internal override string? Touches => "discharge";
}

/// <summary>The death was recorded in error: what stood before stands again.</summary>
public sealed record NotStoppedAfterAll : Event
{
    internal override string? Touches => "discharge";
}

/// <summary>"I am happy with this": it does not shorten the 14 days.</summary>
public sealed record EndingAccepted : Event
{
    public required string Decision { get; init; }

    [Words]
    public string? OwnWords { get; init; }

    internal override string? Touches => "discharge";
}

/// <summary>"A letter goes to your GP unless you say no": the person said no, or changed their mind again.</summary>
public sealed record GpLetterAnswered : Event
{
    public required string Decision { get; init; }

    public required bool Send { get; init; }

    internal override string? Touches => "discharge";
}

/// <summary>"I would like to talk first" or "I do not agree". The act itself stops the ending.</summary>
public sealed record EndingObjected : Event
{
    public required string Decision { get; init; }

    /// <summary>True: wants to carry on; false: wants to talk first.</summary>
    public required bool Disagrees { get; init; }

    [Words]
    public string? OwnWords { get; init; }

    internal override string? Touches => "discharge";
}

/// <summary>The ending is held: who talks with the person, and by when.</summary>
public sealed record EndingHeldOver : Event
{
    public required string Decision { get; init; }

    public required string Owner { get; init; }

    public required DateOnly TalkBy { get; init; }

    internal override string? Touches => "discharge";
}

/// <summary>The decision is taken back: care goes on.</summary>
public sealed record EndingWithdrawn : Event
{
    public required string Decision { get; init; }

    [Words]
    public required string Why { get; init; }

    internal override string? Touches => "discharge";
}

/// <summary>Care has ended.</summary>
public sealed record CareEnded : Event
{
    public required string Decision { get; init; }

    /// <summary>The effective day, ServDischDate: notice + 14 days, or the day of a decision that needs no notice.</summary>
    public required DateOnly Day { get; init; }

    public required DateOnly Decided { get; init; }

    public DateOnly? Told { get; init; }

    public DateOnly? LastContact { get; init; }

    public required EndingReason Reason { get; init; }

    /// <summary>List discharge_reason.</summary>
    public required string EndCode { get; init; }

    public NoNotice? WithoutNotice { get; init; }

    internal override string? Touches => "discharge";
}

/// <summary>An ending in error is undone: everything stands as before, with the old clock.</summary>
public sealed record EndingUndone : Event
{
    public required string Decision { get; init; }

    [Words]
    public required string Why { get; init; }

    internal override string? Touches => "discharge";
}

/// <summary>The person came back within six months of the end: the same course and clock go on.</summary>
public sealed record CameBack : Event
{
    public required string Decision { get; init; }

    [Words]
    public string? OwnWords { get; init; }

    internal override string? Touches => "discharge";
}

/// <summary>Another value for the reason of an ended course; the first stays in figures already sent.</summary>
public sealed record EndReasonAdded : Event
{
    public required string Decision { get; init; }

    public required EndingReason Reason { get; init; }

    public required string EndCode { get; init; }

    [Words]
    public required string Why { get; init; }

    internal override string? Touches => "discharge";
}
