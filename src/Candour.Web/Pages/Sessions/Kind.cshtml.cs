using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Appointments.Store;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Sessions;

/// <summary>What a closed contact counts as, over time: the value worked out, and others said with a reason and agreed by a second person.</summary>
[Needs("contact_purpose", Act.View, Posting = Act.Correct, About = About.Appointment)]
public sealed class KindModel(TheRecord record, Randomness randomness, Who who, Colleagues colleagues) : PageModel
{
    [BindProperty]
    public string? Type { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public Shown Shown { get; set; } = new();

    public Appointment There { get; private set; } = null!;

    public History Referral { get; private set; } = null!;

    public Func<string, string> NameOf { get; private set; } = null!;

    /// <summary>What the person is called.</summary>
    public string Called { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        Shown = Shown.Now(randomness, Referral);
        this.SaysWhatWasRefused();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        var outcome = await record.Write(
            who.OrderFor(Shown.Command), [Referral.Stream],
            (h, _) => new SayContactType(id, Type ?? "", Why).Decide(h[Referral.Stream]), (Referral.Stream, Shown.Version));
        return this.Stored(outcome, Shown, randomness) ? this.See($"/sessions/{id}/kind") : Page();
    }

    private async Task<bool> Load(string id)
    {
        await using var lists = record.Lists();
        if (await lists.AppointmentById(id) is not { } row)
            return false;
        Referral = await record.Read(Streams.Referral(row.Referral));
        There = Appointment.Find(Referral, id)!;
        Called = Person.Of(await record.Read(Streams.Person(There.Person)))?.Called ?? "This person";
        NameOf = await colleagues.Names();
        return true;
    }
}

/// <summary>The second person's answer to another value.</summary>
[Needs("contact_purpose", Act.Approve, About = About.Appointment)]
public sealed class KindAgreeModel(TheRecord record, Who who) : PageModel
{
    public IActionResult OnGet(string id) => this.See($"/sessions/{id}/kind");

    public async Task<IActionResult> OnPostAsync(string id, string command, bool? agreed, string? why)
    {
        if (agreed is not { } yes)
            return BadRequest();
        await using var lists = record.Lists();
        if (await lists.AppointmentById(id) is not { } row)
            return NotFound();
        var referral = Streams.Referral(row.Referral);
        this.SayOnTheNextPage(await record.Write(who.OrderFor(command), [referral], (h, _) => new AgreeContactType(id, yes, why).Decide(h[referral], who.By)));
        return this.See($"/sessions/{id}/kind");
    }
}
