using Candour.CareRecord.Access;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Access;

/// <summary>Every cell of the permissions table against a second, plainer reading of the file.</summary>
public sealed class MayTests
{
    private static readonly List<string[]> Table = [.. ReadPlainly().Skip(1)];

    private static readonly string[] AllRoles = [.. Table.Select(r => r[1]).Distinct()];

    private static readonly string[] AllResources = [.. Table.Select(r => r[2]).Distinct()];

    private static readonly string[] AllActions = ["view", "create", "correct", "approve", "export"];

    /// <summary>One fact at a time, none, and all that can hold together.</summary>
    private static readonly (string Name, Facts Facts)[] Standings =
    [
        ("", Facts.None),
        ("self", new() { Self = true }),
        ("caseload", new() { Caseload = true }),
        ("work-item", new() { WorkItem = true }),
        ("duty", new() { Duty = true }),
        ("case", new() { Case = true }),
        ("unit", new() { Unit = true }),
        ("supervisees", new() { Supervisees = true }),
        ("aggregate", new() { Aggregate = true }),
        ("pseudonymised", new() { Pseudonymised = true }),
        ("time-box", new() { TimeBox = true }),
        ("self caseload work-item duty case unit supervisees aggregate pseudonymised time-box", new()
        {
            Self = true, Caseload = true, WorkItem = true, Duty = true, Case = true, Unit = true, Supervisees = true,
            Aggregate = true, Pseudonymised = true, TimeBox = true,
        }),
        ("self caseload work-item duty case unit supervisees aggregate pseudonymised time-box met", new()
        {
            Self = true, Caseload = true, WorkItem = true, Duty = true, Case = true, Unit = true, Supervisees = true,
            Aggregate = true, Pseudonymised = true, TimeBox = true, Met = Conditions.All,
        }),
    ];

    /// <summary>Conditions that narrow a row to a part, which a page has to say it keeps: read from the table, not from the code.</summary>
    private static readonly string[] Narrow =
    [
        "employment contacts", "administrative letters", "only no-reply closing, rules of A section 3", "patient's recorded consent, revocable",
        "validation errors only", "administrative fields, reason", "reason", "disclosure review only",
        "dated, never backward; clinical ones also need the clinical lead",
    ];

    [Fact]
    public void The_table_has_28_roles_52_resources_437_allowances_and_29_denials()
    {
        AllRoles.Length.ShouldBe(28);
        AllResources.Length.ShouldBe(52);
        (Table.Count(r => r[0] == "allow"), Table.Count(r => r[0] == "deny")).ShouldBe((437, 29));
        Table.Select(r => r[4]).Distinct().Order().ShouldBe(
        [
            "aggregate", "all", "any", "case", "caseload", "caseload-or-duty", "pseudonymised", "self", "supervisees",
            "supervisees-or-caseload", "time-box", "unit", "work-item",
        ]);
        Table.GroupBy(r => (r[1], r[2], r[3])).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Every_cell_of_every_role_answers_as_the_table_says()
    {
        var wrong = new List<string>();
        var cells = 0;
        foreach (var role in AllRoles)
        {
            foreach (var resource in AllResources)
            {
                foreach (var action in AllActions)
                {
                    cells++;
                    var row = Table.SingleOrDefault(r => r[1] == role && r[2] == resource && r[3] == action);
                    foreach (var (name, facts) in Standings)
                    {
                        var said = Say(May.Embedded.Ask(new("x", role, [role]), action, resource, facts));
                        if (said != Expected(row, name))
                            wrong.Add($"{role} {action} {resource} [{name}]: {said}, not {Expected(row, name)}");
                    }
                }
            }
        }

        cells.ShouldBe(7_280);
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Taking_any_row_away_changes_an_answer()
    {
        var rows = Permissions.Embedded.Rows;
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var without = new May(new Permissions(rows.Where((_, j) => j != i)));
            var actor = new Actor("x", row.Role, [row.Role]);
            Standings.Any(s => without.Ask(actor, row.Action, row.Resource, s.Facts) != May.Embedded.Ask(actor, row.Action, row.Resource, s.Facts))
                .ShouldBeTrue($"{row} could be taken away unnoticed");
        }
    }

    [Fact]
    public void Turning_any_part_of_a_row_changes_an_answer()
    {
        var rows = Permissions.Embedded.Rows;
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            foreach (var turned in new[] { row with { Allows = !row.Allows }, row with { Logged = !row.Logged }, row with { PatientSees = "x" } }
                .Where(t => row.Allows || t.Allows))
            {
                var with = new May(new Permissions(rows.Select((r, j) => j == i ? turned : r)));
                var actor = new Actor("x", row.Role, [row.Role]);
                Standings.Any(s => with.Ask(actor, row.Action, row.Resource, s.Facts) != May.Embedded.Ask(actor, row.Action, row.Resource, s.Facts))
                    .ShouldBeTrue($"{row} could become {turned} unnoticed");
            }
        }
    }

