using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Safeguarding;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Staff.Store;
using Candour.Clinical;

namespace Candour.CareRecord.Safeguards;

/// <summary>
/// Whom a worry may be given: who works here on the day, with an account that is open and that may read such a task and act on
/// it. Looked up before the write, because accounts are no events. Hours, leave and sickness are not in the record: whether
/// somebody is on shift it cannot say, and the ladder does not wait for it.
/// </summary>
public sealed class AtWork
{
    private readonly ILookup<string, (Account Account, StaffRow? File)>? _staff;
    private readonly IReadOnlyCollection<string> _relations;

    private AtWork(ILookup<string, (Account Account, StaffRow? File)>? staff, IReadOnlyCollection<string> relations) =>
        (_staff, _relations) = (staff, relations);

    /// <summary>Everybody named is there: the simulation's own staff, and where only the hours are asked.</summary>
    public static AtWork Everybody { get; } = new(null, []);

    /// <summary>As accounts and staff file say now.</summary>
    public static async Task<AtWork> Now(TheRecord record, Randomness randomness)
    {
        var accounts = await new Accounts(record, randomness).All();
        await using var lists = record.Lists();
        var files = (await lists.AllStaff()).ToDictionary(s => s.Staff);
        return new(accounts.ToLookup(a => a.Staff, a => (a, files.GetValueOrDefault(a.Staff))), []);
    }

    /// <summary>For a worry about this person: family, friends and colleagues of theirs may not open it.</summary>
    public AtWork For(History person) => For([.. RelationRow.RowsOf(person).Select(r => r.Staff)]);

    /// <param name="relations">Staff ids of those.</param>
    public AtWork For(IReadOnlyCollection<string> relations) => new(_staff, relations);

    /// <summary>Everybody who may be given it on the day: the clinical lead and supervisors first, then by name.</summary>
    public IReadOnlyList<Account> Takers(DateOnly day) =>
    [
        .. (_staff ?? Enumerable.Empty<IGrouping<string, (Account Account, StaffRow? File)>>()).Where(one => Takes(one.Key, day)).Select(one => one.First().Account)
            .OrderBy(a => a.Roles.Contains(Roles.ClinicalLead) ? 0 : a.Roles.Contains(Roles.Supervisor) ? 1 : 2).ThenBy(a => a.Name, StringComparer.Ordinal),
    ];

    /// <summary>As <see cref="For(History)"/>, were the record closed to one more.</summary>
    public AtWork Without(History person, string staff) => new(_staff, [.. RelationRow.RowsOf(person).Select(r => r.Staff), staff]);

    /// <summary>Staff id, if they may be given it on the day; null also where nobody is named.</summary>
    public string? On(string? staff, DateOnly day) => staff is not null && Takes(staff, day) ? staff : null;

    /// <param name="onDuty">By rota: a role that reads only its own people's tasks does not do.</param>
    public bool Takes(string staff, DateOnly day, bool onDuty = false) =>
        // An account without a file of its own has no day of leaving.
        _staff?[staff].Any(one => one.File?.WorksHereOn(day) != false && RiskTakers.Takes(one.Account, _relations.Contains(staff), onDuty)) ?? true;

    /// <summary>Whether a safeguarding concern can be given to them.</summary>
    public bool TakesConcerns(string staff, DateOnly day) =>
        _staff?[staff].Any(one => one.File?.WorksHereOn(day) != false && !one.Account.Disabled && SafeguardingTakers.Takes(one.Account.Roles)) ?? true;
}
