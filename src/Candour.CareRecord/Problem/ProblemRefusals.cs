namespace Candour.CareRecord.Problem;

public sealed record TalkAboutRiskFirst() : Refusal("Talk about risk and the story first.");

public sealed record NoSuchProblem() : Refusal("Choose a problem from the list.")
{
    public override string Field => "Key";
}

public sealed record SayWhyThisProblem() : Refusal("Say in two lines why this is the problem.")
{
    public override string Field => "Why";
}

public sealed record ProblemInFuture() : Refusal("The day must not be in the future.")
{
    public override string Field => "RecordedOn";
}

public sealed record ProblemBeforeReferral() : Refusal("The day must not be before the referral came.")
{
    public override string Field => "RecordedOn";
}

public sealed record ProblemIsThatAlready(string Name) : Refusal($"The record says {Name} already.")
{
    public override string Field => "Key";
}

public sealed record NoReferralThere() : Refusal("We cannot find that referral.");
