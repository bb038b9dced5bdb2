using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Safeguards.Store;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Staff.Store;
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

/// <summary>A clinician without a supervisor at work, and how many of their people wait to be talked about.</summary>
/// <param name="Clinician">Name; null when nobody is allocated.</param>
/// <param name="Meanwhile">Name of the service's supervisor, who has them on their list; null when nobody can open them.</param>
public sealed record WithoutSupervisor(string? Clinician, int People, string? Meanwhile);

/// <summary>The supervision agenda as a list.</summary>
public static class AgendaList
{
    private const int Most = 200;

    /// <summary>People whose care is this supervisor's to talk about: of their supervisees, and what falls to them as the service's supervisor.</summary>
    public static Task<List<OnAgenda>> OfSupervisor(this CareRecordContext db, Supervising supervising, string supervisor) =>
        (from one in Standing(db, db.Set<PeopleRow>().AsNoTracking().Where(supervising.CareOf(supervisor)))
         join person in db.Set<PersonRow>().AsNoTracking() on one.Care.Person equals person.Person
         join staff in db.Set<StaffRow>().AsNoTracking() on one.Care.Clinician equals staff.Staff into all
         from clinician in all.DefaultIfEmpty()
         orderby one.Care.Clinician, one.Care.Referral
         select new OnAgenda(one.Care, person, clinician, one.NoPlan)).Take(Most).ToListAsync();

    /// <summary>
    /// How many people wait for supervision with clinicians who have no supervisor of their own at work. No name of a person
    /// is in it: the clinical lead, who sees that somebody is named, opens no record.
    /// </summary>
    public static async Task<List<WithoutSupervisor>> WithoutSupervisor(this CareRecordContext db, Supervising supervising)
    {
        var all = db.Set<PeopleRow>().AsNoTracking();
        var waiting = await Standing(db, all).Select(one => new { one.Care.Clinician, one.Care.Referral })
            .Union(all.Where(care => care.IsOpen && (care.WaitsForSupervisor || care.NextOwner == Pathways.NextStep.Supervisors))
                .Select(care => new { care.Clinician, care.Referral }))
            .GroupBy(care => care.Clinician).Select(some => new { Clinician = some.Key, People = some.Count() }).ToListAsync();
        return [.. from some in waiting
                   where supervising.Named(some.Clinician) is null
                   orderby some.People descending, some.Clinician
                   select new WithoutSupervisor(supervising.NameOf(some.Clinician), some.People, supervising.NameOf(supervising.OfTheService))];
    }

    /// <summary>A clinician's own people.</summary>
    public static Task<List<OnAgenda>> OfClinician(this CareRecordContext db, string clinician, DateOnly today) =>
        (from one in Standing(db, db.Set<PeopleRow>().AsNoTracking().Where(care => care.Clinician == clinician))
         join person in db.Set<PersonRow>().AsNoTracking() on one.Care.Person equals person.Person
         orderby one.Care.Referral
         select new OnAgenda(one.Care, person, null, one.NoPlan)).Take(Most).ToListAsync();

    /// <summary>Open courses with a point that stands. The safety plan is the person's: its point is joined, by the rule of <see cref="Agenda"/>.</summary>
    private static IQueryable<Point> Standing(CareRecordContext db, IQueryable<PeopleRow> people) =>
        from care in people
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
