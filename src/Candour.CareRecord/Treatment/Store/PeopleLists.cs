using Candour.CareRecord.Messages;
using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Staff.Store;
using Candour.CareRecord.Store;
using Candour.Clinical;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Treatment.Store;

/// <summary>A row of a list together with who it is about.</summary>
public sealed record OnePerson(PeopleRow Care, PersonRow Person);

/// <summary>How "My people" can be ordered.</summary>
public enum PeopleOrder
{
    NextDue,
    Name,
    LastSeen,
    NextBooked,
}

/// <summary>What pages ask of the people list.</summary>
public static class PeopleLists
{
    public const int PageSize = 50;

    /// <summary>A clinician's open people, one page of them.</summary>
    public static Task<List<OnePerson>> PeopleOf(this CareRecordContext db, string clinician, PeopleOrder order, bool onlyMissing, int page)
    {
        var people =
            from care in db.Set<PeopleRow>().AsNoTracking()
            where care.Clinician == clinician && care.IsOpen && (!onlyMissing || care.Missing != "")
            join person in db.Set<PersonRow>().AsNoTracking() on care.Person equals person.Person
            select new { care, person };
        people = order switch
        {
            PeopleOrder.Name => people.OrderBy(p => p.person.FullName).ThenBy(p => p.care.Referral),
            PeopleOrder.LastSeen => people.OrderBy(p => p.care.LastSeen).ThenBy(p => p.care.Referral),
            PeopleOrder.NextBooked => people.OrderBy(p => p.care.NextBooked == null).ThenBy(p => p.care.NextBooked).ThenBy(p => p.care.Referral),
            _ => people.OrderBy(p => p.care.NextDue).ThenBy(p => p.care.Referral),
        };
        return people.Skip((page - 1) * PageSize).Take(PageSize).Select(p => new OnePerson(p.care, p.person)).ToListAsync();
    }

    public static Task<int> CountOf(this CareRecordContext db, string clinician, bool onlyMissing) =>
        db.Set<PeopleRow>().CountAsync(care => care.Clinician == clinician && care.IsOpen && (!onlyMissing || care.Missing != ""));

    public static Task<PeopleRow?> CareOf(this CareRecordContext db, string referral) =>
        db.Set<PeopleRow>().AsNoTracking().FirstOrDefaultAsync(care => care.Referral == referral);

    /// <summary>The person's referrals, the latest received first.</summary>
    public static Task<List<PeopleRow>> ReferralsOf(this CareRecordContext db, string person) =>
        db.Set<PeopleRow>().AsNoTracking().Where(care => care.Person == person).OrderByDescending(care => care.ReceivedOn).ToListAsync();

    /// <summary>The person's open referral, the latest received where there are two; null when there is none.</summary>
    public static Task<string?> OpenReferralOf(this CareRecordContext db, string person) =>
        db.Set<PeopleRow>().AsNoTracking().Where(care => care.Person == person && care.IsOpen)
            .OrderByDescending(care => care.ReceivedOn).Select(care => (string?)care.Referral).FirstOrDefaultAsync();

    /// <summary>
    /// Objections to talk about, corrections to read and, for a supervisor, what of the care that is theirs to talk about waits
    /// for a second person: what comes first on a day.
    /// </summary>
    /// <param name="supervising">Null for whoever is no supervisor.</param>
    public static async Task<List<OnePerson>> FirstThings(this CareRecordContext db, string staff, Supervising? supervising)
    {
        var open = db.Set<PeopleRow>().AsNoTracking().Where(care => care.IsOpen);
        var mine = open.Where(care => (care.ObjectionTalkBy != null && care.ObjectionOwner == staff) || (care.Disputed != null && care.Clinician == staff));
        if (supervising is not null)
        {
            mine = mine.Union(open.Where(care => care.WaitsForSupervisor || care.NextOwner == Pathways.NextStep.Supervisors)
                .Where(supervising.CareOf(staff)));
        }

        return await (from care in mine
                      join person in db.Set<PersonRow>().AsNoTracking() on care.Person equals person.Person
                      orderby care.ObjectionTalkBy, care.Referral
                      select new OnePerson(care, person)).Take(200).ToListAsync();
    }

