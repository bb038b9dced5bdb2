using Candour.Clinical;

namespace Candour.CareRecord.Safeguarding;

/// <summary>Whom somebody may be harming or neglecting.</summary>
public enum ConcernAbout
{
    Child,
    Adult,

    /// <summary>Not said, or not known: nobody is held up by the question.</summary>
    NotSure,
}

/// <summary>
/// On a stream of its own that no page of the person and no letter reads: somebody saw or heard that a child or an adult may
/// be at risk of harm. Written without anybody's consent.
/// </summary>
public sealed record SafeguardingRaised : Event
{
    public required string Person { get; init; }

    public string? Referral { get; init; }

    public required ConcernAbout About { get; init; }

    /// <summary>What was seen or said, in their words.</summary>
    [Words]
    public required string Seen { get; init; }

    /// <summary>What was done at once; null when nothing was written.</summary>
    [Words]
    public string? DoneAtOnce { get; init; }

    public required string Owner { get; init; }

    /// <summary>The day by which the owner has to have taken it.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>The questions beside which the person told us that somebody told them what to answer; null: written by staff.</summary>
    public string? Questionnaire { get; init; }

    /// <summary>The person's clinician, whom it may be about: never made its owner, nor told of it by the clock.</summary>
    public string? NotFor { get; init; }
}

/// <summary>"I am dealing with this."</summary>
public sealed record SafeguardingTaken : Event
{
    internal override string? Touches => "safeguarding";
}

/// <summary>What the lead did.</summary>
public sealed record SafeguardingNoted : Event
{
    [Words]
    public required string Done { get; init; }

    internal override string? Touches => "safeguarding";
}

/// <summary>A colleague may read it too.</summary>
public sealed record SafeguardingOpenedTo : Event
{
    public required string With { get; init; }

    internal override string? Touches => $"safeguarding/{With}";
}

/// <summary>Whoever had it does not do this work any more: another has it, and takes it up anew.</summary>
public sealed record SafeguardingHandedOn : Event
{
    public required string To { get; init; }

    internal override string? Touches => "safeguarding";
}

/// <summary>One entry, one person's words: never many at once.</summary>
public sealed record SafeguardingClosed : Event
{
    [Words]
    public required string Outcome { get; init; }

    internal override string? Touches => "safeguarding";
}

/// <summary>Nobody took it in time: owner and clinical lead were told that a task needs them.</summary>
public sealed record SafeguardingLeftUnopened : Event
{
    public required DateOnly Due { get; init; }

    public required string To { get; init; }
}
