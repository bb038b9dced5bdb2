namespace Candour.CareRecord.Staff;

/// <summary>Roles as people read them, and which one person never holds together.</summary>
public static class RoleNames
{
    /// <summary>Safety rule: nobody checks, keeps or counts their own work.</summary>
    private static readonly (string One, string Other)[] Apart =
    [
        (Roles.PrivacyOfficer, "records_officer"),
        (Roles.AccountAdmin, Roles.PrivacyOfficer),
        (Roles.AccountAdmin, "records_officer"),
        ("log_keeper", "operator"),
        ("survey_officer", Roles.ServiceLead),
        ("sampler", "analyst"),
        ("publisher", "analyst"),
        .. Care.Select(care => ("followup_assessor", care)),
    ];

    /// <summary>Roles that can be given to a member of staff, usual ones first.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Roles.Administrator, Roles.Pwp, Roles.PwpTrainee, Roles.HighIntensity, Roles.Supervisor, Roles.EmploymentAdviser,
        Roles.SafeguardingLead, Roles.ClinicalLead, Roles.ServiceLead, Roles.DataManager, Roles.PrivacyOfficer, "records_officer",
        Roles.AccountAdmin, "operator", "log_keeper", "survey_officer", "followup_assessor",
    ];

    private static string[] Care =>
    [
        Roles.Administrator, Roles.Pwp, Roles.PwpTrainee, Roles.HighIntensity, Roles.Supervisor, Roles.EmploymentAdviser,
        Roles.SafeguardingLead, Roles.ClinicalLead,
    ];

    /// <summary>A role held that this one may never stand beside; null when there is none.</summary>
    public static string? Against(string role, IEnumerable<string> held) => held.FirstOrDefault(other =>
        Apart.Any(pair => (pair.One == role && pair.Other == other) || (pair.One == other && pair.Other == role)));

    public static string Of(string role) => role switch
    {
        Roles.Pwp => "PWP",
        Roles.PwpTrainee => "trainee PWP",
        Roles.HighIntensity => "high-intensity therapist",
        "followup_assessor" => "follow-up assessor",
        _ => role.Replace('_', ' '),
    };
}
