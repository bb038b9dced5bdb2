using Candour.Clinical;

namespace Candour.CareRecord.Appointments;

/// <summary>
/// A group session takes its clinician's time once, however many sit in it: the first place booked puts it in the diary by a
/// stream of its own, so that it collides with any other booking of that clinician and its own places do not. Left by its last
/// place it is in the diary no more, and can be placed anew, at any time.
/// </summary>
public static class GroupSessions
{
    public static StreamId Stream(string group) => new("group", group.ToUpperInvariant());

    /// <summary>The stream of the session the appointment is a place in, to be named in a write that moves it or calls it off.</summary>
    public static StreamId? Of(Appointment there) => there.Group is { } code ? Stream(code) : null;

    /// <summary>Takes a place: puts the session in the diary, or finds it there at the same time with the same clinician.</summary>
    internal static Decision Place(History group, string appointment, string clinician, Slot slot)
    {
        var taken = new GroupPlaceTaken { Appointment = appointment };
        var there = PlacesIn(group) is 0 ? null : group.Last<GroupSessionPlaced>();
        if (there is null)
            return Decision.Accept(group.Stream, new GroupSessionPlaced { Clinician = clinician, Starts = slot.Starts, Ends = slot.Ends }, taken);
        return there.Clinician == clinician && there.Starts == slot.Starts && there.Ends == slot.Ends
            ? Decision.Accept(group.Stream, taken)
            : new GroupIsAnotherTime(there.Starts, there.Ends);
    }

    /// <summary>A place is given up. With the last one the session leaves the diary, and its leader's time is free.</summary>
    /// <param name="group">The stream of the session the place is in; null where the appointment is in no group.</param>
    /// <exception cref="ArgumentException">The stream of another session, or none for a place in one.</exception>
    internal static Accepted Leave(Appointment there, History? group) => there.Group is not { } code ? Decision.AlreadySo
        : group?.Stream != Stream(code) ? throw new ArgumentException($"The place is in {code}; name its stream in the write.", nameof(group))
        : Decision.Accept(group.Stream, new GroupPlaceLeft { Appointment = there.Id });

    /// <summary>How many sit in it; null where that was never written down.</summary>
    internal static int? PlacesIn(History group)
    {
        if (!group.Any<GroupPlaceTaken>())
            return null;
        var places = new HashSet<string>();
        foreach (var e in group.Events.Select(e => e.Event))
        {
            if (e is GroupPlaceTaken taken)
                places.Add(taken.Appointment);
            else if (e is GroupPlaceLeft left)
                places.Remove(left.Appointment);
        }

        return places.Count;
    }
}

/// <summary>On the group session's stream: when it is and who leads it.</summary>
public sealed record GroupSessionPlaced : Event
{
    /// <summary>Staff id.</summary>
    public required string Clinician { get; init; }

    public required Moment Starts { get; init; }

    public required Moment Ends { get; init; }
}

/// <summary>On the group session's stream: an appointment is a place in it.</summary>
public sealed record GroupPlaceTaken : Event
{
    public required string Appointment { get; init; }
}

/// <summary>On the group session's stream: the appointment was called off, or went to another session.</summary>
public sealed record GroupPlaceLeft : Event
{
    public required string Appointment { get; init; }
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
