using Candour.CareRecord.Access;
using Candour.CareRecord.Safeguarding;
using Candour.CareRecord.Safeguards;

namespace Candour.CareRecord.Staff;

/// <summary>
/// What somebody can no longer do without a role: what the roles held allow by the permissions table, and those left do not. Whoever
/// loses no more than they keep leaves nothing behind.
/// </summary>
public sealed class RoleLoss(IReadOnlyList<string> held, IReadOnlyList<string> left)
{
    /// <summary>A colleague without this role of theirs.</summary>
    public static RoleLoss Of(Colleague colleague, string role) => new(colleague.Roles, [.. colleague.Roles.Where(r => r != role)]);

    /// <summary>To read a worry that is theirs, and act on it.</summary>
    public bool Worries => Lost(roles => RiskTakers.Takes(roles, onDuty: false));

    /// <summary>The same by the rota alone.</summary>
    public bool Duty => Lost(roles => RiskTakers.Takes(roles, onDuty: true));

    /// <summary>To read a safeguarding concern that is theirs, and write what they did.</summary>
    public bool Concerns => Lost(SafeguardingTakers.Takes);

    /// <summary>To see the people they have.</summary>
    public bool People => Lost(roles => MayWrite(roles, "note") || MayWrite(roles, "employment"));

    /// <summary>What of their work nobody could go on with.</summary>
    public OpenWork Of(OpenWork work) => new(
        Worries ? work.RiskTasks : 0, People ? work.People : 0, People ? work.Appointments : 0, Concerns ? work.Concerns : 0);

    private bool Lost(Func<IReadOnlyList<string>, bool> can) => can(held) && !can(left);

    private static bool MayWrite(IReadOnlyList<string> roles, string resource) =>
        May.Embedded.Ask(new("", "", roles), Act.Create, resource, new() { Caseload = true }) is Answer.Yes;
}
