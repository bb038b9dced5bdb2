using Candour.Clinical;

namespace Candour.CareRecord.Access;

/// <summary>Why a record was opened by somebody who is not part of the person's care.</summary>
public enum BreakGlassReason
{
    RiskToLife,
    Safeguarding,
    CoverForAColleague,
    HereNow,
    Other,
}

/// <summary>On the person's stream: opened in an emergency, for this member of staff and this record only.</summary>
public sealed record BreakGlassOpened : Event
{
    public required string Opening { get; init; }

    public required string Staff { get; init; }

    public required BreakGlassReason Reason { get; init; }

    [Words]
    public required string Why { get; init; }

    public required Moment Until { get; init; }

    /// <summary>By the end of this day somebody has to have looked at it.</summary>
    public required DateOnly ReviewBy { get; init; }
}

/// <summary>The privacy officer looked at it. Both answers are kept; neither is an accusation.</summary>
public sealed record BreakGlassReviewed : Event
{
    public required string Opening { get; init; }

    /// <summary>False: not right, talk with them.</summary>
    public required bool Right { get; init; }

    [Words]
    public string? Said { get; init; }

    internal override string? Touches => $"break-glass/{Opening}";
}
