using System.Linq.Expressions;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Store;
using Candour.CareRecord.Treatment;
using Candour.Clinical;

namespace Candour.CareRecord.Staff.Store;

/// <summary>
/// Who supervises whose work on one day: the supervisor named for the clinician while both work here, else the service's
/// supervisor of policy, else nobody, and then it is the clinical lead's to see that somebody is named. The lists and the
/// right to open what is on them ask here, so that nothing stands on a list whose link opens nothing.
/// </summary>
public sealed class Supervising
{
    private readonly IReadOnlyDictionary<string, StaffRow> _staff;
    private readonly DateOnly _today;

    private Supervising(IEnumerable<StaffRow> staff, string? ofTheService, DateOnly today)
    {
        (_staff, _today) = (staff.ToDictionary(s => s.Staff), today);
        OfTheService = ofTheService is not null && Supervises(ofTheService) ? ofTheService : null;
    }

    /// <summary>Staff id of the service's supervisor, who stands in; null when none is named or they left.</summary>
    public string? OfTheService { get; }

    public static async Task<Supervising> On(CareRecordContext db, ServicePolicy policy, DateOnly today) =>
        new(await db.AllStaff(), policy.Supervisor, today);

    /// <inheritdoc cref="On(CareRecordContext, ServicePolicy, DateOnly)"/>
    public static async Task<Supervising> Now(TheRecord record, CareRecordContext db)
    {
        var today = London.Today(record.Clock);
        return await On(db, ServicePolicy.On(today, await record.Read(Streams.Policy)), today);
    }

    /// <summary>The clinician's own supervisor, at work; null when none is named or one of the two has left.</summary>
    public string? Named(string? clinician) =>
        clinician is not null && _staff.TryGetValue(clinician, out var there) && WorksHere(there) && there.Supervisor is { } named && Supervises(named) ? named : null;

    /// <summary>Whose list the clinician's people stand on; null when nobody may open them.</summary>
    public string? Of(string? clinician) => Named(clinician) ?? OfTheService;

    public string? NameOf(string? staff) => staff is not null && _staff.TryGetValue(staff, out var there) ? there.Name : null;

    /// <summary>Care that is this supervisor's to talk about.</summary>
    public Expression<Func<PeopleRow, bool>> CareOf(string supervisor)
    {
        var theirs = _staff.Keys.Where(clinician => Of(clinician) == supervisor).ToList();
        var others = _staff.Keys.Except(theirs).ToList();
        return supervisor == OfTheService ? care => !others.Contains(care.Clinician!) : care => theirs.Contains(care.Clinician!);
    }

    // An account without a member of staff is one that nobody has said left.
    private bool Supervises(string staff) =>
        !_staff.TryGetValue(staff, out var there) || WorksHere(there) && there.Roles.Split(' ').Contains(Roles.Supervisor);

    private bool WorksHere(StaffRow there) => there.WorksHereOn(_today);
}