    /// <summary>A clinician's open people whose last answers came in since a moment, the newest first.</summary>
    public static Task<List<OnePerson>> AnsweredSince(this CareRecordContext db, string clinician, Moment since) =>
        (from care in db.Set<PeopleRow>().AsNoTracking()
         where care.Clinician == clinician && care.IsOpen && care.LastAnswers >= since
         join person in db.Set<PersonRow>().AsNoTracking() on care.Person equals person.Person
         orderby care.LastAnswers descending, care.Referral
         select new OnePerson(care, person)).Take(50).ToListAsync();

    /// <summary>Referrals whose notice has run out.</summary>
    public static Task<List<PeopleRow>> EndingsDue(this CareRecordContext db, DateOnly today) =>
        db.Set<PeopleRow>().AsNoTracking().Where(care => care.IsOpen && care.EndsOn != null && care.EndsOn < today).OrderBy(care => care.EndsOn).Take(500).ToListAsync();

    /// <summary>Rows of the call list for the notice of an ending, the oldest first. No bound: a notice passed over would run out untold.</summary>
    public static Task<List<CallRow>> NoticesToCallAbout(this CareRecordContext db) =>
        db.Set<CallRow>().AsNoTracking().Where(call => call.Template == Templates.EndingNotice && call.Referral != null).OrderBy(call => call.Since).ToListAsync();

    /// <summary>Referrals, open or ended, with an outcome form whose day has come and whose window is open.</summary>
    public static Task<List<PeopleRow>> FormsDue(this CareRecordContext db, DateOnly today, int openDays)
    {
        var since = today.AddDays(-openDays);
        return db.Set<PeopleRow>().AsNoTracking()
            .Where(care => (care.Week12 <= today && care.Week12 >= since) || (care.Week26 <= today && care.Week26 >= since))
            .OrderBy(care => care.Referral).Take(500).ToListAsync();
    }

    /// <summary>Open referrals whose next step is overdue on a day: the alarm of hazard H32.</summary>
    public static Task<List<OnePerson>> Overdue(this CareRecordContext db, DateOnly today, int most) =>
        (from care in db.Set<PeopleRow>().AsNoTracking()
         where care.IsOpen && (care.NextDue == null || care.NextDue < today)
         join person in db.Set<PersonRow>().AsNoTracking() on care.Person equals person.Person
         orderby care.NextDue, care.Referral
         select new OnePerson(care, person)).Take(most).ToListAsync();

    /// <summary>Names and needs of some people, by person id.</summary>
    public static async Task<IReadOnlyDictionary<string, PersonRow>> PeopleByIds(this CareRecordContext db, IReadOnlyCollection<string> people) =>
        await db.Set<PersonRow>().AsNoTracking().Where(p => people.Contains(p.Person)).ToDictionaryAsync(p => p.Person);

    /// <summary>
    /// Whether somebody has this referral on their caseload: allocation or an appointment from 30 days ago to 14 days ahead;
    /// it ends 30 days after the end of care.
    /// </summary>
    public static async Task<bool> IsOnCaseload(this CareRecordContext db, string staff, string referral, DateOnly today)
    {
        var since = today.AddDays(-30);
        var until = today.AddDays(14);
        return await db.Set<PeopleRow>().AnyAsync(care => care.Referral == referral && care.Clinician == staff && (care.IsOpen || care.EndedOn >= since))
            || await db.Set<Appointments.AppointmentRow>().AnyAsync(a => a.Referral == referral && a.Clinician == staff
                && a.Day >= since && a.Day <= until && a.State != Appointments.AppointmentState.Cancelled);
    }
}
