using Candour.Clinical;

namespace Candour.CareRecord.Safeguards;

/// <summary>The safety plan beside the last worry: is there one, and was it gone through since? (H39)</summary>
/// <param name="GoneThrough">When it was last written or gone through together; null without a plan.</param>
/// <param name="LastWorry">The last answer or worry that was told; null when none ever was.</param>
public sealed record PlanAtHand(SafetyPlanWritten? Plan, Moment? GoneThrough, Moment? LastWorry)
{
    /// <summary>A worry came after the plan was last gone through: it is looked at again, each time.</summary>
    public bool WantsReview => Plan is not null && LastWorry > GoneThrough;

    /// <summary>The day that counts for <see cref="IsPresent"/>.</summary>
    public DateOnly? Day => GoneThrough is { } at ? London.DayOf(at) : null;

    public static PlanAtHand Of(History person)
    {
        Moment? gone = null, worry = null;
        SafetyPlanWritten? plan = null;
        foreach (var (envelope, e) in person.Events.Select(r => (r.Envelope, r.Event)))
        {
            switch (e)
            {
                case SafetyPlanWritten written:
                    (plan, gone) = (written, envelope.At);
                    break;
                case SafetyPlanGoneThrough:
                    gone = envelope.At;
                    break;
                case RiskDisclosed:
                    worry = envelope.At;
                    break;
            }
        }

        return new(plan, gone, worry);
    }

    /// <summary>Written or gone through in this course of care: a plan of years ago is not at hand.</summary>
    public bool IsPresent(DateOnly courseFrom) => Day >= courseFrom;
}
