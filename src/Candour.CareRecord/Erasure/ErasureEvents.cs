namespace Candour.CareRecord.Erasure;

/// <summary>
/// Parts of events were erased for good. What remains of each: its position, its commitments, this event. A missing part
/// without such an event is an attack.
/// </summary>
public sealed record PartsErased : Event
{
    /// <summary>The erased parts as <c>position.ordinal</c>: "4711.1".</summary>
    public required IReadOnlyList<string> Parts { get; init; }

    public required ErasureCode Code { get; init; }

    /// <summary>Reference of the decision: case, order or request number.</summary>
    [Words]
    public required string Authority { get; init; }

    [Words]
    public required string Reason { get; init; }

    /// <summary>Staff id of who asked; the second person is the one who writes this event.</summary>
    public required string AskedBy { get; init; }
}

/// <summary>Why parts may be erased.</summary>
public enum ErasureCode
{
    /// <summary>Retention is over: all parts.</summary>
    E1,

    /// <summary>Wrong person, after the correcting event: all parts.</summary>
    E2,

    /// <summary>Text about a third party, or unlawful text: words.</summary>
    E3,

    /// <summary>Order of a court or regulator: as ordered.</summary>
    E4,

    /// <summary>An upheld request: words and identity.</summary>
    E5,
}
