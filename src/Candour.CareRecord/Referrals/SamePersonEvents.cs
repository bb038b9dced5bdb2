namespace Candour.CareRecord.Referrals;

// Whether two people in the record are one. These events stand on the stream of the pair, so that joining adds nothing to
// either person and undoing it leaves both exactly as they were.

/// <summary>Two people were found to be alike.</summary>
public sealed record MayBeSamePerson : Event
{
    public required string PersonA { get; init; }

    public required string PersonB { get; init; }

    /// <summary>Why they were found alike: <see cref="Likeness"/> names.</summary>
    public required IReadOnlyList<string> Because { get; init; }
}

/// <summary>Someone looked at both and thinks they are one person. A second person has to agree.</summary>
public sealed record JoiningProposed : Event
{
    [Words]
    public string? Because { get; init; }

    internal override string? Touches => "pair";
}

/// <summary>A second person agreed: the two are read as one. Nothing is moved.</summary>
public sealed record PersonsJoined : Event
{
    /// <summary>How far each person's record went when they were joined.</summary>
    public required int VersionA { get; init; }

    public required int VersionB { get; init; }

    internal override string? Touches => "pair";
}

/// <summary>The joining was taken back: both read as before.</summary>
public sealed record JoiningUndone : Event
{
    [Words]
    public string? Why { get; init; }

    internal override string? Touches => "pair";
}

/// <summary>They are two people. The pair is never offered again unless somebody asks.</summary>
public sealed record FoundToBeTwoPeople : Event
{
    [Words]
    public string? Because { get; init; }

    internal override string? Touches => "pair";
}

/// <summary>Nobody can tell from the record: they will be asked.</summary>
public sealed record ToAskWhetherSame : Event
{
    internal override string? Touches => "pair";
}
