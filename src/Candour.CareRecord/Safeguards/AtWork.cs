using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Staff;

namespace Candour.CareRecord.Safeguards;

/// <summary>
/// A clinician whom a worry may be given: works here on the day, with an account that is open and that may read such a task
/// and act on it. Looked up before the write, because accounts are no events. Hours, leave and sickness are not in the record:
/// whether somebody is on shift it cannot say, and the ladder does not wait for it.
/// </summary>
public sealed class AtWork
{
    private readonly string _staff;
    private readonly Colleague? _file;

    private AtWork(string staff, Colleague? file) => (_staff, _file) = (staff, file);

    /// <summary>Somebody known to be there: the simulation's own staff.</summary>
    public static AtWork Known(string staff) => new(staff, null);

    /// <summary>The clinician whose the person of the referral is; null where nobody is, or they may not be given it.</summary>
    public static async Task<AtWork?> OfReferral(TheRecord record, Randomness randomness, string person, StreamId referral) =>
        await Look(record, randomness, person, Allocation.Of(await record.Read(referral)));

    /// <summary>This clinician; null where there is none, or they may not be given it.</summary>
    public static async Task<AtWork?> Look(TheRecord record, Randomness randomness, string person, string? clinician)
    {
        if (clinician is null || await new Accounts(record, randomness).OfStaff(clinician) is not { } account)
            return null;
        var relations = RelationRow.RowsOf(await record.Read(Streams.Person(person))).Select(r => r.Staff).ToList();
        return RiskTakers.Of([account], relations).Count == 0
            ? null
            : new(clinician, Colleague.Of(await record.Read(Streams.Staff(clinician))));
    }

    /// <summary>The same, if the person is still theirs: somebody else may have got them since this was looked up.</summary>
    public AtWork? If(string? allocated) => allocated == _staff ? this : null;

    /// <summary>Staff id, if they work here on the day. An account without a file of its own has no day of leaving.</summary>
    public string? On(DateOnly day) => _file?.WorksHereOn(day) == false ? null : _staff;
}
