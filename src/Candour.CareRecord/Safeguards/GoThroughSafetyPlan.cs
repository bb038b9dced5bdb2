using Candour.Clinical;

namespace Candour.CareRecord.Safeguards;

/// <summary>The plan was gone through with the person and stays as it is: dated, without a new version.</summary>
public sealed record GoThroughSafetyPlan
{
    public Decision Decide(History person, Moment now)
    {
        var at = PlanAtHand.Of(person);
        if (at.Plan is not { } plan)
            return new NoPlanYet();
        return at.Day == London.DayOf(now) && !at.WantsReview
            ? Decision.AlreadySo
            : Decision.Accept(person.Stream, new SafetyPlanGoneThrough { Version = plan.Version });
    }
}
