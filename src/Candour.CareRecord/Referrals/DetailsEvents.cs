namespace Candour.CareRecord.Referrals;

// What a person changes or asks to change on their own page. On the person's stream, like PersonEvents.cs.

/// <summary>The person asks for a fact to be put right that staff settle: their name, or their GP surgery.</summary>
public sealed record DetailsChangeAsked : Event
{
    /// <summary>Made once; names this request.</summary>
    public required string Request { get; init; }

    public required DetailAsked What { get; init; }

    /// <summary>What it should say, in their words.</summary>
    [Identity]
    public string? Wanted { get; init; }
}

public enum DetailAsked
{
    Name,
    GpSurgery,
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
