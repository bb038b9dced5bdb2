using Candour.CareRecord.Appointments;

namespace Candour.CareRecord.Referrals;

/// <summary>A member of staff opened the referral for the first time.</summary>
public sealed record ReferralRead : Event;

/// <summary>An administrator handed it to a clinician, with what they would like to know.</summary>
public sealed record ClinicianAsked : Event
{
    [Words]
    public string? Question { get; init; }

    internal override string? Touches => "decision";
}

/// <summary>The referral is for us: contact begins.</summary>
public sealed record ReferralAccepted : Event
{
    internal override string? Touches => "decision";
}

/// <summary>Not for this service, with where they can go. The person gets a plain letter and can object.</summary>
public sealed record ReferralNotForUs : Event
{
    /// <summary>List <c>discharge_reason</c>; before any contact always 50.</summary>
    public required string EndCode { get; init; }

    public required DateOnly DecidedOn { get; init; }

    [Words]
    public string? Because { get; init; }

    /// <summary>Who can help instead: name, telephone, how long they say.</summary>
    [Words]
    public string? WhereInstead { get; init; }

    internal override string? Touches => "decision";
}

/// <summary>The person thinks the "not for us" is wrong: another person looks.</summary>
public sealed record NotForUsObjected : Event
{
    [Words]
    public string? InTheirWords { get; init; }
}

/// <summary>The "not for us" was taken back; the wait runs from the first day.</summary>
public sealed record NotForUsTakenBack : Event
{
    [Words]
    public string? Because { get; init; }

    internal override string? Touches => "decision";
}

/// <summary>A clinician looked at the referral and said what is next. No grade of risk: words.</summary>
public sealed record TriageDone : Event
{
    public required TriageOutcome Outcome { get; init; }

    /// <summary>What was looked at, said and agreed.</summary>
    [Words]
    public string? Words { get; init; }

    internal override string? Touches => "triage";
}

/// <summary>What triage decided.</summary>
public enum TriageOutcome
{
    /// <summary>Goes on as any other referral.</summary>
    GoesOn,

    /// <summary>Goes on; the person is seen first.</summary>
    SeenFirst,

    /// <summary>Handed to crisis or secondary care.</summary>
    HandedToOthers,

    /// <summary>Not for this service; the decision is its own event.</summary>
    NotForUs,
}
