using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Waiting;
using Candour.CareRecord.Waiting.Store;
using Candour.Clinical;
using Candour.Clinical.Problems;
using Candour.Web.Access;
using Candour.Web.Pages.Consent;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Waiting;

/// <summary>One person who waits: both waits, and who could take them on. The over-full are not offered.</summary>
[Needs("waiting_list", Act.View, Posting = Act.Create, About = About.Referral)]
public sealed class OneModel(TheRecord record, Randomness randomness, Who who, Colleagues colleagues) : PageModel
{
    [BindProperty]
    public string? Clinician { get; set; }

    [BindProperty]
    public Shown Shown { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public CareAtHand Care { get; private set; } = null!;

    public WaitingRow? Wait { get; private set; }

    public IReadOnlyList<CouldTake> CouldTake { get; private set; } = [];

    public Func<string, string> StaffName { get; private set; } = null!;

    public string ForWhat => Wait is null ? "Nothing"
        : Therapy.OfCode(Wait.Therapy)?.PlainName ?? $"Step {Wait.Step}, not chosen yet";

    public string HintOf(CouldTake one) =>
        $"{Words.Count(one.Load.Booked, "person", "people")} booked in the next 2 weeks{(one.Load.Agreed is { } agreed ? $" of {agreed} agreed" : "")}";

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        Shown = Shown.Now(randomness, Care.Referral);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        if (string.IsNullOrEmpty(Clinician) || !Ids.IsOne(Clinician))
        {
            ModelState.AddModelError("Clinician", new ChooseATherapist().Message);
            return Page();
        }

        var allocate = new AllocateClinician { Clinician = Clinician };
        TwoWeeks load;
        await using (var lists = record.Lists())
            load = await lists.LoadOf(Clinician, Care.Today);
        var (referral, staff) = (Streams.Referral(id), Streams.Staff(Clinician));
        var outcome = await record.Write(
            who.OrderFor(Shown.Command), [referral, staff],
            (h, now) => allocate.Decide(h[referral], h[staff], load, Care.Person.Called, now), (referral, Shown.Version));
        return this.Stored(outcome, Shown, randomness) ? this.See($"/pathways/{id}/book?clinician={Clinician}") : Page();
    }

    private async Task<bool> Load(string id)
    {
        if (await CareAtHand.Find(record, id) is not { } care)
            return false;
        (Care, StaffName) = (care, await colleagues.Names());
        await using var lists = record.Lists();
        Wait = await lists.WaitOf(id);
        if (Wait is not null)
            CouldTake = await lists.WhoCouldTake(Wait.Therapy, care.Today);
        return true;
    }
}
