namespace Candour.CareRecord.Staff;

/// <summary>On the staff member's stream: they work here from a day on.</summary>
public sealed record StaffJoined : Event
{
    [Identity]
    public string? Name { get; init; }

    /// <summary>As the person wants patients to know it: a psychological wellbeing practitioner.</summary>
    public string? Title { get; init; }

    public required DateOnly From { get; init; }

    public string? Team { get; init; }

    /// <summary>Staff id of the supervisor.</summary>
    public string? Supervisor { get; init; }

    /// <summary>The agreed number of people a day; null: none agreed.</summary>
    public int? PeopleADay { get; init; }

    internal override string? Touches => "staff";
}

/// <summary>Name, title, team, supervisor or agreed number changed: the whole set again. Earlier ones stay.</summary>
public sealed record StaffDetailsGiven : Event
{
    [Identity]
    public string? Name { get; init; }

    public string? Title { get; init; }

    public string? Team { get; init; }

    /// <summary>Staff id of the supervisor.</summary>
    public string? Supervisor { get; init; }

    public int? PeopleADay { get; init; }

    internal override string? Touches => "staff";
}

/// <summary>A clinician told who covers for them that a day holds more people than they agreed to. The one number about work, for their own good.</summary>
public sealed record FullDayTold : Event
{
    public required DateOnly Day { get; init; }

    public required int People { get; init; }

    public required int Agreed { get; init; }

    /// <summary>Staff id of who was told.</summary>
    public required string To { get; init; }
}

/// <summary>A qualification awarded, or one being trained for (IDS902).</summary>
public sealed record QualificationAwarded : Event
{
    /// <summary>List qualification.</summary>
    public required string Qualification { get; init; }

    public DateOnly? AwardedOn { get; init; }

    /// <summary>In training: when it is planned to be done.</summary>
    public DateOnly? PlannedFor { get; init; }
}

/// <summary>Somebody asked that this member of staff hold a role; a second person has to grant it.</summary>
public sealed record RoleAsked : Event
{
    public required string RoleName { get; init; }

    public required DateOnly From { get; init; }

    internal override string? Touches => $"role/{RoleName}";
}

public sealed record RoleGranted : Event
{
    public required string RoleName { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Staff id of who asked; the envelope holds who granted. Null: set up from the service's own machine.</summary>
    public string? AskedBy { get; init; }

    internal override string? Touches => $"role/{RoleName}";
}

/// <summary>The second person said no.</summary>
public sealed record RoleDeclined : Event
{
    public required string RoleName { get; init; }

    internal override string? Touches => $"role/{RoleName}";
}

public sealed record RoleTaken : Event
{
    public required string RoleName { get; init; }

    public required DateOnly On { get; init; }

    internal override string? Touches => $"role/{RoleName}";
}

public sealed record StaffLeft : Event
{
    public required DateOnly On { get; init; }

    internal override string? Touches => "staff";
}
