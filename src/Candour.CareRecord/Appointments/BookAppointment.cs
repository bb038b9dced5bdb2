using Candour.CareRecord.Discharge;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.Clinical;

namespace Candour.CareRecord.Appointments;

/// <summary>How full a clinician's day is, read from the diary when the form is posted.</summary>
/// <param name="Name">What the clinician is called on the page.</param>
/// <param name="Booked">People that day, without the appointment being moved.</param>
/// <param name="Agreed">The agreed number a day; null: none agreed.</param>
public sealed record ClinicianDay(string Clinician, string Name, int Booked, int? Agreed)
{
    /// <summary>An employment adviser: sees no other contact than help with work, so none is booked with them.</summary>
    public bool HelpsWithWorkOnly { get; init; }
}

/// <summary>Where a slot lies: a London day and clock time, and how long.</summary>
public sealed record Slot(DateOnly Day, TimeOnly Time, int Minutes)
{
    public const int Grid = 15;

    public Moment Starts => London.At(Day, Time);

    public Moment Ends => Starts.Plus(TimeSpan.FromMinutes(Minutes));

    /// <summary>What is wrong with it as a slot to book, whoever it is for; null when nothing is.</summary>
    public Refusal? Wrong(Moment now) =>
        London.WallClock(Starts) != Day.ToDateTime(Time) ? new ClockSkipsThatTime(Time)
        : Time.Minute % Grid != 0 || Time.Second != 0 || Minutes % Grid != 0 || Minutes is < Grid or > 240 ? new NotOnTheQuarterHour()
        : Starts < now ? new TimeIsPast(Starts)
        : null;

    /// <summary>The service is open at its start and its end.</summary>
    public bool IsIn(OpeningHours hours) => hours.IsOpen(Starts) && hours.IsOpen(Ends.Minus(TimeSpan.FromMinutes(1)));

    /// <summary>What is wrong with it as the time of a contact that nobody planned: it has happened, at any minute.</summary>
    public Refusal? WrongUnplanned(Moment now) =>
        London.WallClock(Starts) != Day.ToDateTime(Time) ? new ClockSkipsThatTime(Time)
        : Minutes is < 1 or > 240 ? new NotOnTheQuarterHour()
        : Starts > now ? new UnplannedHasHappened()
        : null;

    /// <summary>The diary's grid squares it fills.</summary>
    public static IEnumerable<Moment> Squares(Moment starts, Moment ends)
    {
        for (var at = starts; at < ends; at = at.Plus(TimeSpan.FromMinutes(Grid)))
            yield return at;
    }
}

/// <summary>
/// Books a contact. One slot holds one appointment: the diary's unique row is written in the same transaction. One that nobody
/// planned is entered when it has happened, takes no slot, and counts once its attendance is recorded.
/// </summary>
public sealed record BookAppointment
{
    public required string Appointment { get; init; }

    public required string Person { get; init; }

    public required ClinicianDay With { get; init; }

    public required Slot Slot { get; init; }

    /// <summary>List appointment_type.</summary>
    public required string Kind { get; init; }

    /// <summary>List consultation_mechanism.</summary>
    public required string Medium { get; init; }

    /// <summary>The interpreter who is to be there; null: none.</summary>
    public string? Interpreter { get; init; }

    /// <summary>Why the needs are overridden; null: they are not.</summary>
    public string? DespiteNeeds { get; init; }

    /// <summary>The clinician, and nobody else, may say yes to a full day.</summary>
    public bool SaysYesToFullDay { get; init; }

    /// <summary>When the service is open; null: not asked (a person's own hours were offered from them).</summary>
    public OpeningHours? Hours { get; init; }

    /// <inheritdoc cref="ForTheReturn"/>
    public ForTheReturn Return { get; init; } = new();

