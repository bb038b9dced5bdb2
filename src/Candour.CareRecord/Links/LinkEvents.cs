using Candour.Clinical;

namespace Candour.CareRecord.Links;

// On the stream of one link. The secret itself is in none of them: only its hash is ever stored.

/// <summary>A link was made for one person and one thing.</summary>
public sealed record LinkIssued : Event
{
    /// <summary>Hash of the secret, 64 hexadecimal digits; see <see cref="NewLink"/>.</summary>
    public required string TokenHash { get; init; }

    public required LinkPurpose Purpose { get; init; }

    public required string Person { get; init; }

    /// <summary>What it opens: id of the questionnaire, referral, appointment or plan; absent for the person's own page.</summary>
    public string? Target { get; init; }

    public required Moment Expires { get; init; }

    /// <summary>The day of the appointment it belongs to, for the words when it has passed.</summary>
    public DateOnly? ForDay { get; init; }

    /// <summary>True: a code of eight letters and digits on paper instead of an address in a message.</summary>
    public bool OnPaper { get; init; }

    /// <summary>The message that carried it.</summary>
    public string? Message { get; init; }
}

/// <summary>Somebody gave a birth date that is not the one we have.</summary>
public sealed record LinkDateWrong : Event
{
    /// <summary>1 to 5.</summary>
    public required int Try { get; init; }
}

/// <summary>Five wrong dates: closed for ever, and the front desk is told.</summary>
public sealed record LinkLocked : Event;

/// <summary>The front desk has seen that this link was closed and done what was needed.</summary>
public sealed record LinkLockSeen : Event
{
    [Words]
    public string? WhatWasDone { get; init; }
}

/// <summary>The birth date was right.</summary>
public sealed record LinkOpened : Event;

/// <summary>A code went to a confirmed number or address of the person, so that this browser may read.</summary>
public sealed record LinkCodeSent : Event
{
    /// <summary>Hash over the code and a secret that only the browser holds; 64 hexadecimal digits.</summary>
    public required string CodeHash { get; init; }

    public required Moment Expires { get; init; }

    /// <summary>text or email.</summary>
    public required string Way { get; init; }

    public required string Message { get; init; }
}

/// <summary>A wrong code, or one in another browser.</summary>
public sealed record LinkCodeWrong : Event;

/// <summary>The code was right: this browser may read. The code is spent.</summary>
public sealed record LinkCodeRight : Event;

/// <summary>The link opens nothing any more.</summary>
public sealed record LinkEnded : Event
{
    public required LinkEnd Why { get; init; }
}

/// <summary>Why a link opens nothing any more.</summary>
public enum LinkEnd
{
    /// <summary>What it was for is done: answers sent, reply given, plan agreed.</summary>
    Sent,

    /// <summary>It opens once, and was opened.</summary>
    Used,

    /// <summary>What it was for is off: appointment cancelled, notice withdrawn.</summary>
    CalledOff,

    /// <summary>The person has died.</summary>
    Died,

    /// <summary>Staff ended it.</summary>
    ByStaff,
}