    [Fact]
    public void Roles_add_up_and_the_chosen_one_is_recorded_where_it_allows()
    {
        var jo = new Actor("jo", Roles.Supervisor, [Roles.Supervisor, Roles.HighIntensity]);
        May.Embedded.Ask(jo, Act.View, "note", new() { Caseload = true }).ShouldBeOfType<Answer.Yes>().Role.ShouldBe(Roles.Supervisor);
        May.Embedded.Ask(jo, Act.Create, "note", new() { Caseload = true }).ShouldBeOfType<Answer.Yes>().Role.ShouldBe(Roles.HighIntensity);
    }

    [Fact]
    public void A_denial_holds_for_its_own_role_and_not_for_another_one_the_same_person_holds()
    {
        var sam = new Actor("sam", Roles.ServiceLead, [Roles.ServiceLead, Roles.HighIntensity]);
        May.Embedded.Ask(sam, Act.View, "note", new() { Caseload = true }).ShouldBeOfType<Answer.Yes>().Role.ShouldBe(Roles.HighIntensity);
        var lead = new Actor("sam", Roles.ServiceLead, [Roles.ServiceLead]);
        May.Embedded.Ask(lead, Act.View, "note", new() { Caseload = true, Unit = true })
            .ShouldBe(new Answer.No(Why.WrongRole, "figures, not people"));
    }

    [Fact]
    public void Own_relatives_and_colleagues_records_stay_closed_through_every_scope_but_ones_own()
    {
        var everything = Standings[^1].Facts with { OwnFamilyOrColleague = true, BreakGlass = true };
        foreach (var row in Permissions.Embedded.Rows.Where(r => r.Allows && r.Scope != "self"))
            May.Embedded.Ask(new("x", row.Role, [row.Role]), row.Action, row.Resource, everything).ShouldBeOfType<Answer.No>($"{row}");
    }

    [Fact]
    public void An_emergency_opens_what_the_role_may_ever_see_and_safeguarding_stays_closed()
    {
        var emergency = new Facts { BreakGlass = true };
        var pwp = new Actor("jo", Roles.Pwp, [Roles.Pwp]);
        May.Embedded.Ask(pwp, Act.View, "note", emergency).ShouldBe(new Answer.Yes(Roles.Pwp, "break-glass", true, "yes"));
        May.Embedded.Ask(pwp, Act.Create, "risk_task", emergency).ShouldBeOfType<Answer.Yes>();
        May.Embedded.Ask(pwp, Act.Create, "discharge", emergency).ShouldBeOfType<Answer.No>();
        May.Embedded.Ask(pwp, Act.View, "safeguarding", emergency).ShouldBe(new Answer.No(Why.OutOfScope));
        foreach (var role in new[] { Roles.Administrator, Roles.PwpTrainee, Roles.ServiceLead, Roles.AccountAdmin })
            May.Embedded.Ask(new("x", role, [role]), Act.View, "note", emergency).ShouldBeOfType<Answer.No>(role);
    }

