namespace Candour.CareRecord.Referrals;

// How to reach a person safely, and what they need to talk with us. On the person's stream, like PersonEvents.cs.

/// <summary>Every way to reach a person, whole: a way left out is a way they no longer give.</summary>
public sealed record ContactDetailsGiven : Event
{
    /// <summary>The ways they chose: <see cref="Ways"/>.</summary>
    public required IReadOnlyList<string> Chosen { get; init; }

    /// <summary>Mobile number for texts, digits with + or leading 0.</summary>
    [Identity]
    public string? Mobile { get; init; }

    /// <summary>Number for calls; may equal the mobile.</summary>
    [Identity]
    public string? Phone { get; init; }

    [Identity]
    public string? Email { get; init; }

    /// <summary>Lines of the postal address, without the postcode.</summary>
    [Identity]
    public string? Address { get; init; }

    /// <summary>Upper case with one space: NM1 4AB. ZZ99 codes where there is no fixed address.</summary>
    [Identity]
    public string? Postcode { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => "contact details";
}

/// <summary>The person proved that a number or address is theirs, by a code sent to it. Only then may a private link go there.</summary>
public sealed record ContactConfirmed : Event
{
    /// <summary>One of <see cref="Ways"/>.</summary>
    public required string Way { get; init; }

    [Identity]
    public string? Address { get; init; }
}

/// <summary>What is safe. A question never answered counts as no.</summary>
public sealed record SafeContactRulesGiven : Event
{
    public bool? VoiceMessageSafe { get; init; }

    /// <summary>Texts that others may see.</summary>
    public bool? TextsSafe { get; init; }

    public bool? LetterHomeSafe { get; init; }

    public bool? EmailSafe { get; init; }

    /// <summary>Ways never to be used for this person whatever else is said: <see cref="Ways"/>.</summary>
    public IReadOnlyList<string>? Never { get; init; }

    /// <summary>True: say only the neutral name of the service. Neutral until the person chose otherwise.</summary>
    public required bool NeutralName { get; init; }

    /// <summary>The clock time, HH:mm in England, from which texts and e-mails may arrive; absent: at any time but the quiet hours.</summary>
    public string? MessagesFrom { get; init; }

    /// <summary>The clock time, HH:mm in England, from which they may arrive no more that day.</summary>
    public string? MessagesUntil { get; init; }

    /// <summary>Hours in which to call, in the person's words.</summary>
    [Words]
    public string? Hours { get; init; }

    /// <summary>Somebody may be hurting them: nothing goes to their home until a person here has decided.</summary>
    public bool HomeHeld { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => "safe contact";
}

/// <summary>What the person needs to talk with us easily, asked on this day. An empty list: asked, and nothing is needed.</summary>
public sealed record NeedsRecorded : Event
{
    /// <summary>Codes of <see cref="NeedCodes"/>.</summary>
    public required IReadOnlyList<string> Needs { get; init; }

    /// <summary>ISO 639-1 or q1 to q5: the language an interpreter is needed for, or the preferred one.</summary>
    public string? Language { get; init; }

    [Words]
    public string? SomethingElse { get; init; }

    /// <summary>When to check again.</summary>
    public required DateOnly ReviewOn { get; init; }

    /// <summary>True: somebody else said so and the person has still to be asked. Absent: they were asked.</summary>
    public bool? NotAsked { get; init; }

    internal override string? Touches => "needs";
}

/// <summary>The language the person likes best, asked apart from any need of an interpreter.</summary>
public sealed record PreferredLanguageGiven : Event
{
    /// <summary>ISO 639-1, or q1 to q5.</summary>
    public required string Language { get; init; }

    internal override string? Touches => "language";
}
