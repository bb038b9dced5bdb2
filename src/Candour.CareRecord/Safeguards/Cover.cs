using Candour.Clinical;

namespace Candour.CareRecord.Safeguards;

/// <summary>Who can look at a worry at a moment, and from when somebody is there. Worked out from policy and allocation.</summary>
/// <param name="Clinician">The person's clinician, only when on shift now.</param>
/// <param name="Duty">Duty by rota at <paramref name="Staffed"/>; null when the rota has a hole.</param>
/// <param name="Supervisor">The clinician's supervisor, or the supervisor on the rota.</param>
/// <param name="ClinicalLead">Always there: home questionnaires cannot be switched on without one.</param>
/// <param name="Staffed">Now in staffed hours, else the first minute at which the service is open again.</param>
public sealed record Cover(string? Clinician, string? Duty, string? Supervisor, string ClinicalLead, Moment Staffed)
{
    /// <summary>The clinician on shift, else duty by rota, else the clinical lead. Never empty.</summary>
    public (string Staff, RiskOwnerAs As) Owner =>
        Clinician is { } clinician ? (clinician, RiskOwnerAs.Clinician)
        : Duty is { } duty ? (duty, RiskOwnerAs.Duty)
        : (ClinicalLead, RiskOwnerAs.ClinicalLead);
}
