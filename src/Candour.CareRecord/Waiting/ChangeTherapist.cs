using Candour.CareRecord.Access;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Stepping;
using Candour.Clinical;
using Candour.Clinical.Problems;

namespace Candour.CareRecord.Waiting;

/// <summary>What the lists know of the therapist who takes over, read when the form is posted.</summary>
/// <param name="Load">The next two weeks.</param>
/// <param name="Booked">People booked on each day of an appointment that is to move.</param>
/// <param name="Taken">Squares of their diary that are taken on those days.</param>
/// <param name="RiskTakers">Staff ids of those who may act on a worry, by <see cref="Safeguards.RiskTakers"/>.</param>
public sealed record TherapistsDiary(
    TwoWeeks Load, IReadOnlyDictionary<DateOnly, int> Booked, IReadOnlySet<Moment> Taken, IReadOnlyCollection<string> RiskTakers);

/// <summary>
/// Another therapist for somebody in care or waiting. In one write: the person is the new one's, the appointments named move to
/// them at the same time, an open worry that was the old one's goes along, what the person asked for is settled, and they are told.
/// The wait, the plan and the sessions left stay as they are.
/// </summary>
public sealed record ChangeTherapist
{
    /// <summary>Staff id.</summary>
    public required string Clinician { get; init; }

    /// <summary>Needed unless the person asked: neither they nor we owe a reason then.</summary>
    public string? Why { get; init; }

    /// <summary>Appointments that move to the new therapist; the others stay where they are.</summary>
    public IReadOnlyCollection<string> Move { get; init; } = [];

    /// <summary>Fresh ids of the message to the person and of the one to the new therapist about a worry.</summary>
    public required (string ToPerson, string ToTherapist) Messages { get; init; }

    /// <summary>The service's number.</summary>
    public string Phone { get; init; } = "";

    /// <param name="clinician">The stream of <see cref="Clinician"/>.</param>
    /// <param name="sender">Null: nobody is told, for a record that has no service yet.</param>
    public Decision Decide(History person, History referral, History clinician, TherapistsDiary diary, Sender? sender, By by, Moment now)
    {
        if (Person.Of(person) is not { HasDied: false } known)
            return new NobodyThere();
        var before = Allocation.Of(referral);
        var giver = Colleague.Of(clinician);
        if (giver is not null && (RightFor(referral, giver) ?? Knows(person, giver)) is { } not)
            return not;
        var given = new AllocateClinician { Clinician = Clinician, Why = Why }
            .Decide(referral, clinician, Clinician == before ? null : diary.Load, known.Called, now);
        if (given is not Accepted accepted)
            return given;
        var asked = AskedFor(person);
        if (Text.OrNull(Why) is not { } why ? asked is null && Clinician != before : why.Length > Text.Most)
            return Text.OrNull(Why) is null ? new SayWhyAnotherTherapist(known.Called) : new TextTooLong(Text.Most);
        foreach (var id in Move.Distinct())
        {
            if (Moved(person, referral, id, giver!, diary, by, now) is not Accepted moved)
                return Moved(person, referral, id, giver!, diary, by, now);
            accepted = accepted.And(moved);
        }

        if (Clinician == before)
            return Move.Count == 0 ? new IsTheirTherapist(giver!.Name) : accepted;
        if (RiskTask.OpenOf(person) is { } task && task.Owner == before)
        {
            var handed = new HandOnRiskTask(
                task.Id, Clinician, "They have another therapist now.", diary.RiskTakers, Messages.ToTherapist).Decide(person, by, now);
            if (handed is not Accepted on)
                return handed;
            accepted = accepted.And(on);
        }

        if (asked is { } wish)
            accepted = accepted.And((Accepted)ChangeDetails.Settle(person, wish, done: true, null));
        return before is null || sender is null ? accepted : accepted.And(Message.Queue(
            new NewMessage(Messages.ToPerson, Say.AnotherTherapist(), now.Plus(TimeSpan.FromDays(7)), new LinkWanted(LinkPurpose.MyPage)) { Referral = referral.Stream.Id },
            person, sender, now));
    }

    /// <summary>The request that the person made on their own page and nobody has settled; null: none.</summary>
    public static string? AskedFor(History person) =>
        ChangeDetails.Open(person).Where(a => a.Event.What == DetailAsked.AnotherTherapist).Select(a => a.Event.Request).FirstOrDefault();

    /// <summary>Appointments that could move with the person: one to one, not begun, not an employment adviser's, with somebody else.</summary>
    public static IReadOnlyList<Appointment> CouldMove(History referral, string? to, Moment now) =>
        [.. Appointment.Of(referral).Where(a => a is { IsLive: true, Group: null, Started: null, IsUnplanned: false }
            && a.Starts > now && a.Clinician != to && a.Booked.Kind != Allocation.Employment)];

    /// <summary>When the person last came from one therapist to another, and to whom; null: they never did.</summary>
    public static (Moment At, string Clinician)? LastOf(History referral)
    {
        for (var i = referral.Events.Count - 1; i >= 0; i--)
        {
            if (referral.Events[i] is { Event: ClinicianAllocated to, Envelope.At: var at }
                && Allocation.Of(new(referral.Stream, [.. referral.Events.Take(i)])) is { } before && before != to.Clinician)
                return (at, to.Clinician);
        }

        return null;
    }

    /// <summary>Before a treatment is chosen, who works at the step; once it is, the qualification for it decides.</summary>
    public static Refusal? RightFor(History referral, Colleague giver) =>
        !giver.Roles.Any(r => r is Roles.Pwp or Roles.PwpTrainee or Roles.HighIntensity) ? new SeesNobody(giver.Name)
        : AllocateClinician.TherapyOf(referral) is null && Steps.Of(referral).Now == (int)Step.Three && !giver.Roles.Contains(Roles.HighIntensity)
            ? new WorksAtAnotherStep(giver.Name) : null;

    private static CannotTakeThem? Knows(History person, Colleague giver) =>
        RelationRow.RowsOf(person).Any(r => r.Staff == giver.Id) ? new CannotTakeThem(giver.Name) : null;

    private Decision Moved(History person, History referral, string id, Colleague giver, TherapistsDiary diary, By by, Moment now)
    {
        if (CouldMove(referral, Clinician, now).FirstOrDefault(a => a.Id == id) is not { } there)
            return new StaysWhereItIs();
        if (Slot.Squares(there.Starts, there.Ends).Any(diary.Taken.Contains))
            return new TherapistIsBusyThen(giver.Name, there.Starts);
        return new MoveAppointment
        {
            Appointment = id,
            With = new(Clinician, giver.Name, diary.Booked.GetValueOrDefault(there.Day), giver.PeopleADay),
            Slot = new(there.Day, TimeOnly.FromDateTime(London.WallClock(there.Starts)), there.PlannedMinutes),
            AskedBy = AskedBy.Us,
            Phone = Phone,
        }.Decide(person, referral, by, now);
    }
}
