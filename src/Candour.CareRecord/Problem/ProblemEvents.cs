using Candour.CareRecord.Appointments;

namespace Candour.CareRecord.Problem;

/// <summary>A main or second problem, with the reason. A later one stands beside the earlier.</summary>
public sealed record ProblemDescriptorRecorded : Event
{
    /// <summary>List finding_scheme: 01 ICD-10, 04 SNOMED CT.</summary>
    public required string Scheme { get; init; }

    public required string Code { get; init; }

    /// <summary>1 main, 2 second.</summary>
    public required string Significance { get; init; }

    public required DateOnly RecordedOn { get; init; }

    /// <summary>Locked at the assessment: the one protocol figures use.</summary>
    public bool AtAssessment { get; init; }

    [Words]
    public string? Why { get; init; }

    /// <summary>Why it was entered more than 24 hours after it was known; null when it was not.</summary>
    public WhyLate? EnteredLate { get; init; }

    /// <summary>The course had ended: its outcome was known. Kept as late; changes no figure that counted.</summary>
    public bool OutcomeKnown { get; init; }

    /// <summary>Social anxiety: the person was offered CBT and said no.</summary>
    public bool CbtDeclined { get; init; }

    internal override string? Touches => "problem";
}
