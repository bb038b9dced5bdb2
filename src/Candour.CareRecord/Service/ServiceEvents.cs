namespace Candour.CareRecord.Service;

/// <summary>
/// The first event of every record: which service it is of, and whether its people are simulated. The flag cannot be
/// cleared: there is no event that would.
/// </summary>
public sealed record ServiceOpened : Event
{
    /// <summary>The service's name as the public knows it.</summary>
    public required string Name { get; init; }

    /// <summary>The name on messages and envelopes that others may see.</summary>
    public required string NeutralName { get; init; }

    /// <summary>The provider code, 3 to 6 letters and digits.</summary>
    public required string Provider { get; init; }

    /// <summary>Every person here is invented. Nothing can be sent to anybody.</summary>
    public required bool Simulated { get; init; }
}
