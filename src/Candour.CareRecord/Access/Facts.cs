namespace Candour.CareRecord.Access;

/// <summary>How the one who asks stands to what is asked for. Everything unknown is false: the table then says no.</summary>
public sealed record Facts
{
    /// <summary>The patient whose record it is (signed in strongly enough for it), or the member of staff it is about.</summary>
    public bool Self { get; init; }

    /// <summary>Open allocation, an appointment from 30 days ago to 14 days ahead, or an open task that is theirs or of which they were told; ends 30 days after the end.</summary>
    public bool Caseload { get; init; }

    /// <summary>The referral is in the inbox, call list, booking or letter queue now.</summary>
    public bool WorkItem { get; init; }

    /// <summary>On the rota for this hour.</summary>
    public bool Duty { get; init; }

    /// <summary>Named in an open case file with an end date.</summary>
    public bool Case { get; init; }

    /// <summary>Of the actor's own team or service.</summary>
    public bool Unit { get; init; }

    /// <summary>Of somebody under a present supervision agreement with the actor.</summary>
    public bool Supervisees { get; init; }

    /// <summary>Counts and rates only, no person.</summary>
    public bool Aggregate { get; init; }

    /// <summary>Without identifiers.</summary>
    public bool Pseudonymised { get; init; }

    /// <summary>Within an inspection's scope and dates.</summary>
    public bool TimeBox { get; init; }

    /// <summary>The actor's own record, a relative's or a colleague's: never opened by scope or emergency.</summary>
    public bool OwnFamilyOrColleague { get; init; }

    /// <summary>Opened in an emergency within the last hour, for this record, by this actor.</summary>
    public bool BreakGlass { get; init; }

    /// <summary>Which <see cref="Conditions"/> are met where it is asked.</summary>
    public IReadOnlyCollection<string> Met { get; init; } = [];

    /// <summary>Nothing is known: only what is open to a role anywhere.</summary>
    public static Facts None { get; } = new();

    /// <summary>Whether these facts lie within a scope of the table. A scope nobody knows is never met.</summary>
    public bool Within(string scope) => scope switch
    {
        "any" or "all" => true,
        "self" => Self,
        "caseload" => Caseload,
        "work-item" => WorkItem,
        "caseload-or-duty" => Caseload || Duty,
        "case" => Case,
        "unit" => Unit,
        "supervisees" => Supervisees,
        "supervisees-or-caseload" => Supervisees || Caseload,
        "aggregate" => Aggregate,
        "pseudonymised" => Pseudonymised,
        "time-box" => TimeBox,
        _ => false,
    };
}
