using Candour.Clinical;

namespace Candour.CareRecord.Complaints;

/// <summary>
/// On a stream of its own that no page of the pathway and no letter reads: somebody told us that something is wrong. Written by
/// the person, with their name or without it, or by staff who were told.
/// </summary>
public sealed record ComplaintMade : Event
{
    /// <summary>Whose complaint it is; null where they chose that nobody knows.</summary>
    public string? Person { get; init; }

    /// <summary>What happened, in their words.</summary>
    [Words]
    public required string What { get; init; }

    /// <summary>What would put it right; null: nothing was written.</summary>
    [Words]
    public string? PutRight { get; init; }

    /// <summary>May we contact them about it? Null: not said.</summary>
    public bool? MayContact { get; init; }

    /// <summary>May their therapist be told? Null: not said, which is no.</summary>
    public bool? MayTellTherapist { get; init; }

    /// <summary>The last day to say that we have it.</summary>
    public required DateOnly AcknowledgeBy { get; init; }

    /// <summary>The last day to answer, or to write why not yet.</summary>
    public required DateOnly AnswerBy { get; init; }

    internal override string? Touches => "complaint";
}

/// <summary>Somebody who may answer it has read it, and the person sees that.</summary>
public sealed record ComplaintAcknowledged : Event
{
    internal override string? Touches => "complaint";
}

/// <summary>The answer: the person's to read, or what was done where nobody can be answered. It closes the complaint.</summary>
public sealed record ComplaintAnswered : Event
{
    [Words]
    public required string Reply { get; init; }

    /// <summary>The message that takes the person to it; null: none was sent.</summary>
    public string? Message { get; init; }

    internal override string? Touches => "complaint";
}
