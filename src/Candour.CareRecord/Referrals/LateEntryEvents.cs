using Candour.CareRecord.Appointments;

namespace Candour.CareRecord.Referrals;

/// <summary>
/// Entered late and after the decision to end care: kept whole beside the record, and part of it only from a second person's
/// word on. One event for each event of the entry.
/// </summary>
public sealed record LateEntryHeld : Event
{
    /// <summary>Names the entry within its referral.</summary>
    public required string Entry { get; init; }

    /// <summary>What was entered, as "try", "problem", "answers" or the name of a fact.</summary>
    public required string About { get; init; }

    /// <summary>Whole days between what happened and its entry; 0 where it was entered in time.</summary>
    public required int Days { get; init; }

    public WhyLate? Why { get; init; }

    /// <summary>The stream it goes to when it is confirmed.</summary>
    public required string Goes { get; init; }

    /// <summary>Name of the event that waits.</summary>
    public required string What { get; init; }

    /// <summary>Its coded values, as canonical JSON.</summary>
    public required string Coded { get; init; }

    /// <summary>Its free text, as canonical JSON.</summary>
    [Words]
    public string? InWords { get; init; }

    /// <summary>Its names, numbers and addresses, as canonical JSON.</summary>
    [Identity]
    public string? Names { get; init; }

    internal override string? Touches => $"late/{Entry}";
}

/// <summary>The second person's word on a held entry.</summary>
public sealed record HeldEntrySettled : Event
{
    public required string Entry { get; init; }

    /// <summary>True: it is so, and its events follow in the same write. False: it stays out.</summary>
    public required bool Agreed { get; init; }

    internal override string? Touches => $"late/{Entry}";
}
