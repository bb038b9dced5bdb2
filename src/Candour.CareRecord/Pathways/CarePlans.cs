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
        var stays = new List<ListStay>();
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
                case PutOnWaitingList x:
                    stays.Add(new((Step)x.Step, x.Therapy, x.On, null));
                    break;
                case LeftWaitingList x:
                    if (stays.FindLastIndex(s => s.Step == (Step)x.Step && s.Left is null) is >= 0 and var at)
                        stays[at] = stays[at] with { Left = x.On };
                    break;
            }
        }

        foreach (var stay in stays)
            pathway.ListStays.Add(stay);
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
