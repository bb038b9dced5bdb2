namespace Candour.CareRecord.Stepping;

/// <summary>A clinician asks to step up or down; a supervisor answers. Nothing about the wait changes.</summary>
public sealed record StepChangeAsked : Event
{
    /// <summary>2 or 3.</summary>
    public required int To { get; init; }

    /// <summary>SNOMED CT code of the treatment meant; null: not chosen yet.</summary>
    public string? Therapy { get; init; }

    [Words]
    public required string Why { get; init; }

    /// <summary>It was talked about and agreed with the person.</summary>
    public required bool AgreedWithPerson { get; init; }

    internal override string? Touches => "step";
}

/// <summary>The step changed, with every day waited so far. The envelope holds the supervisor who agreed.</summary>
public sealed record StepChanged : Event
{
    /// <summary>2 or 3; null: none before.</summary>
    public int? From { get; init; }

    public required int To { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>Staff id of who asked.</summary>
    public required string AskedBy { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => "step";
}

public sealed record StepChangeDeclined : Event
{
    [Words]
    public string? Why { get; init; }

    internal override string? Touches => "step";
}
