namespace Candour.CareRecord.Safeguarding;

public sealed record SayWhatWasSeen() : Refusal("Write what was seen or said, as near to the words as you can.")
{
    public override string? Field => "Seen";
}

public sealed record NoSuchSafeguarding() : Refusal("We cannot find that entry. Look at the list.");

public sealed record SafeguardingIsClosed() : Refusal("This is closed. A new concern is a new entry.");

public sealed record SayWhatWasDone() : Refusal("Write what you did.")
{
    public override string? Field => "Done";
}

public sealed record ChooseWhoReadsIt() : Refusal("Choose who may read it.")
{
    public override string? Field => "With";
}

public sealed record SayHowItEnded() : Refusal("Say what was decided and who has it now, before closing this.")
{
    public override string? Field => "Outcome";
}
