namespace Candour.CareRecord.Letters;

// On the referral's stream: a letter to the person, or to their GP, from its making to the post.

/// <summary>A letter was made. Its words are kept as they were printed.</summary>
public sealed record LetterMade : Event
{
    /// <summary>Made once; names this letter.</summary>
    public required string Letter { get; init; }

    public required LetterKind Kind { get; init; }

    public required LetterFormat Format { get; init; }

    /// <summary>One paragraph a line; "# " begins a heading, "- " an item. <c>{code}</c> stands where the code to reply is printed.</summary>
    [Words]
    public string? Body { get; init; }

    /// <summary>Name and address as in the window of the envelope, one line each.</summary>
    [Identity]
    public string? To { get; init; }

    /// <summary>Who else gets a copy: gp, or nobody.</summary>
    public IReadOnlyList<string> CopyTo { get; init; } = [];

    /// <summary>Code of the GP surgery it is written to; null for a letter to the person.</summary>
    public string? Practice { get; init; }
}

/// <summary>The letters of this journey.</summary>
public enum LetterKind
{
    PleaseReply,
    YourPlan,
    CareIsEnding,
    NotForUs,

    /// <summary>Closed for no reply, or because they asked.</summary>
    Closed,

    /// <summary>To the GP surgery, once care has ended, unless the person said no. They have a copy.</summary>
    GpEnding,
}

/// <summary>The size of print.</summary>
public enum LetterFormat
{
    Print12,
    Print18,
}

/// <summary>The code to reply was made for printing on it. The code itself is kept nowhere.</summary>
public sealed record ReplyCodePrinted : Event
{
    public required string Letter { get; init; }
}

/// <summary>A clinician has read it and answers for it: from here on the front desk prints and posts it.</summary>
public sealed record LetterApproved : Event
{
    public required string Letter { get; init; }
}

/// <summary>The post brought it back: whoever it was for has not had it.</summary>
public sealed record LetterCameBack : Event
{
    public required string Letter { get; init; }

    [Words]
    public string? Why { get; init; }
}

/// <summary>It was put into the post.</summary>
public sealed record LetterPosted : Event
{
    public required string Letter { get; init; }

    public required DateOnly PostedOn { get; init; }
}

/// <summary>It will not be posted: said in another way, or not safe any more.</summary>
public sealed record LetterNotPosted : Event
{
    public required string Letter { get; init; }

    [Words]
    public string? Why { get; init; }
}
