namespace Candour.CareRecord.Safeguarding;

/// <summary>The lead is dealing with it: it is no longer unopened.</summary>
public sealed record TakeSafeguarding
{
    public Decision Decide(History entry) => SafeguardingEntry.Of(entry) switch
    {
        null => new NoSuchSafeguarding(),
        { IsOpen: false } => new SafeguardingIsClosed(),
        { Taken: not null } => Decision.AlreadySo,
        _ => Decision.Accept(entry.Stream, new SafeguardingTaken()),
    };
}

/// <summary>What was done, in words.</summary>
public sealed record NoteSafeguarding(string? Done)
{
    public Decision Decide(History entry) => SafeguardingEntry.Of(entry) switch
    {
        null => new NoSuchSafeguarding(),
        { IsOpen: false } => new SafeguardingIsClosed(),
        _ => string.IsNullOrWhiteSpace(Done) ? new SayWhatWasDone() : Decision.Accept(entry.Stream, new SafeguardingNoted { Done = Done.Trim() }),
    };
}

/// <summary>A colleague who works with the person may read it.</summary>
public sealed record ShareSafeguarding(string? With)
{
    public Decision Decide(History entry) => SafeguardingEntry.Of(entry) switch
    {
        null => new NoSuchSafeguarding(),
        _ when !Ids.IsOne(With) => new ChooseWhoReadsIt(),
        { } known when known.Raised.NotFor == With => new ChooseWhoReadsIt(),
        { } known when known.IsKnownTo(With!) => Decision.AlreadySo,
        _ => Decision.Accept(entry.Stream, new SafeguardingOpenedTo { With = With! }),
    };
}

/// <summary>Closes one entry, with what was decided and who has it now.</summary>
public sealed record CloseSafeguarding(string? Outcome)
{
    public Decision Decide(History entry) => SafeguardingEntry.Of(entry) switch
    {
        null => new NoSuchSafeguarding(),
        { IsOpen: false } => Decision.AlreadySo,
        _ => string.IsNullOrWhiteSpace(Outcome)
            ? new SayHowItEnded()
            : Decision.Accept(entry.Stream, new SafeguardingClosed { Outcome = Outcome.Trim() }),
    };
}
