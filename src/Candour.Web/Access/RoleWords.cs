using Candour.CareRecord;
using Candour.CareRecord.Access;

namespace Candour.Web.Access;

/// <summary>Roles as people say them.</summary>
public static class RoleWords
{
    /// <summary>One person in the role: "PWP", "Administrator".</summary>
    public static string One(string role) => role switch
    {
        Roles.Administrator => "Administrator",
        Roles.Pwp => "PWP",
        Roles.PwpTrainee => "Trainee PWP",
        Roles.HighIntensity => "High-intensity therapist",
        Roles.Supervisor => "Supervisor",
        Roles.EmploymentAdviser => "Employment adviser",
        Roles.SafeguardingLead => "Safeguarding lead",
        Roles.ClinicalLead => "Clinical lead",
        Roles.ServiceLead => "Service lead",
        Roles.DataManager => "Data manager",
        Roles.PrivacyOfficer => "Privacy officer",
        Roles.AccountAdmin => "Account administrator",
        Roles.Patient => "You",
        "records_officer" => "Records officer",
        "operator" => "Operator",
        "log_keeper" => "Log keeper",
        "survey_officer" => "Independent officer",
        "commissioner" => "Commissioner",
        "inspector" => "Inspector",
        "followup_assessor" => "Follow-up assessor",
        "analyst" => "National analyst",
        _ => role.Replace('_', ' '),
    };

    /// <summary>Those who may, as "administrators or supervisors".</summary>
    /// <param name="meets">The condition of the table that is met here; roles that another one narrows may not.</param>
    internal static string WhoMay(string resource, string action, string? meets = null)
    {
        var roles = CareRecord.Access.Permissions.Embedded.Rows
            .Where(r => r.Allows && r.Resource == resource && r.Action == action && r.Role is not ("patient" or "proxy" or "worker" or "staff_member") && (r.Condition == meets || !Conditions.All.Contains(r.Condition)))
            .Select(r => Many(r.Role)).Distinct().ToList();
        return roles switch
        {
            [] => "other colleagues",
            [var one] => one,
            [.. var many, var last] => $"{string.Join(", ", many)} or {last}",
        };
    }

    /// <summary>People in the role, in the middle of a sentence: "PWPs", "administrators".</summary>
    public static string Many(string role) => One(role) switch
    {
        "PWP" => "PWPs",
        "Trainee PWP" => "trainee PWPs",
        var word => char.ToLowerInvariant(word[0]) + word[1..] + "s",
    };
}
