using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Appointments.Store;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Sessions;

/// <summary>
/// A wrong log of internet therapy is taken out by whoever put it down, or by a supervisor, who writes no notes here: the page opens
/// to who may read it, and the write asks in which role it is done.
/// </summary>
[Needs("note", Act.View, About = About.Appointment)]
public sealed class TakeOutLogModel(TheRecord record, Randomness randomness, Who who, CaseFacts cases) : PageModel
{
    private const string Waits = "Kept. It has counted: it is taken out when a second person confirms it.";

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public Shown Shown { get; set; } = new();

    public AppointmentRow Row { get; private set; } = null!;

    public Person Person { get; private set; } = null!;

    public LoggedTherapy There { get; private set; } = null!;

    /// <summary>Said on the page of the session.</summary>
    [TempData]
    public string? Said { get; set; }

    public async Task<IActionResult> OnGetAsync(string id, int sequence)
    {
        if (await Load(id, sequence) is not { } referral)
            return NotFound();
        Shown = Shown.Now(randomness, referral);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, int sequence)
    {
        if (await Load(id, sequence) is not { Stream: var referral })
            return NotFound();
        if (LogRole.Of(There.Log, who.Actor, await cases.Of(who.Actor, null, await cases.Whom(nameof(About.Appointment), id, null))) is not { } role)
        {
            ModelState.AddModelError("", new NotYourLog().Message);
            return Page();
        }

        var by = who.By with { Role = role };
        var take = new TakeBackInternetTherapy(sequence, Why);
        var outcome = await record.Write(who.OrderFor(Shown.Command) with { By = by }, [referral], (h, now) => take.Decide(h[referral], by, now));
        if (!this.Stored(outcome))
            return Page();
        Said = outcome.IsHeld() ? Waits : "Taken out of the log.";
        return this.See($"/sessions/{id}");
    }

    private async Task<History?> Load(string id, int sequence)
    {
        await using var lists = record.Lists();
        if (await lists.AppointmentById(id) is not { } row)
            return null;
        var histories = await record.Read(Streams.Referral(row.Referral), Streams.Person(row.Person));
        var referral = histories[Streams.Referral(row.Referral)];
        if (LoggedTherapy.Of(referral).FirstOrDefault(l => l.Sequence == sequence) is not { } there || Person.Of(histories[Streams.Person(row.Person)]) is not { } person)
            return null;
        (Row, Person, There) = (row, person, there);
        return referral;
    }
}
