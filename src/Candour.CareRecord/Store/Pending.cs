using Candour.Clinical;

namespace Candour.CareRecord.Store;

/// <summary>An event ready to be stored: sealed with its parts, commitments and leaf.</summary>
internal sealed record SealedEvent(Recorded Recorded, IReadOnlyList<Part> Parts)
{
    public Envelope Envelope => Recorded.Envelope;

    /// <summary>c_0 … c_(n−1), 32 bytes each.</summary>
    public byte[] Commitments { get; } = [.. Parts.SelectMany(p => Leaf.Commitment(p.Salt, p.Bytes))];

    public static SealedEvent Of(Envelope envelope, Event e, Randomness salts) =>
        new(new(envelope, e), EventCodec.Write(envelope, e, salts));
}

/// <summary>One command waiting for the lane: stored whole or not at all.</summary>
/// <param name="Expected">For every stream decided on, the version the decision saw.</param>
internal sealed record Pending(
    string CommandId, IReadOnlyDictionary<StreamId, int> Expected, IReadOnlyList<SealedEvent> Events, IReadOnlyList<RowChange> Rows)
{
    /// <summary>Parts that go in the same transaction, by leaf and ordinal; the command's last event must be their erasure event.</summary>
    public IReadOnlyList<(long Leaf, int Ordinal)> Erase { get; init; } = [];

    /// <summary>Each stream as the decision saw it and as it is once this is stored; none in bulk.</summary>
    public IReadOnlyList<(History Before, History After)> Grown { get; init; } = [];

    /// <inheritdoc cref="Order.Sent"/>
    public string? Sent { get; init; }

    public TaskCompletionSource<Stored> Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>How the lane answered.</summary>
internal enum Stored
{
    /// <summary>Committed.</summary>
    Yes,

    /// <summary>A stream has moved on: decide again.</summary>
    Stale,

    /// <summary>This command id is in the record already.</summary>
    Before,

    /// <summary>A list's key was taken by another stream (a slot in the diary).</summary>
    Taken,

    /// <summary>COMMIT did not answer: only reading by command id can tell.</summary>
    Unknown,

    /// <summary>COMMIT was answered with a warning: it stands there, and nobody may say that it is safe.</summary>
    NotPromised,
}

/// <summary>One look at a record: stored before the page is answered, never an event of the referral.</summary>
/// <param name="Part">What was opened, in plain words: contact details, notes, answers.</param>
/// <param name="Why">The task, work item or reason given.</param>
/// <param name="Effect">"view", "search", "export", "print", "break-glass" or "refused".</param>
public sealed record View(
    string Person, string? Referral, By By, string Session, string Part, string Why, string Effect, bool PatientSees, Moment At);
