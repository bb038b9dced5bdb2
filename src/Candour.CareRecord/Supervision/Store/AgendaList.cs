using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Safeguards.Store;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Store;
using Candour.CareRecord.Treatment;
using Candour.Clinical;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Supervision.Store;

/// <summary>One person on the agenda: for whom, and why. No score is in it.</summary>
/// <param name="NoPlan">A worry was told and no safety plan of this course of care is there.</param>
public sealed record OnAgenda(PeopleRow Care, PersonRow Person, StaffRow? Clinician, bool NoPlan)
{
    /// <summary>"scores are reliably worse; did not come twice in a row".</summary>
    public string InWords => string.Join("; ", [.. NoPlan ? ["a worry about safety and no safety plan"] : Array.Empty<string>(), .. Care.Agenda.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(kind => Enum.Parse<AgendaKind>(kind) switch
    {
        AgendaKind.Worse => "scores are reliably worse",
        AgendaKind.TwoMissed => "did not come twice in a row",
        AgendaKind.NoChange => "no reliable change yet",
        _ => "the clinician asks",
    })]);
}

/// <summary>The supervision agenda as a list.</summary>
public static class AgendaList
{
    private const int Most = 200;

    /// <summary>People of those this supervisor supervises. Who has no supervisor named is on every supervisor's list: on nobody's would be lost.</summary>
    public static Task<List<OnAgenda>> OfSupervisor(this CareRecordContext db, string supervisor) =>
        (from one in Standing(db)
         join person in db.Set<PersonRow>().AsNoTracking() on one.Care.Person equals person.Person
         join staff in db.Set<StaffRow>().AsNoTracking() on one.Care.Clinician equals staff.Staff into all
         from clinician in all.DefaultIfEmpty()
         where clinician == null || clinician.Supervisor == null || clinician.Supervisor == supervisor
         orderby one.Care.Clinician, one.Care.Referral
         select new OnAgenda(one.Care, person, clinician, one.NoPlan)).Take(Most).ToListAsync();

    /// <summary>A clinician's own people.</summary>
    public static Task<List<OnAgenda>> OfClinician(this CareRecordContext db, string clinician, DateOnly today) =>
        (from one in Standing(db)
         where one.Care.Clinician == clinician
         join person in db.Set<PersonRow>().AsNoTracking() on one.Care.Person equals person.Person
         orderby one.Care.Referral
         select new OnAgenda(one.Care, person, null, one.NoPlan)).Take(Most).ToListAsync();

    /// <summary>Open courses with a point that stands. The safety plan is the person's: its point is joined, by the rule of <see cref="Agenda"/>.</summary>
    private static IQueryable<Point> Standing(CareRecordContext db) =>
        from care in db.Set<PeopleRow>().AsNoTracking()
        where care.IsOpen
        let noPlan = db.Set<RiskTaskRow>().Any(t => t.Person == care.Person
            && (t.Referral == care.Referral || t.LastToldOn >= care.ReceivedOn)
            && (t.PlanOn == null || t.PlanOn < care.ReceivedOn)
            && (care.PlanDecided == null || care.PlanDecided < t.LastTold))
        where care.Agenda != "" || noPlan
        select new Point { Care = care, NoPlan = noPlan };

    private sealed class Point
    {
        public required PeopleRow Care { get; init; }

        public required bool NoPlan { get; init; }
    }
}
