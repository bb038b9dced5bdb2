namespace Candour.CareRecord.Referrals;

// Who a person is. All on the person's stream; each a dated fact, the last one holds.
// A national code a person was never asked for is absent; "not known" and "prefers not to say" are codes of their own.

/// <summary>A person came to this service for the first time. The birth date may be unknown only when a worry came first.</summary>
public sealed record PersonRegistered : Event
{
    [Identity]
    public string? FirstName { get; init; }

    [Identity]
    public string? LastName { get; init; }

    /// <summary>What they want to be called; absent: the first name.</summary>
    [Identity]
    public string? CalledName { get; init; }

    [Identity]
    public DateOnly? BirthDate { get; init; }

    public required FilledBy FilledBy { get; init; }
}

/// <summary>A name was put right or changed.</summary>
public sealed record NameGiven : Event
{
    [Identity]
    public string? FirstName { get; init; }

    [Identity]
    public string? LastName { get; init; }

    [Identity]
    public string? CalledName { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => "name";
}

/// <summary>A birth date was put right.</summary>
public sealed record BirthDateGiven : Event
{
    [Identity]
    public DateOnly? BirthDate { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => "birth date";
}

/// <summary>An NHS number, or that there is none, with how far it has been traced.</summary>
public sealed record NhsNumberGiven : Event
{
    /// <summary>Ten digits; absent when the person has none or it was withdrawn.</summary>
    [Identity]
    public string? Number { get; init; }

    /// <summary>Code of list <c>nhs_number_status</c>.</summary>
    public required string Status { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => "nhs number";
}

/// <summary>The GP surgery a person is registered with, or that they have none.</summary>
public sealed record GpPracticeGiven : Event
{
    /// <summary>Six characters; V81997 no surgery, V81999 not known.</summary>
    public required string Practice { get; init; }

    [Identity]
    public string? Name { get; init; }

    public DateOnly? RegisteredFrom { get; init; }

    public DateOnly? RegisteredUntil { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => "gp";
}

/// <summary>The person has died. Stops every message, form, notice and follow-up in the same transaction.</summary>
public sealed record DeathRecorded : Event
{
    /// <summary>Absent: the day is not known.</summary>
    public DateOnly? DiedOn { get; init; }

    /// <summary>Who told us.</summary>
    [Words]
    public string? ToldBy { get; init; }

    internal override string? Touches => "death";
}

/// <summary>The death was recorded in error. Nothing that was stopped goes out by itself.</summary>
public sealed record DeathWithdrawn : Event
{
    [Words]
    public string? Why { get; init; }

    internal override string? Touches => "death";
}

/// <summary>Who is filling in a form.</summary>
public enum FilledBy
{
    Me,
    MeWithHelp,
    Carer,
    Interpreter,
    Staff,
}