    [Fact]
    public void A_condition_that_narrows_a_row_closes_it_until_somebody_says_that_it_is_met_and_the_other_roles_count_first()
    {
        Conditions.All.ShouldBe(Narrow, ignoreOrder: true);
        var ed = new Actor("ed", Roles.EmploymentAdviser, [Roles.EmploymentAdviser, Roles.Pwp]);
        var theirs = new Facts { Caseload = true };
        May.Embedded.Ask(ed, Act.View, "appointment", theirs).ShouldBeOfType<Answer.Yes>().Role.ShouldBe(Roles.Pwp);
        May.Embedded.Ask(ed, Act.View, "appointment", theirs with { Met = [Conditions.EmploymentContacts] }).ShouldBeOfType<Answer.Yes>().Role.ShouldBe(Roles.Pwp);
        May.Embedded.Ever(ed, Act.View, "appointment", met: Conditions.EmploymentContacts).ShouldBeOfType<Answer.Yes>().Role.ShouldBe(Roles.Pwp);
        var only = ed with { Roles = [Roles.EmploymentAdviser] };
        May.Embedded.Ask(only, Act.View, "appointment", theirs).ShouldBeOfType<Answer.No>();
        May.Embedded.Ask(only, Act.View, "appointment", theirs with { Met = [Conditions.Reason] }).ShouldBeOfType<Answer.No>();
        May.Embedded.Ever(only, Act.View, "appointment").ShouldBeOfType<Answer.No>();
        May.Embedded.Ever(only, Act.View, "appointment", met: Conditions.EmploymentContacts).ShouldBeOfType<Answer.Yes>();

        // An emergency asks its own reason.
        var lead = new Actor("max", Roles.SafeguardingLead, [Roles.SafeguardingLead]);
        May.Embedded.Ask(lead, Act.View, "note", new() { Case = true }).ShouldBeOfType<Answer.No>();
        May.Embedded.Ask(lead, Act.View, "note", new() { BreakGlass = true }).ShouldBeOfType<Answer.Yes>().Scope.ShouldBe("break-glass");
    }

    private static string Expected(string[]? row, string standing)
    {
        if (row is null || row[0] == "deny")
            return $"no, wrong role, {row?[5]}";
        var holds = standing.Split(' ');
        if (Narrow.Contains(row[5]) && !holds.Contains("met"))
            return "no, wrong role, ";
        var inside = row[4] switch
        {
            "any" or "all" => true,
            "caseload-or-duty" => holds.Contains("caseload") || holds.Contains("duty"),
            "supervisees-or-caseload" => holds.Contains("supervisees") || holds.Contains("caseload"),
            var scope => holds.Contains(scope),
        };
        return inside ? $"yes, {row[6]}, {row[7]}" : "no, out of scope, ";
    }

    private static string Say(Answer answer) => answer switch
    {
        Answer.Yes yes => $"yes, {(yes.Logged ? "yes" : "no")}, {yes.PatientSees}",
        Answer.No { Why: Why.WrongRole } no => $"no, wrong role, {no.Denied}",
        Answer.No no => $"no, out of scope, {no.Denied}",
        _ => "?",
    };

    /// <summary>The file itself, read character by character without the product's reader.</summary>
    private static IEnumerable<string[]> ReadPlainly()
    {
        foreach (var line in File.ReadLines(Checkout.At("src", "Candour.CareRecord", "Access", "permissions.csv")))
        {
            var cells = new List<string>();
            for (var rest = line; ;)
            {
                if (rest.StartsWith('"'))
                {
                    var end = 1;
                    while (rest[end] != '"' || (end + 1 < rest.Length && rest[end + 1] == '"'))
                        end += rest[end] == '"' ? 2 : 1;
                    cells.Add(rest[1..end].Replace("\"\"", "\""));
                    if (end + 1 == rest.Length)
                        break;
                    rest = rest[(end + 2)..];
                }
                else
                {
                    var comma = rest.IndexOf(',');
                    cells.Add(comma < 0 ? rest : rest[..comma]);
                    if (comma < 0)
                        break;
                    rest = rest[(comma + 1)..];
                }
            }

            yield return [.. cells];
        }
    }
}
