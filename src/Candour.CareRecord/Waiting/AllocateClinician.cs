using Candour.CareRecord.Consent;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Staff;
using Candour.Clinical;
using Candour.Clinical.Problems;

namespace Candour.CareRecord.Waiting;

/// <summary>How booked a clinician is over the next two weeks of work.</summary>
/// <param name="Booked">People booked.</param>
/// <param name="Agreed">Agreed number of people over those days; null: none agreed.</param>
public sealed record TwoWeeks(int Booked, int? Agreed)
{
    /// <summary>Working days in two weeks.</summary>
    public const int Days = 10;

    public bool IsFull => Booked >= Agreed;
}

/// <summary>Gives a person to a clinician who holds the treatment and has room. A later one takes over.</summary>
public sealed record AllocateClinician
{
    public required string Clinician { get; init; }

    public string? Why { get; init; }

    /// <param name="clinician">The stream of <see cref="Clinician"/>.</param>
    /// <param name="load">Null: not looked at (the person's present clinician, or a hand-over at leaving).</param>
    public Decision Decide(History referral, History clinician, TwoWeeks? load, string called, Moment now)
    {
        var today = London.DayOf(now);
        if (Course.Of(referral).EndedOn is { } ended)
            return new CareHasEnded(called, ended);
        if (clinician.Stream.Id != Clinician || Colleague.Of(clinician) is not { } giver)
            return new ChooseATherapist();
        if (!giver.WorksHereOn(today))
            return new HasLeft(giver.Name, giver.LeftOn ?? giver.From);
        if (TherapyOf(referral) is { } therapy && !therapy.MayBeGivenWith(giver.QualificationsOn(today)))
            return new TherapistDoesNotHoldIt(giver.Name, therapy.OfficialName);
        if (referral.Last<ClinicianAllocated>()?.Clinician == Clinician)
            return Decision.AlreadySo;
        if (load is { IsFull: true })
            return new TherapistIsFull(giver.Name, load.Booked, load.Agreed!.Value);
        return Decision.Accept(referral.Stream, new ClinicianAllocated { Clinician = Clinician, Why = Text.OrNull(Why) });
    }

    /// <summary>The treatment waited for or agreed to; null before either.</summary>
    public static Therapy? TherapyOf(History referral) =>
        Clinical.Problems.Therapy.OfCode(Stay.Open(referral)?.Therapy ?? SignedPlan.InForce(referral)?.Therapy);
}
