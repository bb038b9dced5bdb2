namespace Candour.CareRecord.Referrals;

// Whether two people in the record are one. These events stand on the stream of the pair; nothing is moved between the two.
// What binds both, for as long as they are joined, stands on each as an event of its own and is lifted by another:
// OtherRecordBinds on the person, WaitJoined on the referral.

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

/// <summary>
/// On a person's stream: what another record, joined with this one, says that binds here too. Of each other record the last one
/// stands; one that says nothing lifts the one before. Only what was said there binds: a question that was not asked there
/// forbids nothing that was allowed here.
/// </summary>
public sealed record OtherRecordBinds : Event
{
    /// <summary>The other person's id.</summary>
    public required string Of { get; init; }

    /// <summary>Ways that are not safe by what was said there: <see cref="Ways"/>.</summary>
    public required IReadOnlyList<string> Never { get; init; }

    public bool NoVoiceMessage { get; init; }

    public bool HomeHeld { get; init; }

    public bool NeutralName { get; init; }

    /// <summary>HH:mm in England, with <see cref="MessagesUntil"/>; absent: no hours were said there.</summary>
    public string? MessagesFrom { get; init; }

    public string? MessagesUntil { get; init; }

    /// <summary>The death stands in the other record.</summary>
    public bool Died { get; init; }

    /// <summary>Absent: the day is not known.</summary>
    public DateOnly? DiedOn { get; init; }

    internal bool IsNothing => Never.Count == 0 && !NoVoiceMessage && !HomeHeld && !NeutralName && MessagesFrom is null && MessagesUntil is null && !Died;

    internal bool Says(OtherRecordBinds other) => Never.SequenceEqual(other.Never)
        && this with { Never = other.Never } == other;
}

/// <summary>On a referral: the other record's open referral came earlier, and this wait counts from that one's first day while the two are joined.</summary>
public sealed record WaitJoined : Event
{
    /// <summary>The earlier referral, and whose it is in the record.</summary>
    public required string Earlier { get; init; }

    public required string EarlierPerson { get; init; }

    public required DateOnly CountsFrom { get; init; }
}

/// <summary>The joining was taken back: the wait counts as it did before.</summary>
public sealed record WaitJoinedNoMore : Event;
