namespace Candour.CareRecord.Supervision;

/// <summary>A point of the supervision agenda was talked about: what was decided, who does it, by when. It leaves the agenda until it comes up anew.</summary>
public sealed record AgendaPointDecided : Event
{
    public required AgendaKind Point { get; init; }

    [Words]
    public string? Decided { get; init; }

    /// <summary>Staff id of who does it.</summary>
    public required string Owner { get; init; }

    public required DateOnly By { get; init; }

    internal override string? Touches => $"agenda/{Point}";
}

/// <summary>Why somebody's care is on the supervision agenda. Words, never an alarm and never a grade.</summary>
public enum AgendaKind
{
    /// <summary>The last score that counts is reliably higher than the first.</summary>
    Worse,

    /// <summary>Did not come twice in a row.</summary>
    TwoMissed,

    /// <summary>Every fourth session without a reliable change for the better, while still at or above a cut-off.</summary>
    NoChange,

    /// <summary>The clinician asks.</summary>
    Asked,

    /// <summary>A worry about safety was told and there is no safety plan of this course of care.</summary>
    NoSafetyPlan,
}
