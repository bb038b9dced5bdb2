using Candour.CareRecord.Appointments;
using Candour.CareRecord.Referrals;
using Candour.Clinical;

namespace Candour.CareRecord.OptIn;

/// <summary>A try to reach the person. Failed delivery is recorded and is no try.</summary>
public sealed record ContactTried : Event
{
    /// <summary>Made once; names this try.</summary>
    public required string Try { get; init; }

    /// <summary>One of <see cref="Ways"/>.</summary>
    public required string Way { get; init; }

    public required Moment TriedAt { get; init; }

    public required TryOutcome Outcome { get; init; }

    /// <summary>The message that was sent, when one was.</summary>
    public string? Message { get; init; }

    /// <summary>Which wording was used, e.g. T2.</summary>
    public string? Wording { get; init; }

    /// <summary>Whether this try met the person's needs (format, language, interpreter); absent where none are recorded.</summary>
    public bool? NeedsMet { get; init; }

    [Words]
    public string? Words { get; init; }

    public WhyLate? EnteredLate { get; init; }
}

/// <summary>The person was asked whether they still want help.</summary>
public sealed record OptInAsked : Event
{
    public required string Way { get; init; }

    /// <summary>The message that carries the question; its receipt is on the message's own stream.</summary>
    public string? Message { get; init; }

    /// <summary>T2 first, T3 last, L1 letter.</summary>
    public required string Wording { get; init; }

    /// <summary>Whether it went in the format and language the person needs; absent where no needs are recorded.</summary>
    public bool? NeedsMet { get; init; }

    public required DateOnly AskedOn { get; init; }

    /// <summary>The last time of asking: names a day to reply by.</summary>
    public DateOnly? ReplyBy { get; init; }
}

/// <summary>The person replied, by link, paper, call or in person. The last reply holds.</summary>
public sealed record OptInReplied : Event
{
    public required OptInReply Reply { get; init; }

    /// <summary>For "not now": YYYY-MM in which to ask again. The wait still counts.</summary>
    public string? AskAgainIn { get; init; }

    /// <summary>For "yes": they would like to be called rather than book.</summary>
    public bool? CallMe { get; init; }

    /// <summary>For "elsewhere" and "no": the day after which a member of staff may close.</summary>
    public DateOnly? ClosesFrom { get; init; }

    [Words]
    public string? InTheirWords { get; init; }

    internal override string? Touches => "reply";
}

/// <summary>A person closed the referral because nobody could be reached. It can be taken up again on the first day's clock.</summary>
public sealed record ClosedForNoReply : Event
{
    public required DateOnly ClosedOn { get; init; }

    /// <summary>The two or more ways that were tried and reached the person's side.</summary>
    public required IReadOnlyList<string> Ways { get; init; }

    /// <summary>The day the second way was received; 21 days run from it.</summary>
    public required DateOnly SecondWayOn { get; init; }

    public required DateOnly ComeBackUntil { get; init; }

    /// <summary>List <c>discharge_reason</c>: 50, nobody was seen.</summary>
    public required string EndCode { get; init; }

    [Words]
    public string? Because { get; init; }

    internal override string? Touches => "discharge";
}

/// <summary>A person closed the referral because the one it is for said no, or has help elsewhere.</summary>
public sealed record ClosedAsAsked : Event
{
    public required DateOnly ClosedOn { get; init; }

    public required DateOnly ComeBackUntil { get; init; }

    /// <summary>List <c>discharge_reason</c>.</summary>
    public required string EndCode { get; init; }

    internal override string? Touches => "discharge";
}

/// <summary>Open again; the wait counts from the first day it ever counted from.</summary>
public sealed record Reopened : Event
{
    public required DateOnly ReopenedOn { get; init; }

    /// <summary>The day the wait counts from.</summary>
    public required DateOnly CountsFrom { get; init; }

    [Words]
    public string? Because { get; init; }

    internal override string? Touches => "discharge";
}

/// <summary>What came of a try.</summary>
public enum TryOutcome
{
    Answered,
    NoAnswer,
    WrongNumber,

    /// <summary>Sent; whether it arrived is on the message's stream.</summary>
    Sent,
    Delivered,
    Bounced,
    LeftMessage,
}

/// <summary>"Do you still want help from us?"</summary>
public enum OptInReply
{
    Yes,
    NotNow,
    Elsewhere,
    NoMore,
    NeverAsked,
}
