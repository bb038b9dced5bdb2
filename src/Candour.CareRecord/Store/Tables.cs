namespace Candour.CareRecord.Store;

// The record's own tables as rows. Written by Append only; mapped here so that migrations make them.

/// <summary>One leaf an event. Insert and select only.</summary>
internal sealed class LeafRow
{
    public required string Provider { get; init; }
    public required long Id { get; init; }
    public required byte[] Commitments { get; init; }
    public required byte[] Hash { get; init; }
}

/// <summary>The erasable parts. Salts live here and nowhere else. Deleted only by erasure, which leaves an event.</summary>
internal sealed class PartRow
{
    public required string Provider { get; init; }
    public required long Leaf { get; init; }
    public required int Ordinal { get; init; }
    public required int Kind { get; init; }
    public required byte[] Salt { get; init; }
    public required byte[] Bytes { get; init; }
}

/// <summary>Which leaf is which event of which stream. A list: rebuilt from parts, erased with them.</summary>
internal sealed class EventIndexRow
{
    public required string Provider { get; init; }
    public required long Leaf { get; init; }
    public required string Stream { get; init; }
    public required int Sequence { get; init; }
    public required string Type { get; init; }
    public required long At { get; init; }
    public required string Command { get; init; }
}

/// <summary>The order of the log: 1, 2, 3 … a provider, given to committed leaves only, never moved.</summary>
internal sealed class PositionRow
{
    public required string Provider { get; init; }
    public required long Position { get; init; }
    public required long Leaf { get; init; }
}

/// <summary>Commands already done, so that a form posted twice gives the first result.</summary>
internal sealed class CommandRow
{
    public required string Provider { get; init; }
    public required string Id { get; init; }
    public required long FirstLeaf { get; init; }
    public required long LastLeaf { get; init; }
}

/// <summary>One look at a person's record. Insert and select only; committed to by the hour.</summary>
internal sealed class ViewRow
{
    public required string Provider { get; init; }
    public long Id { get; init; }
    public required string Person { get; init; }
    public required string Actor { get; init; }
    public required long At { get; init; }
    public required byte[] Salt { get; init; }
    public required byte[] Bytes { get; init; }
}

/// <summary>Which parts were erased, and by which event.</summary>
internal sealed class ErasedRow
{
    public required string Provider { get; init; }
    public required long Leaf { get; init; }
    public required int Ordinal { get; init; }
    public required long ByLeaf { get; init; }
}
