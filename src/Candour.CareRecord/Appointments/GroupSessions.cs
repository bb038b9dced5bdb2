using Candour.Clinical;

namespace Candour.CareRecord.Appointments;

/// <summary>
/// A group session takes its clinician's time once, however many sit in it: the first place booked puts it in the diary by a
/// stream of its own, so that it collides with any other booking of that clinician and its own places do not.
/// </summary>
public static class GroupSessions
{
    public static StreamId Stream(string group) => new("group", group.ToUpperInvariant());

    /// <summary>Puts the session in the diary, or finds it there at the same time with the same clinician.</summary>
    internal static Decision Place(History group, string clinician, Slot slot) => group.Last<GroupSessionPlaced>() switch
    {
        null => Decision.Accept(group.Stream, new GroupSessionPlaced { Clinician = clinician, Starts = slot.Starts, Ends = slot.Ends }),
        { } there when there.Clinician == clinician && there.Starts == slot.Starts && there.Ends == slot.Ends => Decision.AlreadySo,
        { } there => new GroupIsAnotherTime(there.Starts, there.Ends),
    };
}

/// <summary>On the group session's stream: when it is and who leads it.</summary>
public sealed record GroupSessionPlaced : Event
{
    /// <summary>Staff id.</summary>
    public required string Clinician { get; init; }

    public required Moment Starts { get; init; }

    public required Moment Ends { get; init; }
}

public sealed record GroupIsAnotherTime(Moment Starts, Moment Ends) : Refusal(
    $"That group session is on {Words.LongDay(London.DayOf(Starts))}, {Words.Time(Starts)} to {Words.Time(Ends)}, or led by somebody else. Choose its time and leader, or another code.")
{
    public override string Field => "Group";
}

public sealed record GroupPlacesStay() : Refusal("This is a place in a group. Call us to come to another of its sessions, or cancel it here.")
{
    public override string Field => "When";
}

public sealed record NameTheNewGroup() : Refusal("This is a place in a group. Enter the code of the session it goes to, with its day and time.")
{
    public override string Field => "Group";
}

public sealed record NotInAGroup() : Refusal("This is not a place in a group. Leave the code empty, or call this off and book a place in the group.")
{
    public override string Field => "Group";
}
