using Candour.Clinical;

namespace Candour.CareRecord.Consent;

public sealed record SayWhichTreatment() : Refusal("Say which treatment. Nobody can agree to 'other'.")
{
    public override string Field => "Therapy";
}

/// <summary>Not allowed for this problem at this step, in the words of guidance.</summary>
public sealed record NotAtThisStep(string Words) : Refusal(Words)
{
    public override string Field => "Therapy";
}

/// <summary>Guidance does not name it: say why, and a supervisor agrees.</summary>
public sealed record SayWhyAgainstGuidance(string Words) : Refusal(Words)
{
    public override string Field => "AgainstGuidance";
}

/// <param name="Whose">"Your" or "Jo's".</param>
/// <param name="Therapy">As in "EMDR".</param>
/// <param name="Ask">Name of the data manager, or the words for one.</param>
public sealed record NoQualification(string Whose, string Therapy, string Day, string Ask)
    : Refusal($"{Whose} record shows no {Therapy} qualification on {Day}. If that is wrong, ask {Ask}. To record what you did, choose another therapy.")
{
    public override string Field => "Clinician";
}

public sealed record NoMainProblemYet() : Refusal("Add the main problem first, with the reason. The treatments depend on it.");

public sealed record SessionsAreOff() : Refusal("A plan promises 1 to 60 sessions.")
{
    public override string Field => "Sessions";
}

public sealed record SessionLengthIsOff() : Refusal("A session lasts 10 to 180 minutes.")
{
    public override string Field => "Minutes";
}

public sealed record NoSuchMedium() : Refusal("Choose how they will meet.")
{
    public override string Field => "Medium";
}

public sealed record NoPlanForTheDead() : Refusal("This person has died. Nothing can be planned.");

public sealed record CareHasEnded(string Name, DateOnly On)
    : Refusal($"{Name}'s care ended on {Words.LongDay(On)}. Take it up again, or open a new referral.");

public sealed record PlanHasChanged() : Refusal("Your plan has changed. Please look at what is new.");

public sealed record NoPlanToSign() : Refusal("There is no plan to look at just now. We will tell you when there is.");

public sealed record PlanWaitsForSupervisor() : Refusal("We are still checking this plan. We will tell you when you can look at it.");

public sealed record TypeYourName() : Refusal("Type your name to agree")
{
    public override string Field => "NameTyped";
}

public sealed record NothingToTakeBack() : Refusal("You have not agreed to a treatment, so there is nothing to take back.");

public sealed record NothingToAgree() : Refusal("No plan is waiting for a supervisor.");

public sealed record AgreeOwnPlan() : Refusal("You made this plan. Another person has to agree.");

public sealed record NotSignedOnPaper() : Refusal("This plan was not signed on paper, so there is no paper to show.");

public sealed record PhotoForPaperOnly() : Refusal("A photo is kept for a plan signed on paper only. Choose Signed on paper, or take the photo out.")
{
    public override string Field => "Photo";
}

public sealed record NotSaidAloud() : Refusal("That plan was not agreed by phone.");
