using System.Globalization;
using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Appointments.Store;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Staff;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Me;

/// <summary>My appointments: next first; move to a free time, or cancel, which never counts against anyone.</summary>
[ForPatients]
[Needs("appointment", Act.View, Posting = Act.Correct, About = About.Myself)]
public sealed class AppointmentsModel(TheRecord record, Randomness randomness, Who who, MyRecord mine, Colleagues colleagues) : PageModel
{
    public PathwayView? View { get; private set; }

    public Func<string, string> NameOf { get; private set; } = null!;

    public string Command { get; private set; } = "";

    public Moment Now { get; private set; }

    public ServicePolicy Policy { get; private set; } = null!;

    /// <summary>The appointment being moved, and when it could be instead.</summary>
    public Appointment? Moving { get; private set; }

    public IReadOnlyList<Slot> Free { get; private set; } = [];

    [TempData]
    public string? Said { get; set; }

    public async Task<IActionResult> OnGetAsync(string? move)
    {
        await Load();
        if (View is null)
            return NotFound();
        if (move is not null && (Moving = View.Appointments.FirstOrDefault(a => a.Id == move && a.IsLive)) is not null)
            await FindFree(Moving);
        return Page();
    }

    public async Task<IActionResult> OnPostMoveAsync(string command, string appointment, string? slot)
    {
        await Load();
        if (Mine(appointment) is not { } there)
            return NotFound();
        if (!DateTime.TryParseExact(slot, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var when)
            || !FreeSlots.CouldMoveTo(new(DateOnly.FromDateTime(when), TimeOnly.FromDateTime(when), there.PlannedMinutes), View!.Today, Policy.Hours, Now))
        {
            ModelState.AddModelError("slot", "Choose a time.");
            Moving = there;
            await FindFree(there);
            return Page();
        }

        await using var lists = record.Lists();
        var day = DateOnly.FromDateTime(when);
        var agreed = Colleague.Of(await record.Read(Streams.Staff(there.Clinician)))?.PeopleADay;
        var change = new MoveAppointment
        {
            Appointment = appointment, Slot = new(day, TimeOnly.FromDateTime(when), there.PlannedMinutes), AskedBy = AskedBy.Person, Phone = Policy[PolicyNames.Phone],
            With = new(there.Clinician, NameOf(there.Clinician), await lists.BookedOn(there.Clinician, day, appointment), agreed),
        };
        return await Write(command, (h, person, referral, now) => change.Decide(h[person], h[referral], who.By, now), "Moved. We have sent you the new time.");
    }

    public async Task<IActionResult> OnPostCancelAsync(string command, string appointment, string? why)
    {
        await Load();
        if (Mine(appointment) is not { } there)
            return NotFound();
        var cancel = new CancelAppointment { Appointment = appointment, AskedBy = AskedBy.Person, Why = why };
        var group = GroupSessions.Of(there);
        return await Write(command, (h, _, referral, now) => cancel.Decide(h[referral], who.By, now, group is { } its ? h[its] : null), "Cancelled. This will not count against you.", group);
    }

    private Appointment? Mine(string appointment) => View?.Appointments.FirstOrDefault(a => a.Id == appointment);

    private async Task<IActionResult> Write(string command, Func<Histories, StreamId, StreamId, Moment, Decision> decide, string said, StreamId? group = null)
    {
        var (person, referral) = (Streams.Person(View!.Person.Id), View.Referral.Stream);
        var message = Ids.New(randomness);
        var outcome = await record.Write(
            who.OrderFor(command), [person, referral, .. group is { } its ? [its] : Array.Empty<StreamId>(), .. TellThem.Streams, .. await TellThem.Unsaid(record, person)],
            (h, now) => TellThem.Of(decide(h, person, referral, now), h, person, referral, message, now));
        if (!this.Stored(outcome))
            return Page();
        Said = said;
        return this.See("/me/appointments");
    }

    private async Task FindFree(Appointment there)
    {
        await using var lists = record.Lists();
        var taken = await lists.TakenSquares(there.Clinician, Now, London.StartOf(View!.Today.AddDays(FreeSlots.DaysToMove + 1)));
        Free = FreeSlots.ToMoveTo(View.Today, there.PlannedMinutes, Policy.Hours, taken, Now);
    }

    private async Task Load()
    {
        (View, Command, Now) = (await mine.View(), Ids.New(randomness), Moment.Now(record.Clock));
        NameOf = await colleagues.Names();
        Policy = ServicePolicy.On(London.Today(record.Clock), await record.Read(Streams.Policy));
    }
}
