using Candour.CareRecord;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Messages;
using Candour.CareRecord.OptIn.Store;
using Candour.CareRecord.Store;
using Candour.CareRecord.Treatment;
using Candour.Testing;

namespace Candour.Load;

/// <summary>Sessions of members of staff, and the pages each may open.</summary>
internal static class OpenPages
{
    private static readonly SeededRandomness Dice = new(3);

    private static readonly (string Role, string Page)[] ListPages =
    [
        (Roles.Administrator, "/inbox"), (Roles.Administrator, "/reach"), (Roles.Administrator, "/waiting"),
        (Roles.Administrator, "/diary"), (Roles.Pwp, "/today"), (Roles.Pwp, "/people"), (Roles.Supervisor, "/today"),
    ];

    /// <summary>A line for each pathway of somebody's: "session address".</summary>
    public static async Task<IReadOnlyList<string>> Pathways(TheRecord record)
    {
        var lines = new List<string>();
        List<PeopleRow> rows;
        await using (var lists = record.Lists())
            rows = [.. lists.Set<PeopleRow>().Where(r => r.Clinician != null && r.IsOpen)];
        foreach (var row in rows.OrderBy(r => r.Referral, StringComparer.Ordinal))
        {
            // A session each: the limit on what one session may ask in a second is not what is measured.
            if (await Session(record, row.Clinician!, null) is { } token)
                lines.Add($"{token} /pathways/{row.Referral}");
        }

        return lines;
    }

    /// <summary>A line for each list page: "session address".</summary>
    public static async Task<IReadOnlyList<string>> Lists(TheRecord record)
    {
        var lines = new List<string>();
        foreach (var (role, page) in ListPages)
        {
            var account = (await Accounts(record).All()).First(a => a.Roles.Contains(role));
            lines.Add($"{await Session(record, account.Staff, role)} {page} {role}");
        }

        return lines;
    }

    /// <summary>Ids of those being reached, of their referrals and of the messages to them.</summary>
    public static async Task<IReadOnlySet<string>> BeingReached(Database database)
    {
        await using var lists = database.Lists();
        var rows = lists.Set<ReachRow>().ToList();
        var people = rows.Select(r => r.Person).ToHashSet();
        var messages = lists.Set<OutboxRow>().Where(m => m.Person != null && people.Contains(m.Person)).Select(m => m.Message).ToList();
        return rows.Select(r => r.Referral).Concat(people).Concat(messages).ToHashSet();
    }

    private static async Task<string?> Session(TheRecord record, string staff, string? role) =>
        await Accounts(record).OfStaff(staff) is { Disabled: false } account
            ? (await new WebSessions(record, Dice).Begin(WebSessions.Staff, account.Id, role ?? account.Roles[0])).Token
            : null;

    private static Accounts Accounts(TheRecord record) => new(record, Dice);
}
