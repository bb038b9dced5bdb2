using System.Globalization;
using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Appointments.Store;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Staff;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Me;

/// <summary>
/// The one appointment that a link in a message opens: when, how to join and whom to call, to move or to cancel. Nothing else of
/// the record is shown, and nobody's name: a link and a birth date do not prove more. Who has given the code as well reads who
/// it is with.
/// </summary>
[ForThePerson]
[Needs("appointment", Act.View, Posting = Act.Correct, About = About.Appointment)]
public sealed class AppointmentModel(TheRecord record, Randomness randomness, Who who, Colleagues colleagues) : PageModel
{
    public Appointment There { get; private set; } = null!;

    public string Command { get; private set; } = "";

    public IReadOnlyList<Slot> Free { get; private set; } = [];

    [TempData]
    public string? Said { get; set; }

    /// <summary>Who it is with; null for somebody who came by a link and a birth date alone.</summary>
    public string? With { get; private set; }

    /// <summary>How to get there, in sentences.</summary>
    public string Join { get; private set; } = "";

    public bool CanChange => There.IsLive && There.Starts > Moment.Now(record.Clock);

    private StreamId Referral { get; set; }

    /// <summary>"BSL interpreter booked."; null where none is needed.</summary>
    public static string? Interpreter(Appointment there) =>
        there.Booked.Interpreter is { } interpreter ? $"{interpreter} interpreter {(there.InterpreterBooked == true ? "booked" : "asked for")}." : null;

    public async Task<IActionResult> OnGetAsync(string id) => await Load(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostMoveAsync(string id, string command, string? slot)
    {
        if (!await Load(id))
            return NotFound();
        if (!DateTime.TryParseExact(slot, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var when)
            || !FreeSlots.CouldMoveTo(new(DateOnly.FromDateTime(when), TimeOnly.FromDateTime(when), There.PlannedMinutes), London.Today(record.Clock), (await Policy()).Hours, Moment.Now(record.Clock)))
        {
            ModelState.AddModelError("slot", "Choose a time.");
            return Page();
        }

        await using var lists = record.Lists();
        var day = DateOnly.FromDateTime(when);
        var agreed = Colleague.Of(await record.Read(Streams.Staff(There.Clinician)))?.PeopleADay;
        var move = new MoveAppointment
        {
            Appointment = id, Slot = new(day, TimeOnly.FromDateTime(when), There.PlannedMinutes), AskedBy = AskedBy.Person, Phone = (await Policy())[PolicyNames.Phone],
            With = new(There.Clinician, "your therapist", await lists.BookedOn(There.Clinician, day, id), agreed),
        };
        return await Write(id, command, (h, person, referral, now) => move.Decide(h[person], h[referral], who.By, now), "Moved.");
    }

    public async Task<IActionResult> OnPostCancelAsync(string id, string command, string? why)
    {
        if (!await Load(id))
            return NotFound();
        var cancel = new CancelAppointment { Appointment = id, AskedBy = AskedBy.Person, Why = why };
        var group = GroupSessions.Of(There);
        return await Write(id, command, (h, _, referral, now) => cancel.Decide(h[referral], who.By, now, group is { } its ? h[its] : null), "Cancelled. This will not count against you.", group);
    }

    private async Task<IActionResult> Write(string id, string command, Func<Histories, StreamId, StreamId, Moment, Decision> decide, string said, StreamId? group = null)
    {
        var person = Streams.Person(There.Person);
        var message = Ids.New(randomness);
        var outcome = await record.Write(
            who.OrderFor(command), [person, Referral, .. group is { } its ? [its] : Array.Empty<StreamId>(), .. TellThem.Streams, .. await TellThem.Unsaid(record, person)],
            (h, now) => TellThem.Of(decide(h, person, Referral, now), h, person, Referral, message, now));
        if (!this.Stored(outcome))
            return Page();
        Said = said;
        return this.See($"/me/appointments/{id}");
    }

    private async Task<ServicePolicy> Policy() => ServicePolicy.On(London.Today(record.Clock), await record.Read(Streams.Policy));

    private async Task<bool> Load(string id)
    {
        if (who.Patient is null)
            return false;
        await using var lists = record.Lists();
        if (await lists.AppointmentById(id) is not { } row)
            return false;
        Referral = Streams.Referral(row.Referral);
        There = Appointment.Find(await record.Read(Referral), id)!;
        Command = Ids.New(randomness);
        var (now, today) = (Moment.Now(record.Clock), London.Today(record.Clock));
        var policy = await Policy();
        Join = HowToJoin.Words(There.Medium, policy);
        With = who.Patient.Strength == PatientStrength.Read ? (await colleagues.Names())(There.Clinician) : null;
        var taken = await lists.TakenSquares(There.Clinician, now, London.StartOf(today.AddDays(FreeSlots.DaysToMove + 1)));
        Free = FreeSlots.ToMoveTo(today, There.PlannedMinutes, policy.Hours, taken, now);
        return true;
    }
}
