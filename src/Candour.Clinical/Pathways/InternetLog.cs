namespace Candour.Clinical.Pathways;

/// <summary>A closed period of internet-enabled therapy; counts as one session in official figures, dated by its start.</summary>
public readonly record struct InternetLog
{
    public DateOnly Start { get; init; }

    public DateOnly End { get; init; }

    public string? Programme { get; init; }

    /// <summary>Minutes of therapist time.</summary>
    public int? Minutes { get; init; }

    public string? StaffId { get; init; }

    public bool? IntegratedSoftware { get; init; }

    public long Row { get; init; }
}
