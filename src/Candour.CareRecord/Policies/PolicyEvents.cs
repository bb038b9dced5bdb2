using Candour.Clinical;

namespace Candour.CareRecord.Policies;

/// <summary>
/// A setting of the service from a day on. Settings are dated: the value of a day is the last one set for that day or
/// before. Nothing promised to a person under the old value changes.
/// </summary>
public sealed record PolicySet : Event
{
    /// <summary>The name of the setting, one of <see cref="PolicyNames"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The value in the setting's own plain form.</summary>
    public required string Value { get; init; }

    /// <summary>The first day it holds.</summary>
    public required DateOnly From { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string Touches => $"policy/{Name}";
}

/// <summary>Who is on duty for risk answers from one moment to another.</summary>
public sealed record DutySet : Event
{
    public required string Staff { get; init; }

    public required Moment From { get; init; }

    /// <summary>Not included.</summary>
    public required Moment Until { get; init; }
}
