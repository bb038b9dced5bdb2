using Candour.CareRecord.Policies;
using Candour.Clinical;

namespace Candour.CareRecord.Safeguards;

/// <summary>Who can look at a worry, and from when somebody is there. Worked out from the rota, the hours and the allocation.</summary>
/// <param name="Clinician">The person's clinician; null when nobody is allocated or they cannot be given it at <paramref name="Staffed"/>.</param>
/// <param name="Duty">Duty by rota now or, outside hours, at <paramref name="Staffed"/>; null when the rota has a hole or names nobody who can take it.</param>
/// <param name="Staffed">Now in staffed hours, else the first minute at which the service is open again.</param>
/// <param name="Promised">False: no opening hours within 60 days, so nothing may be promised; the ladder counts from now.</param>
/// <param name="FirstLook">Minutes to the first look, 1 to 60: policy may shorten the floor, never loosen it.</param>
public sealed record Cover(
    string? Clinician, string? Duty, string? Supervisor, string? ClinicalLead, Moment Staffed, bool Promised = true, int FirstLook = 60)
{
    /// <summary>
    /// The owner when nobody is named who could take it: the task stands first on everybody's list and is alarmed. Answering at home
    /// cannot be switched on in such a service, but a worry can still be handed on.
    /// </summary>
    public const string Nobody = "duty";

    /// <summary>The person's clinician where they are at work, else duty by rota, else the clinical lead. Never empty.</summary>
    public (string Staff, RiskOwnerAs As) Owner =>
        Clinician is { } clinician ? (clinician, RiskOwnerAs.Clinician)
        : Duty is { } duty ? (duty, RiskOwnerAs.Duty)
        : ClinicalLead is { } lead ? (lead, RiskOwnerAs.ClinicalLead)
        : Supervisor is { } supervisor ? (supervisor, RiskOwnerAs.Supervisor)
        : (Nobody, RiskOwnerAs.Duty);

    /// <summary>When somebody has to have looked.</summary>
    public Moment Due => Staffed.Plus(TimeSpan.FromMinutes(FirstLook));

    /// <summary>Whom a rung tells; where nobody holds the post, the next one up.</summary>
    public string Of(RiskOwnerAs rung) => rung switch
    {
        RiskOwnerAs.Duty => Duty ?? Supervisor ?? ClinicalLead ?? Nobody,
        RiskOwnerAs.Supervisor => Supervisor ?? ClinicalLead ?? Duty ?? Nobody,
        _ => ClinicalLead ?? Supervisor ?? Duty ?? Nobody,
    };

    /// <summary>Whoever is named and cannot take it is passed over for the next in the order.</summary>
    /// <param name="clinician">Staff id of the person's clinician; null when nobody is allocated.</param>
    public static Cover At(ServicePolicy policy, Moment now, string? clinician, AtWork atWork)
    {
        var staffed = policy.NextStaffedMinute(now);
        var day = London.DayOf(staffed ?? now);
        return new(
            atWork.On(clinician, day),
            policy.Duty(now, atWork) ?? (staffed is { } opens ? policy.Duty(opens, atWork) : null),
            atWork.On(policy.Supervisor, day),
            atWork.On(policy.ClinicalLead, day),
            staffed ?? now,
            staffed is not null,
            Math.Clamp(policy.FirstLookMinutes, 1, 60));
    }
}
