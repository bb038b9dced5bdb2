using Candour.CareRecord.Consent;
using Candour.Clinical;

namespace Candour.CareRecord.Sessions;

/// <summary>The plan a person has signed, as sessions need it.</summary>
/// <param name="Therapy">SNOMED CT code of the named treatment.</param>
/// <param name="Sessions">Sessions promised.</param>
/// <param name="Step">2 or 3.</param>
/// <param name="Minutes">Minutes a session; null: not said.</param>
/// <param name="Signed">When it was signed.</param>
/// <param name="UsualSelf">"My usual self", in the person's words.</param>
/// <param name="Ended">When another plan or a change of mind ended it; null while it holds.</param>
public sealed record SignedPlan(
    string Plan, string Therapy, int Sessions, int Step, int? Minutes, Moment Signed, SignedHow How, string? UsualSelf, Moment? Ended)
{
    public DateOnly SignedOn => London.DayOf(Signed);

    /// <summary>The plan that holds now: signed last, neither replaced nor taken back.</summary>
    public static SignedPlan? InForce(History referral) => All(referral) is [.., { Ended: null } last] ? last : null;

    /// <summary>
    /// The signature to this treatment that a session stands on: given before it was over, and not taken back or replaced before
    /// it began. Null: none.
    /// </summary>
    public static SignedPlan? For(History referral, string therapy, Moment began, Moment over) =>
        All(referral).LastOrDefault(p => p.Therapy == therapy && p.Signed <= over && !(p.Ended < began));

    /// <summary>Every signed plan, oldest first.</summary>
    public static IReadOnlyList<SignedPlan> All(History referral)
    {
        var proposed = new Dictionary<string, PlanProposed>();
        var signed = new List<SignedPlan>();
        foreach (var (envelope, e) in referral.Events.Select(r => (r.Envelope, r.Event)))
        {
            switch (e)
            {
                case PlanProposed plan:
                    proposed[plan.Plan] = plan;
                    break;
                case PlanSigned x when proposed.TryGetValue(x.Plan, out var plan):
                    End(signed, envelope.At);
                    signed.Add(new(plan.Plan, plan.Therapy, plan.Sessions, plan.Step, plan.Minutes, envelope.At, x.How, x.UsualSelf, null));
                    break;
                case ConsentWithdrawn x when signed is [.., { } last] && last.Plan == x.Plan:
                    End(signed, envelope.At);
                    break;
            }
        }

        return signed;
    }

    private static void End(List<SignedPlan> signed, Moment at)
    {
        if (signed is [.., { Ended: null } last])
            signed[^1] = last with { Ended = at };
    }
}
