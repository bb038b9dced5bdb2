using Candour.CareRecord.Consent;
using Candour.CareRecord.Problem;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Waiting;
using Candour.Clinical.Pathways;
using Candour.Clinical.Problems;
using Plan = Candour.Clinical.Pathways.Plan;

namespace Candour.CareRecord.Pathways;

/// <summary>Problems, plans, signatures and stays on lists.</summary>
internal static class CarePlans
{
    public static void Into(Pathway pathway, History referral)
    {
        var signed = SignedPlan.All(referral).ToDictionary(p => p.Plan);
        foreach (var (envelope, e) in referral.Events.Select(r => (r.Envelope, r.Event)))
        {
            switch (e)
            {
                case ProblemDescriptorRecorded x:
                    pathway.Complaints.Add(new()
                    {
                        Scheme = x.Scheme, Code = x.Code, Significance = x.Significance, Day = x.RecordedOn, KnownFrom = envelope.At,
                        AtAssessment = x.AtAssessment, Row = envelope.Sequence,
                    });
                    break;
                case PlanProposed x when Therapy.OfCode(x.Therapy) is { } therapy:
                    pathway.Plans.Add(PlanOf(x, envelope, therapy, signed.GetValueOrDefault(x.Plan)));
                    break;
            }
        }

        foreach (var stay in Stay.Of(referral))
            pathway.ListStays.Add(new((Step)stay.Step, stay.Therapy, stay.On, stay.Left));
    }

    private static Plan PlanOf(PlanProposed x, Envelope envelope, Therapy therapy, SignedPlan? signed) => new()
    {
        Id = x.Plan,
        Therapy = therapy,
        Step = (Step)x.Step,
        Sessions = x.Sessions,
        Problem = x.Problem,
        Medium = x.Medium,
        StaffId = x.Clinician,
        Made = envelope.At,
        Signed = signed?.Signed,
        How = signed?.How switch
        {
            SignedHow.ByLink => Signature.ByLink,
            SignedHow.InTheRoom => Signature.InTheRoom,
            SignedHow.AloudByTelephone => Signature.AloudByTelephone,
            SignedHow.OnPaper => Signature.OnPaper,
            _ => Signature.None,
        },
        Ended = signed?.Ended,
        AgainstGuidance = x.AgainstGuidance is not null,
    };
}
