namespace Candour.CareRecord.Waiting;

/// <summary>On a list for a step. The wait goes on from the referral; nothing starts at 0.</summary>
public sealed record PutOnWaitingList : Event
{
    /// <summary>2 or 3.</summary>
    public required int Step { get; init; }

    /// <summary>SNOMED CT code of the treatment; null: not chosen yet.</summary>
    public string? Therapy { get; init; }

    public required DateOnly On { get; init; }

    [Words]
    public string? Wants { get; init; }

    internal override string? Touches => "waiting";
}

public sealed record LeftWaitingList : Event
{
    public required int Step { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>Null in records that did not ask.</summary>
    public LeftListBecause? Because { get; init; }

    [Words]
    public string? InWords { get; init; }

    internal override string? Touches => "waiting";
}

/// <summary>We wrote to somebody who waits: place and expected wait. Due every four weeks.</summary>
public sealed record WroteWhileWaiting : Event
{
    public required DateOnly On { get; init; }

    /// <summary>The message that carries it; null for a letter on paper.</summary>
    public string? Message { get; init; }
}

/// <summary>The clinician whose person this is; a later one takes over.</summary>
public sealed record ClinicianAllocated : Event
{
    public required string Clinician { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => "clinician";
}

/// <summary>Why somebody is no longer on a list, other than by beginning, moving or the end of care.</summary>
public enum LeftListBecause
{
    NoLongerWanted,
    WentElsewhere,
    PutOnInError,
    Another,
}
