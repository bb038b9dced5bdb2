using Candour.CareRecord.Access;

namespace Candour.CareRecord.Safeguards;

/// <summary>What somebody does to a risk task.</summary>
public enum RiskDoing
{
    /// <summary>"I am dealing with this", and what was done: also by whoever opened the record in an emergency.</summary>
    Write,

    HandOn,
    Close,

    /// <summary>To a trainee's closing.</summary>
    Agree,
}

/// <summary>In which role somebody may do it, by the permissions table and how they stand to this very person.</summary>
public static class RiskRole
{
    private static readonly string[] AgreeingRoles = [Roles.Supervisor, Roles.ClinicalLead];

    /// <returns>The role that allows it, to write under; or why not.</returns>
    public static (string? Role, Refusal? No) Of(RiskDoing doing, Actor actor, Facts facts)
    {
        var clinical = actor.Roles.Where(CloseRiskTask.Clinicians.Contains).ToList();
        if (clinical.Count == 0)
            return (null, new OnlyAClinicianCloses());
        var role = doing switch
        {
            // The clinical lead approves and does not correct. In an emergency nothing but creating is open, and that is enough to write.
            RiskDoing.Write => Allowed(Act.Correct) ?? Allowed(Act.Approve) ?? Allowed(Act.Create),
            RiskDoing.HandOn => Allowed(Act.Correct) ?? Allowed(Act.Approve),
            RiskDoing.Close => Allowed(Act.Approve) ?? Allowed(Act.Correct, Roles.PwpTrainee),
            _ => Allowed(Act.Approve, AgreeingRoles),
        };
        return role is not null ? (role, null)
            : doing is RiskDoing.Agree && !clinical.Intersect(AgreeingRoles).Any() ? (null, new OnlyAClinicianCloses())
            : facts.BreakGlass ? (null, new OnlyWriteInAnEmergency())
            : (null, new NotYoursToActOn());

        string? Allowed(string act, params string[] only) =>
            May.Embedded.Ask(actor with { Roles = [.. clinical.Where(r => only.Length == 0 || only.Contains(r))] }, act, "risk_task", facts) is Answer.Yes yes
                ? yes.Role
                : null;
    }
}
