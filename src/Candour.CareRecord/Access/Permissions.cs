using System.Collections.Frozen;
using Candour.Clinical;

namespace Candour.CareRecord.Access;

/// <summary>One row of the table: what a role may do, within which scope, whether it is logged and shown to the patient.</summary>
/// <param name="PatientSees">"yes", "no" or "after-close": once the review of it is closed.</param>
public sealed record Permission(
    bool Allows, string Role, string Resource, string Action, string Scope, string Condition, bool Logged, string PatientSees);

/// <summary>The permissions table carried in this assembly. What is not listed is denied.</summary>
public sealed class Permissions
{
    private readonly FrozenDictionary<(string Role, string Resource, string Action), Permission[]> _cells;

    public Permissions(IEnumerable<Permission> rows)
    {
        Rows = [.. rows];
        _cells = Rows.GroupBy(r => (r.Role, r.Resource, r.Action)).ToFrozenDictionary(g => g.Key, g => g.ToArray());
    }

    /// <summary>As embedded at build.</summary>
    public static Permissions Embedded { get; } = new(
        Csv.Embedded(typeof(Permissions).Assembly, "permissions.csv").Select(row => new Permission(
            row["effect"] switch
            {
                "allow" => true,
                "deny" => false,
                var other => throw new FormatException($"permissions.csv: effect '{other}' is neither allow nor deny."),
            },
            row["role"], row["resource"], row["action"], row["scope"], row["condition"], row["logged"] == "yes", row["patient_sees"])));

    public IReadOnlyList<Permission> Rows { get; }

    /// <summary>The rows of one cell; none when nobody wrote it down.</summary>
    public IReadOnlyList<Permission> Cell(string role, string resource, string action) =>
        _cells.TryGetValue((role, resource, action), out var rows) ? rows : [];
}
