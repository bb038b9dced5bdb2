using Candour.CareRecord.Access;

namespace Candour.CareRecord.Safeguards;

/// <summary>Who a worry can be handed to: whoever may, by the permissions table, both read such a task and act on it once it is theirs.</summary>
public static class RiskTakers
{
    /// <param name="staff">Everybody with an account; those whose access has ended take nothing.</param>
    /// <param name="relations">Staff ids of the person's family, friends and colleagues, who may not open the record.</param>
    public static IReadOnlyList<Account> Of(IEnumerable<Account> staff, IReadOnlyCollection<string> relations) =>
        [.. staff.Where(s => Takes(s, relations.Contains(s.Staff)))];

    /// <param name="onDuty">Standing to it by the rota alone; else as its owner.</param>
    internal static bool Takes(Account one, bool isRelation, bool onDuty = false) => !one.Disabled && Takes(one.Roles, onDuty, isRelation);

    /// <summary>Whether these roles do.</summary>
    internal static bool Takes(IReadOnlyList<string> roles, bool onDuty, bool isRelation = false)
    {
        var facts = new Facts { Caseload = !onDuty, Duty = onDuty, Unit = true, OwnFamilyOrColleague = isRelation };
        var actor = new Actor("", "", roles);
        return Asked(Act.View) && (Asked(Act.Correct) || Asked(Act.Approve));

        bool Asked(string act) => Access.May.Embedded.Ask(actor, act, "risk_task", facts) is Answer.Yes;
    }
}
