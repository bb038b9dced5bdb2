namespace Candour.CareRecord.Referrals;

// What a person changes or asks to change on their own page. On the person's stream, like PersonEvents.cs.

/// <summary>The person asks for what staff settle: their name or GP surgery put right, or one of the things they can ask for.</summary>
public sealed record DetailsChangeAsked : Event
{
    /// <summary>Made once; names this request.</summary>
    public required string Request { get; init; }

    public required DetailAsked What { get; init; }

    /// <summary>What it should say, in their words.</summary>
    [Identity]
    public string? Wanted { get; init; }

    /// <summary>What they wrote with a request that is about no name or surgery; null: nothing.</summary>
    [Words]
    public string? InWords { get; init; }
}

public enum DetailAsked
{
    Name,
    GpSurgery,
    AnotherTherapist,
    EarlierTime,
    SomethingIsWrong,
    StopMyCare,

    /// <summary>Pages and letters in large print, easy read, audio or another language.</summary>
    AnotherWay,

    /// <summary>Why a member of staff opened their record, answered by name.</summary>
    WhyOpened,

    /// <summary>Not the person's asking: their clinician said that they know them, so somebody else has to treat them.</summary>
    ClinicianKnowsThem,
}

/// <summary>A member of staff settled it; the fact itself is an event of its own.</summary>
public sealed record DetailsChangeSettled : Event
{
    public required string Request { get; init; }

    public required bool Done { get; init; }

    /// <summary>Why not, as the person reads it.</summary>
    [Words]
    public string? InWords { get; init; }
}

/// <summary>A wrong code, or one in another browser.</summary>
public sealed record ContactCodeWrong : Event
{
    public required string Way { get; init; }
}

/// <summary>The old number or address was told that it is no longer used.</summary>
public sealed record OldContactTold : Event
{
    public required string Way { get; init; }

    public required string Message { get; init; }
}
