using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.Clinical;

namespace Candour.CareRecord.Appointments;

/// <summary>Moves a contact to another slot, by staff or by the person. Who asked is kept.</summary>
public sealed record MoveAppointment
{
    public required string Appointment { get; init; }

    public required ClinicianDay With { get; init; }

    public required Slot Slot { get; init; }

    /// <summary>Null: stays as it was.</summary>
    public string? Medium { get; init; }

    public required AskedBy AskedBy { get; init; }

    public string? DespiteNeeds { get; init; }

    public bool SaysYesToFullDay { get; init; }

    /// <summary>A place in a group: the code of the session it goes to.</summary>
    public string? Group { get; init; }

    /// <summary>The service's number, for a person who comes too late to move.</summary>
    public required string Phone { get; init; }

    /// <inheritdoc cref="BookAppointment.Hours"/>
    public OpeningHours? Hours { get; init; }

    /// <param name="group">The stream of the group session it goes to; needed where <see cref="Group"/> is named.</param>
    /// <param name="left">The stream of the group session it leaves; needed where it is a place in one.</param>
    public Decision Decide(History person, History referral, By by, Moment now, History? group = null, History? left = null)
    {
        if (Appointments.Appointment.Find(referral, Appointment) is not { } there)
            return new NoSuchAppointment();
        if (Person.Of(person) is not { } known || known.Id != there.Person)
            return new AppointmentOfSomeoneElse();
        if (CannotMove(there, by, now) is { } no)
            return no;
        if (BookAppointment.PastTheEnd(referral, Slot, there.Booked.Kind) is { } end)
            return by.Role is Roles.Patient or Roles.Proxy ? new NoMovePastYourEnd(end) : new NoBookingPastTheEnd(known.Called, end);
        if (there.Group is not null && Group is null)
            return by.Role is Roles.Patient or Roles.Proxy ? new GroupPlacesStay() : new NameTheNewGroup();
        if (there.Group is null && Group is not null)
            return new NotInAGroup();
        if (Slot.Wrong(now) is { } wrong)
            return wrong;
        if (Hours is not null && !Slot.IsIn(Hours))
            return new ClosedThen(Slot.Starts, Slot.Ends);
        if (BookAppointment.Overlapping(referral, Slot.Starts, Slot.Ends, Appointment) is { } other)
            return new AlreadyBookedThen(known.Called, other.Starts);
        var medium = Medium ?? there.Medium;
        if (!Clinical.Codes.CodeList.Find("consultation_mechanism").Knows(medium))
            return new ChooseHow();
        if (string.IsNullOrWhiteSpace(DespiteNeeds) && string.IsNullOrWhiteSpace(there.Booked.DespiteNeeds)
            && NeedsCheck.Clash(known, medium, there.Booked.Interpreter) is { } clash)
            return new NeedsNotMet(clash);
        if (BookAppointment.IsTooMany(With, by, SaysYesToFullDay))
            return new FullDay(With.Booked + 1, With.Name, With.Agreed!.Value);
        var code = Group?.ToUpperInvariant();
        if (there.Starts == Slot.Starts && there.Ends == Slot.Ends && there.Clinician == With.Clinician && there.Medium == medium && there.Group == code)
            return Decision.AlreadySo;
        var placed = code is null ? Decision.AlreadySo : GroupSessions.Place(group ?? throw new ArgumentNullException(nameof(group)), Appointment, With.Clinician, Slot);
        if (placed is not Accepted first)
            return placed;
        if (there.Group is not null && GroupSessions.Stream(there.Group) != group?.Stream)
            first = first.And(GroupSessions.Leave(there, left));
        return ((Accepted)Decision.Accept(referral.Stream, new AppointmentMoved
        {
            Appointment = Appointment,
            Clinician = With.Clinician,
            Starts = Slot.Starts,
            Ends = Slot.Ends,
            Medium = medium,
            AskedBy = AskedBy,
            DespiteNeeds = string.IsNullOrWhiteSpace(DespiteNeeds) ? null : DespiteNeeds,
            FullDayAgreed = SaysYesToFullDay && With.Agreed <= With.Booked,
            Group = code,
        })).And(first);
    }

    /// <summary>A person can move it by themselves until an hour before; staff until it begins. From then on it says who came.</summary>
    internal static readonly TimeSpan PersonUntil = TimeSpan.FromHours(1);

    private Refusal? CannotMove(Appointment there, By by, Moment now) =>
        Stays(there) is { } no ? no
        : by.Role is Roles.Patient or Roles.Proxy && there.Starts > now && there.Starts.Minus(PersonUntil) < now
            ? new TooLateToMove((int)there.Starts.Since(now).TotalMinutes, Phone, With.Name)
        : there.Starts <= now ? Begun(there, by)
        : null;

    /// <summary>Why it is neither moved nor called off, whatever the time is; null when nothing speaks against it.</summary>
    internal static Refusal? Stays(Appointment there) =>
        there.Cancelled is not null ? new AlreadyCancelled(there.Starts)
        : there.IsUnplanned ? new UnplannedStays()
        : there.Attendance is not null || there.Started is not null ? new AlreadyHeld()
        : null;

    internal static Refusal Begun(Appointment there, By by) =>
        by.Role is Roles.Patient or Roles.Proxy ? new AlreadyHeld() : new ItsTimeHasCome(there.Starts);
}

/// <summary>Calls a contact off. The slot is free again in the same transaction.</summary>
public sealed record CancelAppointment
{
    /// <summary>Shorter notice than this is short: whether the slot could be used again is recorded.</summary>
    public static readonly TimeSpan ShortNotice = TimeSpan.FromHours(24);

    public required string Appointment { get; init; }

    public required AskedBy AskedBy { get; init; }

    public string? Why { get; init; }

    /// <summary>Staff know whether somebody else got the slot; null: not known.</summary>
    public bool? SlotCouldBeUsed { get; init; }

    /// <param name="group">The stream of the group session it is a place in; null: it is in none.</param>
    public Decision Decide(History referral, By by, Moment now, History? group = null)
    {
        if (Appointments.Appointment.Find(referral, Appointment) is not { } there)
            return new NoSuchAppointment();
        if (there.Cancelled is not null && there.Cancelled.AskedBy == AskedBy)
            return Decision.AlreadySo;
        if (MoveAppointment.Stays(there) is { } no)
            return no;
        // Cancelling late is better than not coming: a person may, until it starts; staff write down a call until it is over.
        if ((by.Role is Roles.Patient or Roles.Proxy ? there.Starts : there.Ends) <= now)
            return MoveAppointment.Begun(there, by);
        return ((Accepted)Decision.Accept(referral.Stream, new AppointmentCancelled
        {
            Appointment = Appointment,
            AskedBy = AskedBy,
            SlotCouldBeUsed = there.Starts.Since(now) >= ShortNotice ? null : SlotCouldBeUsed is { } used ? (used ? "Y" : "N") : null,
            Why = string.IsNullOrWhiteSpace(Why) ? null : Why,
        })).And(GroupSessions.Leave(there, group));
    }
}
