using System.Globalization;
using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Appointments.Store;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Staff;
using Candour.Clinical;
using Candour.Clinical.Codes;
using Candour.Web.Access;
using Candour.Web.Components;
using Candour.Web.Pages.Messages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Appointments;

/// <summary>Books a contact: needs first, then how, with whom, when. The slot is taken in the same write.</summary>
[Needs("appointment", Act.View, Posting = Act.Create, About = About.Referral, Meets = Conditions.EmploymentContacts)]
public sealed class BookModel(TheRecord record, Randomness randomness, Who who, Colleagues colleagues) : PageModel
{
    [BindProperty]
    public BookForm Form { get; set; } = new();

    [BindProperty]
    public Shown Shown { get; set; } = new();

    public PathwayView View { get; private set; } = null!;

    public IReadOnlyList<Account> Clinicians { get; private set; } = [];

    public IReadOnlyList<Slot> Free { get; private set; } = [];

    public string Id => View.Referral.Stream.Id;

    /// <summary>The message of a booking, with a day and time in it as an example.</summary>
    public AnybodyReads AnybodyReads { get; private set; } = null!;

    /// <summary>The assessment that stands in the way of another one; null: none does.</summary>
    public Appointment? Ahead { get; private set; }

    [TempData]
    public string? Said { get; set; }

    public IEnumerable<Option> Places => CodeList.Find("activity_location_type").Codes.Select(c => Option.Of(c.Code, c.Label));

    public IEnumerable<Option> InLanguages => Languages.Offered.Select(l => Option.Of(l.Code, l.Name));

    /// <summary>What a contact can be for; an employment adviser books help with work.</summary>
    public IEnumerable<string> KindsToBook => HelpWithWork.Only(who) ? [AppointmentType.EmploymentSupport] : Kinds.Offered;

    public bool IsMine => Form.Clinician == who.Actor.Id;

    public async Task<IActionResult> OnGetAsync(string id, string? clinician, DateOnly? day, int minutes = 45)
    {
        if (!await Load(id))
            return NotFound();
        Shown = Shown.Now(randomness, View.Referral);
        Form = new()
        {
            Person = View.Person.Id,
            Clinician = clinician ?? NextStep.ClinicianOf(View.Referral, View.Appointments) ?? who.Actor.Id,
            Day = DateParts.Of(day ?? await OpenDay(View.Today.AddDays(7))),
            Minutes = minutes,
            Return = ForTheReturn.LikeLast(View.Appointments.LastOrDefault()?.Booked, View.Person.Needs?.Language),
            Kind = HelpWithWork.Only(who) ? AppointmentType.EmploymentSupport : View.Plan is null ? AppointmentType.Assessment : AppointmentType.Treatment,
        };
        await FindFree();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        if (Form.Slot is not { } slot)
        {
            ModelState.Day("Form.Day", Form.Day, BookForm.Appointment, View.Today);
            if (Form.TimeChosen is null)
                ModelState.AddModelError("Form.Time", "Enter a time, like 2pm or 14:00");
            await FindFree();
            return Page();
        }

        var book = new BookAppointment
        {
            Appointment = Ids.New(randomness), Person = Form.Person, With = await DayOf(slot.Day), Slot = slot, Kind = Form.Kind, Medium = Form.Medium,
            Interpreter = Form.Interpreter, DespiteNeeds = Form.DespiteNeeds, SaysYesToFullDay = Form.SaysYes,
            Hours = ServicePolicy.On(slot.Day, await record.Read(Streams.Policy)).Hours, Return = Form.Return,
        };
        StreamId[] group = book.Return.Group is { } code ? [GroupSessions.Stream(code)] : [];
        var (person, referral) = (Streams.Person(View.Person.Id), Streams.Referral(id));
        var message = Ids.New(randomness);
        var outcome = await record.Write(
            who.OrderFor(Shown.Command), [person, referral, .. group, .. TellThem.Streams],
            (h, now) => TellThem.Of(book.Decide(h[person], h[referral], who.By, now, group is [var its] ? h[its] : null), h, person, referral, message, now), (referral, Shown.Version));
        if (this.Stored(outcome, Shown, randomness))
        {
            Said = "Booked.";
            return this.See($"/appointments/{((Outcome.Done)outcome).Events.Select(e => e.Event).OfType<AppointmentBooked>().First().Appointment}");
        }

        Ahead = outcome is Outcome.No { Because: AssessmentIsBooked } ? BookAppointment.AssessmentAhead(View.Referral, Moment.Now(record.Clock)) : null;
        await FindFree();
        return Page();
    }

