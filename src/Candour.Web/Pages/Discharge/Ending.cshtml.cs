using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Letters;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Candour.Clinical.Codes;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Discharge;

/// <summary>Plans an ending: reason, notice, 14 days. Nothing here ends care; the clock does, if the person does not say no.</summary>
[Needs("discharge", Act.View, Posting = Act.Create, About = About.Referral)]
public sealed class EndingModel(TheRecord record, Randomness randomness, Who who, Colleagues colleagues) : PageModel
{
    [BindProperty]
    public EndingForm Form { get; set; } = new();

    [BindProperty]
    public Shown Shown { get; set; } = new();

    public PathwayView View { get; private set; } = null!;

    public EndingFigures Figures { get; private set; } = null!;

    public ServicePolicy Policy { get; private set; } = null!;

    /// <summary>The letter to the GP about this ending.</summary>
    public GpLetter Gp => GpLetter.Of(View.Referral);

    /// <summary>Null: the record names no surgery to write to.</summary>
    public GpSurgery? Surgery => GpSurgery.Of(View.Person, View.Today);

    public Func<string, string> NameOf { get; private set; } = null!;

    public IReadOnlyList<Account> Others { get; private set; } = [];

    /// <summary>The interruption: ending before the plan.</summary>
    public EndsBeforePlan? Interruption { get; private set; }

    public DateOnly Earliest => View.Today.AddDays(Math.Max(14, Policy.NoticeDays));

    /// <summary>What stands in the diary after the last day of care, but for catch-up talks.</summary>
    public IReadOnlyList<Appointment> BookedAfter(DateOnly last) =>
        [.. View.Appointments.Where(a => a.IsLive && a.Day > last && a.Booked.Kind != AppointmentType.FollowUp)];

    public string Id => View.Referral.Stream.Id;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        Shown = Shown.Now(randomness, View.Referral);
        this.SaysWhatWasRefused();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        var decide = Form.ToDecision(Ids.New(randomness), View.Person.Id, Shown.Version, Policy.NoticeDays);
        return await Write(id, (person, referral, now) => decide.Decide(person, referral, who.By, now));
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string id) =>
        await Load(id) ? await Write(id, (_, referral, _) => new WithdrawEnding(Form.Why).Decide(referral, who.By)) : NotFound();

    public async Task<IActionResult> OnPostToldAsync(string id) =>
        await Load(id) ? await Write(id, (_, referral, now) => new TellOfEnding(Form.How, Form.Told).Decide(referral, who.By, now)) : NotFound();

    public async Task<IActionResult> OnPostUndoAsync(string id) =>
        await Load(id) ? await Write(id, (_, referral, _) => new UndoEnding(Form.Why).Decide(referral, who.By)) : NotFound();

    public async Task<IActionResult> OnPostReasonAsync(string id) =>
        await Load(id) ? await Write(id, (person, referral, now) => new AddEndReason(Form.Reason, Form.Why).Decide(person, referral, who.By, now)) : NotFound();

    private async Task<IActionResult> Write(string id, Func<History, History, Moment, Decision> decide)
    {
        var (person, referral) = (Streams.Person(View.Person.Id), Streams.Referral(id));
        var message = Ids.New(randomness);
        var outcome = await record.Write(
            who.OrderFor(Shown.Command), [person, referral, .. TellThem.Streams],
            (h, now) => TellThem.Of(decide(h[person], h[referral], now), h, person, referral, message, now), (referral, Shown.Version));
        if (outcome is Outcome.No { Because: EndsBeforePlan early })
        {
            Interruption = early;
            return Page();
        }

        return this.Stored(outcome, Shown, randomness) ? this.See($"/pathways/{id}/ending") : Page();
    }

    private async Task<bool> Load(string id)
    {
        var referral = await record.Read(Streams.Referral(id));
        var person = await record.Read(Streams.Person(referral.First<ReferralReceived>()?.Person ?? ""));
        if (PathwayView.Of(referral, person, London.Today(record.Clock)) is not { } view)
            return false;
        View = view;
        Figures = EndingFigures.Of(person, referral, view.Today);
        Policy = ServicePolicy.On(view.Today, await record.Read(Streams.Policy));
        NameOf = await colleagues.Names();
        Others = [.. (await colleagues.Clinicians()).Where(a => a.Staff != who.Actor.Id)];
        return true;
    }
}

/// <summary>What is typed on the ending page.</summary>
public sealed class EndingForm
{
    public EndingReason? Reason { get; set; }

    public string? Why { get; set; }

    public string? With { get; set; }

    public string? StayingWell { get; set; }

    public List<int> FollowUpMonths { get; set; } = [];

    public bool LetterToGp { get; set; }

    public NoNotice? WithoutNotice { get; set; }

    public bool EndAnyway { get; set; }

    /// <summary>How they were told where the message could not go.</summary>
    public ToldHow? How { get; set; }

    /// <summary>What was said then.</summary>
    public string? Told { get; set; }

    public DecideEnding ToDecision(string decision, string person, int shown, int noticeDays) => new()
    {
        Decision = decision, Person = person, Reason = Reason, Why = Why, With = With, StayingWell = StayingWell,
        FollowUpMonths = FollowUpMonths, LetterToGp = LetterToGp, WithoutNotice = WithoutNotice, EndAnyway = EndAnyway, Shown = shown,
        NoticeDays = noticeDays,
    };
}

/// <summary>A supervisor agrees to an ending before the plan, or a trainee's.</summary>
[Needs("discharge", Act.Approve, About = About.Referral)]
public sealed class EndingAgreeModel(TheRecord record, Randomness randomness, Who who) : PageModel
{
    public IActionResult OnGet(string id) => this.See($"/pathways/{id}/ending");

    public async Task<IActionResult> OnPostAsync(string id, string command, bool? agreed, string? why, string? decision, int? version)
    {
        if (agreed is not { } yes || decision is null || version is null)
            return BadRequest();
        var referral = Streams.Referral(id);
        var person = Streams.Person((await record.Read(referral)).First<ReferralReceived>()?.Person ?? "");
        var message = Ids.New(randomness);
        var outcome = await record.Write(who.OrderFor(command), [person, referral, .. TellThem.Streams], (h, now) => TellThem.Of(
            new AgreeEnding(yes, why, ServicePolicy.On(London.DayOf(now), h[Streams.Policy]).NoticeDays) { Decision = decision, Shown = version }.Decide(h[person], h[referral], who.By, now),
            h, person, referral, message, now));
        this.SayOnTheNextPage(outcome);
        return this.See($"/pathways/{id}/ending");
    }
}
