using Candour.Clinical.Problems;

namespace Candour.Clinical.Pathways;

/// <summary>A plan for a named treatment, and the person's signature to it. A changed plan is another row.</summary>
public readonly record struct Plan
{
    public string Id { get; init; }

    public Therapy Therapy { get; init; }

    public Step Step { get; init; }

    /// <summary>Number of sessions promised.</summary>
    public int Sessions { get; init; }

    /// <summary>Code of the main problem it was made for.</summary>
    public string? Problem { get; init; }

    /// <summary>National code of the planned medium.</summary>
    public string? Medium { get; init; }

    public string? StaffId { get; init; }

    public Moment Made { get; init; }

    /// <summary>When the person signed; null: not, or not yet.</summary>
    public Moment? Signed { get; init; }

    public Signature How { get; init; }

    /// <summary>When another plan or a change of mind ended it; null while it holds.</summary>
    public Moment? Ended { get; init; }

    /// <summary>Guidance does not name it; a supervisor agreed.</summary>
    public bool AgainstGuidance { get; init; }

    /// <summary>Day of the signature in England; null: not signed.</summary>
    public DateOnly? SignedOn => Signed is { } at ? London.DayOf(at) : null;
}

/// <summary>The ways of consent, each counted.</summary>
public enum Signature
{
    None,
    ByLink,
    InTheRoom,
    AloudByTelephone,
    OnPaper,
}

/// <summary>A main or second problem, with the time it became known: histories are never overwritten.</summary>
public readonly record struct Complaint
{
    /// <summary>ICD-10 or SNOMED CT as sent: 01 or 04.</summary>
    public string? Scheme { get; init; }

    public string? Code { get; init; }

    /// <summary>1 main, 2 second; null when blank.</summary>
    public string? Significance { get; init; }

    /// <summary>Day it was recorded for; null when blank.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>When it was written down; null for imported data.</summary>
    public Moment? KnownFrom { get; init; }

    /// <summary>Locked at the assessment: the one protocol figures use.</summary>
    public bool AtAssessment { get; init; }

    public long Row { get; init; }

    public ProblemDescriptor Descriptor => ProblemDescriptor.Of(Code);
}
