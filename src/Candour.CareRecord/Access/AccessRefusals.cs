namespace Candour.CareRecord.Access;

/// <summary>Never says which of the two was wrong, nor whether there is such an account.</summary>
public sealed record DoNotMatch() : Refusal("That e-mail and password do not match.")
{
    public override string Field => "Email";
}

public sealed record WaitFifteenMinutes() : Refusal("Wait 15 minutes. Not you? Tell your service lead.")
{
    public override string Field => "Email";
}

public sealed record CodeNotRight() : Refusal("That code is not right. Codes change every 30 seconds.")
{
    public override string Field => "Code";
}

public sealed record RecoveryCodeNotRight() : Refusal("That recovery code is not right, or it has been used.")
{
    public override string Field => "Code";
}

public sealed record SetUpLinkOver() : Refusal("This link has been used or is too old. Ask whoever looks after accounts for a new one.");

public sealed record EmailTaken() : Refusal("There is an account with that e-mail already.");

public sealed record NotForRealPeople()
    : Refusal("Ready accounts exist only in a record whose people are invented. Add an account and set it up instead.");