    /// <param name="group">The stream of the group session; needed where a place in one is booked.</param>
    public Decision Decide(History person, History referral, By by, Moment now, History? group = null)
    {
        if (referral.First<ReferralReceived>()?.Person != Person || Referrals.Person.Of(person) is not { } known || known.Id != Person)
            return new AppointmentOfSomeoneElse();
        if (known.HasDied)
            return new NoBookingForTheDead();
        if (Course.Of(referral).EndedOn is { } ended && Kind != Clinical.Codes.AppointmentType.FollowUp)
            return new NoBookingAfterEnd(known.Called, ended);
        if (PastTheEnd(referral, Slot, Kind) is { } end)
            return new NoBookingPastTheEnd(known.Called, end);
        if (!Clinical.Codes.CodeList.Find("appointment_type").Knows(Kind))
            return new ChooseWhatFor();
        if (Kind != Clinical.Codes.AppointmentType.EmploymentSupport && by.Role == Roles.EmploymentAdviser)
            return new AdvisersBookHelpWithWork();
        if (Kind != Clinical.Codes.AppointmentType.EmploymentSupport && With.HelpsWithWorkOnly)
            return new AdviserGivesHelpWithWork(With.Name);
        if (!Clinical.Codes.CodeList.Find("consultation_mechanism").Knows(Medium))
            return new ChooseHow();
        var unplanned = Return.Planned == ForTheReturn.NotPlanned;
        if ((unplanned ? Slot.WrongUnplanned(now) : Slot.Wrong(now)) is { } wrong)
            return wrong;
        if (unplanned && referral.First<ReferralReceived>()!.ReceivedOn is var came && Slot.Day < came)
            return new BeforeTheReferral(known.Called, came);
        if (Return.Wrong() is { } unclear)
            return unclear;
        if (Hours is not null && !unplanned && !Slot.IsIn(Hours))
            return new ClosedThen(Slot.Starts, Slot.Ends);
        if (AssessmentAhead(referral, now) is { } ahead && Kind == Clinical.Codes.AppointmentType.Assessment)
            return new AssessmentIsBooked(known.Called, ahead.Starts);
        if (Overlapping(referral, Slot.Starts, Slot.Ends, Appointment) is { } other)
            return other.IsAttended ? new WasSeenThen(known.Called, other.Starts) : new AlreadyBookedThen(known.Called, other.Starts);
        if (string.IsNullOrWhiteSpace(DespiteNeeds) && NeedsCheck.Clash(known, Medium, Interpreter) is { } clash)
            return new NeedsNotMet(clash);
        if (!unplanned && IsTooMany(With, by, SaysYesToFullDay))
            return new FullDay(With.Booked + 1, With.Name, With.Agreed!.Value);
        var placed = Return.Group is null ? null : GroupSessions.Place(group ?? throw new ArgumentNullException(nameof(group)), Appointment, With.Clinician, Slot);
        if (placed is Refused elsewhere)
            return elsewhere;
        var booked = Decision.Accept(referral.Stream, new AppointmentBooked
        {
            Appointment = Appointment,
            Person = Person,
            Clinician = With.Clinician,
            Starts = Slot.Starts,
            Ends = Slot.Ends,
            Kind = Kind,
            Medium = Medium,
            Planned = Return.Planned,
            Mode = Return.Mode,
            Group = Return.Group,
            GroupFacilitators = Return.GroupFacilitators,
            Language = Return.Language,
            Interpreter = Interpreter,
            Programme = Return.Programme,
            LocationType = Return.LocationType,
            Site = Return.Site,
            LongTermConditionService = Return.LongTermConditionService,
            DespiteNeeds = string.IsNullOrWhiteSpace(DespiteNeeds) ? null : DespiteNeeds,
            FullDayAgreed = SaysYesToFullDay && With.Agreed <= With.Booked,
        });
        return booked is Accepted accepted && placed is Accepted first ? accepted.And(first) : booked;
    }

    /// <summary>The assessment that is booked and still to come: it is moved, not booked twice.</summary>
    public static Appointment? AssessmentAhead(History referral, Moment now) =>
        Appointments.Appointment.Of(referral).FirstOrDefault(a =>
            a.IsLive && a.Started is null && a.Starts > now && a.Booked.Kind == Clinical.Codes.AppointmentType.Assessment);

    /// <summary>The last day of care under notice, where the slot lies after it; null where it does not, or where it is a catch-up talk.</summary>
    internal static DateOnly? PastTheEnd(History referral, Slot slot, string kind) =>
        kind != Clinical.Codes.AppointmentType.FollowUp && Course.Of(referral) is { IsInNotice: true, NotTold: false, Notice.Effective: var last } && slot.Day > last
            ? last
            : null;

    internal static bool IsTooMany(ClinicianDay day, By by, bool saysYes) =>
        day.Agreed is { } agreed && day.Booked >= agreed && !(saysYes && by.Actor == day.Clinician);

    internal static Appointment? Overlapping(History referral, Moment starts, Moment ends, string except) =>
        Appointments.Appointment.Of(referral).FirstOrDefault(a => (a.IsLive || a.IsAttended) && a.Id != except && a.Starts < ends && starts < a.Ends);
}
