using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Candour.Clinical.Codes;

namespace Candour.CareRecord.Appointments;

/// <summary>Whether the person came. Entered more than a day late it says why; after the decision to end care it needs two.</summary>
public sealed record RecordAttendance
{
    public required string Appointment { get; init; }

    /// <summary>List attendance.</summary>
    public required string Code { get; init; }

    public string? Medium { get; init; }

    public Moment? Started { get; init; }

    public Moment? Ended { get; init; }

    /// <summary>List interpreter_present.</summary>
    public string? InterpreterPresent { get; init; }

    public string? Trace { get; init; }

    public int? GroupParticipants { get; init; }

    public WhyLate? WhyLate { get; init; }

    public string? WhyLateWords { get; init; }

    /// <param name="person">The person's stream: nobody comes after the day they died.</param>
    /// <param name="by">Who enters it: what the front desk corrects more than a day later waits for a clinician (permissions.csv).</param>
    public Decision Decide(History referral, History person, By by, Moment now)
    {
        if (Appointments.Appointment.Find(referral, Appointment) is not { } there)
            return new NoSuchAppointment();
        if (there.Cancelled is not null)
            return new AlreadyCancelled(there.Starts);
        if (Clinical.Codes.Attendance.IsSeen(Code, !there.IsUnplanned) && AfterDeath(there, person) is { } died)
            return died;
        if (!CodeList.Find("attendance").Knows(Code) || (InterpreterPresent is { } i && !CodeList.Find("interpreter_present").Knows(i)))
            return new ChooseWhoCame();
        if (now < there.Starts && there.Started is null)
            return new HasNotStartedYet(there.Starts);
        if (Started is { } began && began > now)
            return new BeganLaterThanNow(began, now);
        if (Ended is { } ended && ended > now)
            return new EndedLaterThanNow(ended, now);
        if (GroupParticipants is < 1 or > 999)
            return new Sessions.GroupNumberIsOff();
        var late = LateEntry.Is(there.Ends, now);
        if (late && WhyLate is null)
            return new WhyNow(LateEntry.Days(there.Ends, now));

        var attendance = new AttendanceRecorded
        {
            Appointment = Appointment,
            // Where our interpreter did not come, the person did not miss anything: we cancelled.
            Code = InterpreterPresent == Appointments.Appointment.InterpreterDidNotCome ? Clinical.Codes.Attendance.CancelledByService : Code,
            Medium = Medium,
            Started = Started,
            Ended = Ended,
            InterpreterPresent = InterpreterPresent,
            Trace = string.IsNullOrWhiteSpace(Trace) ? null : Trace,
            GroupParticipants = GroupParticipants,
            NeedsSecondPerson = LateEntry.NeedsSecondPerson(there.Ends, now, referral) || (late && by.Role == Roles.Administrator && there.Attendance is not null),
        };
        if ((there.Waiting ?? there.Attendance) is { } old && old with { NeedsSecondPerson = attendance.NeedsSecondPerson } == attendance)
            return Decision.AlreadySo;
        return late
            ? Decision.Accept(referral.Stream, attendance, new AddedLate
            {
                About = $"attendance/{Appointment}",
                Days = LateEntry.Days(there.Ends, now),
                Why = WhyLate!.Value,
                InWords = string.IsNullOrWhiteSpace(WhyLateWords) ? null : WhyLateWords,
            })
            : Decision.Accept(referral.Stream, attendance);
    }

    /// <summary>Null where the person lives, or died on the day or later.</summary>
    internal static CameAfterDeath? AfterDeath(Appointment there, History person) =>
        Death.NoLaterThan(person) is { } died && there.Day > died ? new(Person.Of(person)?.Called ?? "this person", died, there.Day) : null;
}

/// <summary>The second person's word on a late entry.</summary>
public sealed record ConfirmLateEntry(string Appointment)
{
    public Decision Decide(History referral, By by) => Appointments.Appointment.Find(referral, Appointment) switch
    {
        null => new NoSuchAppointment(),
        { LateEntryBy: null } => new NothingToConfirm(),
        { LateEntryBy: { } first } when first == by.Actor => new SecondPersonIsAnother(),
        _ when by.Role == Roles.Administrator && referral.Recorded<AttendanceRecorded>().Last(a => a.Event.Appointment == Appointment).Envelope.By.Role == Roles.Administrator
            => new ClinicianConfirms(),
        _ => Decision.Accept(referral.Stream, new LateEntryConfirmed { Appointment = Appointment }),
    };
}

/// <summary>The interpreter is booked, or fell through.</summary>
public sealed record ArrangeInterpreter(string Appointment, bool Booked, string? Who)
{
    public Decision Decide(History referral) => Appointments.Appointment.Find(referral, Appointment) switch
    {
        null => new NoSuchAppointment(),
        { Cancelled: not null } there => new AlreadyCancelled(there.Starts),
        _ => Decision.Accept(referral.Stream, new InterpreterArranged { Appointment = Appointment, Booked = Booked, Who = Who }),
    };
}
