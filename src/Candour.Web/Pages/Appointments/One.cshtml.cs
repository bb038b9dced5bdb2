using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Appointments.Store;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Staff;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Appointments;

/// <summary>One appointment: move it, call it off, say who came. Who asked is always kept.</summary>
[Needs("appointment", Act.View, Posting = Act.Correct, About = About.Appointment)]
public sealed class OneModel(TheRecord record, Randomness randomness, Who who, Colleagues colleagues) : PageModel
{
    [BindProperty]
    public OneForm Form { get; set; } = new();

    [BindProperty]
    public Shown Shown { get; set; } = new();

    /// <summary>"Booked." after a booking; null otherwise.</summary>
    [TempData]
    public string? Said { get; set; }

    public AppointmentRow Row { get; private set; } = null!;

    public PathwayView View { get; private set; } = null!;

    public Appointment There { get; private set; } = null!;

    public Func<string, string> NameOf { get; private set; } = null!;

    public bool HasBegun => There.Starts <= Moment.Now(record.Clock);

    /// <summary>Called off now it would be at short notice, and the return asks whether somebody else could have the time.</summary>
    public bool IsShortNotice => There.Starts.Since(Moment.Now(record.Clock)) < CancelAppointment.ShortNotice;

    public bool WaitsForAnother => There.LateEntryBy is { } first && first != who.Actor.Id;

    public bool TakingOutWaits => TakeOutContact.Waits(View.Referral, There.Id);

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        Shown = Shown.Now(randomness, View.Referral);
        return Page();
    }

    public async Task<IActionResult> OnPostMoveAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        if (Form.AskedBy is not { } asked)
            return Again("Form.AskedBy", "Choose who asked.");
        if (Form.Slot(There) is not { } slot)
        {
            ModelState.Day("Form.Day", Form.Day, BookForm.Appointment, View.Today);
            return BookForm.ReadTime(Form.Time) is null ? Again("Form.Time", "Enter a time, like 2pm or 14:00") : Page();
        }

        await using var lists = record.Lists();
        var agreed = Colleague.Of(await record.Read(Streams.Staff(There.Clinician)))?.PeopleADay;
        var move = new MoveAppointment
        {
            Appointment = id, With = new(There.Clinician, NameOf(There.Clinician), await lists.BookedOn(There.Clinician, slot.Day, id), agreed), Slot = slot,
            Group = string.IsNullOrWhiteSpace(Form.Group) ? null : Form.Group.Trim(), Medium = string.IsNullOrEmpty(Form.Medium) ? null : Form.Medium, AskedBy = asked, DespiteNeeds = Form.DespiteNeeds, SaysYesToFullDay = Form.SaysYes, Phone = await Phone(),
            Hours = ServicePolicy.On(slot.Day, await record.Read(Streams.Policy)).Hours,
        };
        var (to, from) = (move.Group is { } code ? GroupSessions.Stream(code) : (StreamId?)null, GroupSessions.Of(There));
        return await Write(
            id, (h, person, referral, now) => move.Decide(h[person], h[referral], who.By, now, to is { } its ? h[its] : null, from is { } old ? h[old] : null), to, from);
    }

    public async Task<IActionResult> OnPostCancelAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        if (Form.AskedBy is not { } asked)
            return Again("Form.AskedBy", "Choose who asked.");
        var cancel = new CancelAppointment { Appointment = id, AskedBy = asked, Why = Form.Why, SlotCouldBeUsed = Form.SlotCouldBeUsed };
        var group = GroupSessions.Of(There);
        return await Write(id, (h, _, referral, now) => cancel.Decide(h[referral], who.By, now, group is { } its ? h[its] : null), group);
    }

    public async Task<IActionResult> OnPostInterpreterAsync(string id, bool booked) =>
        await Load(id) ? await Write(id, (_, referral, _) => new ArrangeInterpreter(id, booked, Form.Why).Decide(referral)) : NotFound();

    public async Task<IActionResult> OnPostConfirmAsync(string id) =>
        await Load(id) ? await Write(id, (_, referral, _) => new ConfirmLateEntry(id).Decide(referral, who.By)) : NotFound();

    public async Task<IActionResult> OnPostTakeOutAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        var (taken, group) = (new TakeOutContact(id, Form.Mistake), GroupSessions.Of(There));
        return await Write(id, (h, _, referral, now) => taken.Decide(h[referral], now, group is { } its ? h[its] : null), group);
    }

    public async Task<IActionResult> OnPostCameAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        var came = new RecordAttendance { Appointment = id, Code = Form.Code ?? "", InterpreterPresent = Form.InterpreterPresent, WhyLate = Form.WhyLate, WhyLateWords = Form.Why };
        return await Write(id, (person, referral, now) => came.Decide(referral, person, who.By, now));
    }

    private PageResult Again(string field, string words)
    {
        ModelState.AddModelError(field, words);
        return Page();
    }

    private Task<IActionResult> Write(string id, Func<History, History, Moment, Decision> decide) =>
        Write(id, (h, person, referral, now) => decide(h[person], h[referral], now));

    private async Task<IActionResult> Write(string id, Func<Histories, StreamId, StreamId, Moment, Decision> decide, params StreamId?[] also)
    {
        var (person, referral) = (Streams.Person(Row.Person), Streams.Referral(Row.Referral));
        var message = Ids.New(randomness);
        var outcome = await record.Write(
            who.OrderFor(Shown.Command), [person, referral, .. also.OfType<StreamId>().Distinct(), .. TellThem.Streams, .. await TellThem.Unsaid(record, person)],
            (h, now) => TellThem.Of(decide(h, person, referral, now), h, person, referral, message, now), (referral, Shown.Version));
        return this.Stored(outcome, Shown, randomness) ? this.See($"/appointments/{id}") : Page();
    }

    private async Task<string> Phone() => ServicePolicy.On(View.Today, await record.Read(Streams.Policy))[PolicyNames.Phone];

    private async Task<bool> Load(string id)
    {
        await using var lists = record.Lists();
        if (await lists.AppointmentById(id) is not { } row)
            return false;
        var histories = await record.Read([Streams.Referral(row.Referral), Streams.Person(row.Person)]);
        Row = row;
        if (PathwayView.Of(histories[Streams.Referral(row.Referral)], histories[Streams.Person(row.Person)], London.Today(record.Clock)) is not { } view)
            return false;
        View = view;
        There = view.Appointments.First(a => a.Id == id);
        NameOf = await colleagues.Names();
        return true;
    }
}

/// <summary>What is typed on an appointment's page.</summary>
public sealed class OneForm
{
    public AskedBy? AskedBy { get; set; }

    public DateParts Day { get; set; } = new();

    public string? Time { get; set; }

    public string? Medium { get; set; }

    /// <summary>A place in a group: the code of the session it goes to.</summary>
    public string? Group { get; set; }

    public string? DespiteNeeds { get; set; }

    public bool SaysYes { get; set; }

    public string? Why { get; set; }

    /// <summary>How a contact came to be entered that never was.</summary>
    public string? Mistake { get; set; }

    /// <summary>Called off less than 24 hours before: whether somebody else could have the time; null: not said.</summary>
    public bool? SlotCouldBeUsed { get; set; }

    public string? Code { get; set; }

    public string? InterpreterPresent { get; set; }

    public WhyLate? WhyLate { get; set; }

    internal Slot? Slot(Appointment there) => new BookForm { Day = Day, Time = Time, Minutes = there.PlannedMinutes }.Slot;
}