    private async Task<ClinicianDay> DayOf(DateOnly day)
    {
        await using var lists = record.Lists();
        var names = await colleagues.Names();
        var giver = Colleague.Of(await record.Read(Streams.Staff(Form.Clinician)));
        return new(Form.Clinician, names(Form.Clinician), await lists.BookedOn(Form.Clinician, day, null), giver?.PeopleADay)
        {
            HelpsWithWorkOnly = giver?.HelpsWithWorkOnly == true,
        };
    }

    private async Task<DateOnly> OpenDay(DateOnly from) => ServicePolicy.On(from, await record.Read(Streams.Policy)).Hours.OpenOnOrAfter(from);

    private async Task FindFree()
    {
        if (Form.DayChosen is not { } day)
            return;
        var policy = ServicePolicy.On(day, await record.Read(Streams.Policy));
        await using var lists = record.Lists();
        var taken = await lists.TakenSquares(Form.Clinician, London.StartOf(day), London.StartOf(day.AddDays(1)));
        Free = [.. FreeSlots.On(day, Form.Minutes, policy.Hours, taken, Moment.Now(record.Clock))];
    }

    private async Task<bool> Load(string id)
    {
        var referral = await record.Read(Streams.Referral(id));
        var person = await record.Read(Streams.Person(referral.First<ReferralReceived>()?.Person ?? ""));
        if (PathwayView.Of(referral, person, London.Today(record.Clock)) is not { } view)
            return false;
        (View, Clinicians) = (view, await colleagues.Clinicians());
        AnybodyReads = await AnybodyReads.Of(record, Say.Booked(London.At(view.Today.AddDays(7), new(11, 0)), Media.Words(Media.Video)));
        return true;
    }
}

/// <summary>What is typed on the booking page.</summary>
public sealed class BookForm
{
    public string Person { get; set; } = "";

    public string Clinician { get; set; } = "";

    public DateParts Day { get; set; } = new();

    /// <summary>2pm, 2:30pm, 14:30.</summary>
    public string? Time { get; set; }

    public int Minutes { get; set; } = 45;

    public string Kind { get; set; } = "02";

    public string Medium { get; set; } = "";

    public string? Interpreter { get; set; }

    public string? DespiteNeeds { get; set; }

    public bool SaysYes { get; set; }

    internal static DateQuestion Appointment { get; } = new("the day of the appointment", "day of the appointment");

    public string Mode { get; set; } = "1";

    public string? Group { get; set; }

    public int? GroupFacilitators { get; set; }

    public string Planned { get; set; } = "Y";

    public string LongTermConditionService { get; set; } = "N";

    public string? Programme { get; set; }

    public string? LocationType { get; set; }

    public string? Site { get; set; }

    public string? Language { get; set; }

    internal ForTheReturn Return
    {
        get => new()
        {
            Mode = Mode, Group = Tidy(Group)?.ToUpperInvariant(), GroupFacilitators = GroupFacilitators, Planned = Planned,
            LongTermConditionService = LongTermConditionService, Programme = Tidy(Programme), LocationType = Tidy(LocationType),
            Site = Tidy(Site)?.ToUpperInvariant(), Language = Tidy(Language),
        };
        init => (Mode, Planned, LongTermConditionService, Programme, LocationType, Site, Language) =
            (value.Mode, value.Planned, value.LongTermConditionService, value.Programme, value.LocationType, value.Site, value.Language);
    }

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    internal DateOnly? DayChosen => (Day.Read(Appointment, default) as DateAnswer.Right)?.Date;

    internal TimeOnly? TimeChosen => ReadTime(Time);

    internal Slot? Slot => DayChosen is { } day && TimeChosen is { } time ? new(day, time, Minutes) : null;

    /// <summary>2pm, 2:30pm, 14:30.</summary>
    internal static TimeOnly? ReadTime(string? text) =>
        ClockTime.Read(text);
}
