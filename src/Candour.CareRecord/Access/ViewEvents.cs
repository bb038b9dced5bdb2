namespace Candour.CareRecord.Access;

/// <summary>On the service's stream, every hour in which somebody looked: the looks from one number to another are these.</summary>
public sealed record ViewsCommitted : Event
{
    /// <summary>Number of the first look, as stored; the next hour begins after <see cref="To"/>.</summary>
    public required long From { get; init; }

    public required long To { get; init; }

    public required int Count { get; init; }

    /// <summary>Root of <see cref="ViewTree"/>, in hex.</summary>
    public required string Root { get; init; }
}
