namespace Candour.CareRecord.Access;

/// <summary>How a member of staff is close to a person whose record is here.</summary>
public enum Closeness
{
    Myself,
    Family,
    Colleague,
    Friend,
    Neighbour,

    /// <summary>Nothing was said of it: the person asked that they do not open the record.</summary>
    AskedByThePerson,
}

/// <summary>On the person's stream: this member of staff is close to them and opens their record in no way.</summary>
public sealed record RelationDeclared : Event
{
    public required string Staff { get; init; }

    public required Closeness Closeness { get; init; }

    internal override string? Touches => $"relation/{Staff}";
}

/// <summary>The privacy officer looked at it, and what was declared stands no longer.</summary>
public sealed record RelationEnded : Event
{
    public required string Staff { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => $"relation/{Staff}";
}

/// <summary>The person asked that this member of staff do not open their record. No reason is asked for.</summary>
public sealed record StaffBlocked : Event
{
    public required string Staff { get; init; }

    internal override string? Touches => $"relation/{Staff}";
}

/// <summary>The person took that back.</summary>
public sealed record StaffUnblocked : Event
{
    public required string Staff { get; init; }

    internal override string? Touches => $"relation/{Staff}";
}
