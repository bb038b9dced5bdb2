namespace Candour.CareRecord.Access;

/// <summary>The answer to "may they?".</summary>
public abstract record Answer
{
    /// <param name="Role">The role that allows it: recorded with the act.</param>
    /// <param name="Scope">The scope of the table that holds, or "break-glass".</param>
    /// <param name="Logged">Whether it is stored as a look at the record before it is answered.</param>
    /// <param name="PatientSees">"yes", "no" or "after-close".</param>
    public sealed record Yes(string Role, string Scope, bool Logged, string PatientSees) : Answer;

    /// <param name="Denied">The words of a denial of the table; null where the table is silent.</param>
    public sealed record No(Why Why, string? Denied = null) : Answer;
}

/// <summary>Why not.</summary>
public enum Why
{
    /// <summary>No role held may ever do this, to anybody: may be told.</summary>
    WrongRole,

    /// <summary>The role may, but not for this record: answered exactly as "no such record".</summary>
    OutOfScope,
}

/// <summary>
/// The one policy function. Reads the table; what is not listed is denied. A denial holds for its own role; roles add up.
/// </summary>
public sealed class May(Permissions table)
{
    // What may be written in an emergency; everything else that it opens is only shown.
    private static readonly string[] WrittenInAnEmergency = ["risk_task", "safety_plan", "contact_attempt", "note"];

    private static readonly string[] WholeScopes = ["any", "all", "unit", "work-item"];

    public static May Embedded { get; } = new(Permissions.Embedded);

    /// <summary>May this actor do this to this resource, standing as the facts say?</summary>
    public Answer Ask(Actor actor, string action, string resource, Facts facts)
    {
        Answer.Yes? emergency = null, narrow = null;
        var listed = false;
        foreach (var role in actor.Roles)
        {
            var all = Allowed(role, resource, action);
            var cell = all.Where(row => Conditions.Hold(row, facts.Met)).ToList();
            listed |= cell.Count > 0;
            if (cell.Find(row => Within(row, facts)) is { } row)
            {
                // A role that may do it here only by a condition counts after one that may do all of it.
                if (!Conditions.All.Contains(row.Condition))
                    return new Answer.Yes(role, row.Scope, row.Logged, row.PatientSees);
                narrow ??= new(role, row.Scope, row.Logged, row.PatientSees);
            }
            else if (all.Count > 0 && Emergency(role, resource, action, facts))
            {
                emergency ??= new(role, "break-glass", Logged: true, PatientSees: "yes");
            }
        }

        return narrow ?? emergency ?? (Answer)new Answer.No(listed ? Why.OutOfScope : Why.WrongRole, Denial(actor, resource, action));
    }

    /// <summary>Whether any role held may do this to some record: for lists, which then show only what is in scope.</summary>
    /// <param name="whole">Only where the scope is not some people's: for lists that show everybody's.</param>
    /// <param name="met">The condition that is met there; null: none.</param>
    public Answer Ever(Actor actor, string action, string resource, bool whole = false, string? met = null)
    {
        var rows = from role in actor.Roles
                   from row in Allowed(role, resource, action)
                   where Conditions.Hold(row, met is null ? [] : [met]) && (!whole || WholeScopes.Contains(row.Scope))
                   orderby Conditions.All.Contains(row.Condition)
                   select row;
        if (rows.FirstOrDefault() is { } first)
            return new Answer.Yes(first.Role, first.Scope, first.Logged, first.PatientSees);
        return new Answer.No(Why.WrongRole, Denial(actor, resource, action));
    }

    private string? Denial(Actor actor, string resource, string action) =>
        actor.Roles.SelectMany(role => table.Cell(role, resource, action)).FirstOrDefault(row => !row.Allows)?.Condition;

    private IReadOnlyList<Permission> Allowed(string role, string resource, string action)
    {
        var cell = table.Cell(role, resource, action);
        return cell.All(row => row.Allows) ? cell : [];
    }

    // Own, relatives' and colleagues' records are reached by nobody through their work; a patient reaches their own as one.
    private static bool Within(Permission row, Facts facts) =>
        facts.Within(row.Scope) && (!facts.OwnFamilyOrColleague || row.Scope is "self");

    /// <summary>Break-glass widens the scope of what a role may see, for one record and one hour. Safeguarding stays closed.</summary>
    private bool Emergency(string role, string resource, string action, Facts facts) =>
        facts is { BreakGlass: true, OwnFamilyOrColleague: false }
        && resource is not "safeguarding"
        && (action is Act.View || action is Act.Create && WrittenInAnEmergency.Contains(resource))
        && Allowed(role, "break_glass", Act.Create).Count > 0;
}
