namespace Candour.CareRecord.Referrals;

public sealed record NotSafeToSendCode(string Way)
    : Refusal($"You did not say that {(Way == Ways.Text ? "texts are" : "e-mail is")} safe, so we sent no code. Change what is safe first, or call us.");

public sealed record NothingToConfirmHere() : Refusal("There is nothing to confirm: we have no such number or address, or it is confirmed already.");

public sealed record ContactCodeNotRight() : Refusal("That code is not right. Check it or ask for a new one")
{
    public override string Field => "Code";
}

public sealed record ContactCodeOver() : Refusal("That code has ended. Ask for a new one")
{
    public override string Field => "Code";
}

public sealed record TooManyContactCodes() : Refusal("We have sent several codes in the last hour. Wait an hour and ask again, or call us.");

public sealed record SayWhatItShouldBe() : Refusal("Write what it should say")
{
    public override string Field => "Wanted";
}

public sealed record SayWhatIsWrong() : Refusal("Write what happened, in a few words")
{
    public override string Field => "Wanted";
}

public sealed record AskedAlready() : Refusal("You have asked for this already. We will settle it and you will see it here.");

public sealed record NothingAsked() : Refusal("This is settled already. A colleague may have been quicker.");

public sealed record SayWhyNotChanged() : Refusal("Say why it is not changed. They read these words")
{
    public override string Field => "InWords";
}

public sealed record SayWhichWay() : Refusal("Write what would suit you, like large print or a language")
{
    public override string Field => "Wanted";
}

public sealed record SayTheAnswer() : Refusal("Write the answer. They read these words, with your name")
{
    public override string Field => "InWords";
}
