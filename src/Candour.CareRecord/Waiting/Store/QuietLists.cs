using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Store;
using Candour.CareRecord.Treatment;
using Candour.CareRecord.Treatment.Store;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Waiting.Store;

/// <summary>A span of days in which somebody heard nothing from us, both ends in it.</summary>
/// <param name="To">Null: any longer.</param>
public sealed record QuietBand(string Words, int From, int? To)
{
    public static IReadOnlyList<QuietBand> All { get; } =
        [new("0 to 60 days", 0, 60), new("61 to 90 days", 61, 90), new("91 to 120 days", 91, 120), new("Over 120 days", 121, null)];
}

/// <summary>Open referrals by how long the person has heard nothing from us: who is parked is found here, on whatever list they stand (hazard H32).</summary>
public static class QuietLists
{
    public const int PageSize = 50;

    /// <summary>More days than this tell the front desk and the clinician; more than the other, the service lead too.</summary>
    public const int TooLong = 60, TooLongForTheLead = 90;

    /// <summary>Open referrals whose person heard nothing for more than so many days.</summary>
    public static Task<int> CountQuiet(this CareRecordContext db, int days, DateOnly today)
    {
        var since = today.AddDays(-days);
        return db.Set<PeopleRow>().CountAsync(care => care.IsOpen && care.LastHeard < since);
    }

    public static Task<int> CountQuiet(this CareRecordContext db, QuietBand band, DateOnly today) => In(db, band, today).CountAsync();

    /// <summary>One page of a band, the longest quiet first.</summary>
    /// <param name="page">1 for the first.</param>
    public static Task<List<OnePerson>> Quiet(this CareRecordContext db, QuietBand band, DateOnly today, int page) =>
        (from care in In(db, band, today)
         join person in db.Set<PersonRow>().AsNoTracking() on care.Person equals person.Person
         orderby care.LastHeard, care.Referral
         select new OnePerson(care, person)).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync();

    /// <summary>Those of a clinician who heard nothing for too long, the longest first.</summary>
    public static Task<List<OnePerson>> QuietOf(this CareRecordContext db, string clinician, DateOnly today)
    {
        var since = today.AddDays(-TooLong);
        return (from care in db.Set<PeopleRow>().AsNoTracking()
                where care.IsOpen && care.LastHeard < since && (care.Clinician == clinician || care.NextOwner == clinician)
                join person in db.Set<PersonRow>().AsNoTracking() on care.Person equals person.Person
                orderby care.LastHeard, care.Referral
                select new OnePerson(care, person)).Take(PageSize).ToListAsync();
    }

    private static IQueryable<PeopleRow> In(CareRecordContext db, QuietBand band, DateOnly today)
    {
        var newest = today.AddDays(-band.From);
        var quiet = db.Set<PeopleRow>().AsNoTracking().Where(care => care.IsOpen && (band.From == 0 || care.LastHeard <= newest));
        if (band.To is not { } to)
            return quiet;
        var oldest = today.AddDays(-to);
        return quiet.Where(care => care.LastHeard >= oldest);
    }
}
