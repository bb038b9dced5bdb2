namespace Candour.CareRecord.Assessment;

/// <summary>The ten blocks of a guided assessment, in the order of the official mark scheme. Any order may be taken.</summary>
public enum AssessmentBlock
{
    Introduction,
    Problem,
    Symptoms,
    Impact,
    Measures,
    Risk,
    Context,
    Goals,
    Information,
    SharedDecision,
}

/// <summary>One block as saved; a later save of the same block stands beside it, and the last is shown.</summary>
public sealed record AssessmentBlockSaved : Event
{
    public required string Appointment { get; init; }

    public required AssessmentBlock Block { get; init; }

    /// <summary>Keys of the fields that hold something, in the order of <see cref="Said"/>.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>What each field holds.</summary>
    [Words]
    public IReadOnlyList<string>? Said { get; init; }

    /// <summary>The free box.</summary>
    [Words]
    public string? Notes { get; init; }

    internal override string? Touches => $"assessment/{Appointment}/{Block}";
}

/// <summary>The assessment is whole: safety and the main problem are there. What was left out is named.</summary>
public sealed record AssessmentClosed : Event
{
    public required string Appointment { get; init; }

    /// <summary>Names of blocks that were not done.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    internal override string? Touches => $"assessment/{Appointment}";
}
