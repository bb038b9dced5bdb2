namespace Candour.CareRecord.Complaints;

public sealed record SayWhatHappened() : Refusal("Write what happened, in a few words.")
{
    public override string Field => "What";
}

public sealed record ChooseYourName() : Refusal("Choose whether we may know that it is from you.")
{
    public override string Field => "Named";
}

public sealed record NoSuchComplaint() : Refusal("We cannot find that complaint.");

public sealed record ComplaintIsAnswered() : Refusal("This complaint was answered. The first answer stays. If there is more to say, talk with the person.");

public sealed record WriteTheAnswer() : Refusal("Write the answer.")
{
    public override string Field => "Reply";
}
