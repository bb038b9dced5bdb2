using Candour.CareRecord.Links;
using Candour.Clinical;

namespace Candour.CareRecord.Messages;

// On the stream of one message. The text is kept exactly as sent, with the private link left out: its secret is made at the
// moment of sending and stored nowhere.

/// <summary>A message waits to be sent.</summary>
public sealed record MessageQueued : Event
{
    /// <summary>T1 to T20, or S1 to staff; see <see cref="Templates"/>.</summary>
    public required string Template { get; init; }

    /// <summary>text or email.</summary>
    public required string Way { get; init; }

    /// <summary>The person it goes to; absent for staff.</summary>
    public string? Person { get; init; }

    /// <summary>The member of staff it goes to; absent for a person in care.</summary>
    public string? Staff { get; init; }

    public string? Referral { get; init; }

    [Identity]
    public string? Address { get; init; }

    /// <summary>The words, with <c>{link}</c> where the private link stands.</summary>
    [Words]
    public string? Text { get; init; }

    /// <summary>The earliest moment to send it: quiet hours and the person's own hours are in it already.</summary>
    public required Moment Due { get; init; }

    /// <summary>After this it helps nobody and is not sent.</summary>
    public required Moment UselessAfter { get; init; }

    /// <summary>When nobody knows whether it went: true, send it again; false, a person decides.</summary>
    public bool MayRepeat { get; init; }

    public LinkPurpose? LinkPurpose { get; init; }

    public string? LinkTarget { get; init; }

    public Moment? LinkExpires { get; init; }

    public DateOnly? LinkForDay { get; init; }
}

/// <summary>A message that may not be sent this way. It was never in the outbox; a person calls instead.</summary>
public sealed record MessageBlocked : Event
{
    public required string Template { get; init; }

    public required string Person { get; init; }

    public string? Referral { get; init; }

    public required WhyNotSent Why { get; init; }

    /// <summary>What the caller may say, without the link.</summary>
    [Words]
    public string? Text { get; init; }

    /// <summary>What its link would have opened: id of the questionnaire, referral, appointment or plan.</summary>
    public string? LinkTarget { get; init; }
}

/// <summary>About to hand it over. Written before the first byte leaves, so that a crash in between is seen.</summary>
public sealed record HandOverBegun : Event
{
    /// <summary>1, 2, 3 …</summary>
    public required int Attempt { get; init; }

    /// <summary>The link made for this attempt.</summary>
    public string? Link { get; init; }
}

/// <summary>The channel took it.</summary>
public sealed record MessageHandedOver : Event
{
    public required int Attempt { get; init; }

    /// <summary>The channel's own name for it, where it gives one.</summary>
    public string? Reference { get; init; }
}

/// <summary>The channel did not take it, and that is certain.</summary>
public sealed record HandOverFailed : Event
{
    public required int Attempt { get; init; }

    /// <summary>A short code: refused, no answer, status 500. Never an address or a text.</summary>
    public required string Reason { get; init; }

    /// <summary>When it is tried again; absent: never, the channel says it cannot be done.</summary>
    public Moment? NextTry { get; init; }
}

/// <summary>It may have gone and may not: the channel broke off after taking the text. A person settles it unless it may repeat.</summary>
public sealed record MessageMayHaveGone : Event
{
    public required int Attempt { get; init; }

    /// <summary>When it is sent again; absent: a person decides.</summary>
    public Moment? NextTry { get; init; }
}

/// <summary>A person settled what became of a message that may have gone.</summary>
public sealed record MessageSettled : Event
{
    public required Settled As { get; init; }
}

public enum Settled
{
    Went,
    SendAgain,
    LeaveIt,
}

/// <summary>The channel says it arrived.</summary>
public sealed record MessageDelivered : Event;

/// <summary>It came back. The number or address is not used again until the person gives or confirms it anew.</summary>
public sealed record MessageBounced : Event
{
    /// <summary>A short code from the channel or the person who saw it come back.</summary>
    public required string Reason { get; init; }
}

/// <summary>Looked at again at the moment of sending: these hours are not safe, so it waits.</summary>
public sealed record MessagePutOff : Event
{
    public required Moment Until { get; init; }
}

/// <summary>Looked at again at the moment of sending, and it may no longer go: a person calls instead.</summary>
public sealed record MessageHeldBack : Event
{
    public required WhyNotSent Why { get; init; }
}

/// <summary>Not sent: too late.</summary>
public sealed record MessageTooLate : Event;

/// <summary>Stopped before it went.</summary>
public sealed record MessageCancelled : Event
{
    public required CancelReason Why { get; init; }
}

public enum CancelReason
{
    Died,
    CalledOff,
    Replaced,

    ByStaff,

    /// <summary>The questions it asks for are in, or were not wanted.</summary>
    Answered,
}

/// <summary>The call list's row is done: a person called, wrote, or decided otherwise.</summary>
public sealed record CallListWorked : Event
{
    public required CallOutcome Outcome { get; init; }

    [Words]
    public string? WhatWasDone { get; init; }
}

public enum CallOutcome
{
    Spoke,
    NoAnswer,
    Wrote,
    NotNeeded,
}

/// <summary>Why a message was not sent.</summary>
public enum WhyNotSent
{
    NoAddress,

    /// <summary>The person said this way is not safe, or never said that it is.</summary>
    NotSafe,

    /// <summary>The number or address was never confirmed, and a private link goes to confirmed ones only.</summary>
    NotConfirmed,

    /// <summary>The last message there came back.</summary>
    CameBack,

    /// <summary>No safe hour before it would be useless.</summary>
    NoSafeHour,

    /// <summary>Several people match; a machine must not choose.</summary>
    MoreThanOnePerson,
}

/// <summary>On the person's stream: a message to this number or address came back.</summary>
public sealed record ContactBounced : Event
{
    /// <summary>text or email.</summary>
    public required string Way { get; init; }

    [Identity]
    public string? Address { get; init; }

    public required string Message { get; init; }
}

/// <summary>On the person's stream: a code went to a number or address, to see whether it is theirs.</summary>
public sealed record ContactCodeSent : Event
{
    /// <summary>text or email.</summary>
    public required string Way { get; init; }

    [Identity]
    public string? Address { get; init; }

    /// <summary>See <see cref="Codes"/>.</summary>
    public required string CodeHash { get; init; }

    public required Moment Expires { get; init; }

    public required string Message { get; init; }
}
