using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Store;
using Candour.CareRecord.Treatment;
using Candour.Clinical;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Supervision.Store;

/// <summary>One person on the agenda: for whom, and why. No score is in it.</summary>
public sealed record OnAgenda(PeopleRow Care, PersonRow Person, StaffRow? Clinician)
{
    /// <summary>"scores are reliably worse; did not come twice in a row".</summary>
    public string InWords => string.Join("; ", Care.Agenda.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(kind => Enum.Parse<AgendaKind>(kind) switch
    {
        AgendaKind.Worse => "scores are reliably worse",
        AgendaKind.TwoMissed => "did not come twice in a row",
        AgendaKind.NoChange => "no reliable change yet",
        _ => "the clinician asks",
    }));
}

/// <summary>The supervision agenda as a list.</summary>
public static class AgendaList
{
    private const int Most = 200;

    /// <summary>People of those this supervisor supervises. Who has no supervisor named is on every supervisor's list: on nobody's would be lost.</summary>
    public static Task<List<OnAgenda>> OfSupervisor(this CareRecordContext db, string supervisor) =>
        (from care in db.Set<PeopleRow>().AsNoTracking()
         where care.IsOpen && care.Agenda != ""
         join person in db.Set<PersonRow>().AsNoTracking() on care.Person equals person.Person
         join staff in db.Set<StaffRow>().AsNoTracking() on care.Clinician equals staff.Staff into all
         from clinician in all.DefaultIfEmpty()
         where clinician == null || clinician.Supervisor == null || clinician.Supervisor == supervisor
         orderby care.Clinician, care.Referral
         select new OnAgenda(care, person, clinician)).Take(Most).ToListAsync();

    /// <summary>A clinician's own people.</summary>
    public static Task<List<OnAgenda>> OfClinician(this CareRecordContext db, string clinician, DateOnly today) =>
        (from care in db.Set<PeopleRow>().AsNoTracking()
         where care.IsOpen && care.Agenda != "" && care.Clinician == clinician
         join person in db.Set<PersonRow>().AsNoTracking() on care.Person equals person.Person
         orderby care.Referral
         select new OnAgenda(care, person, null)).Take(Most).ToListAsync();
}
