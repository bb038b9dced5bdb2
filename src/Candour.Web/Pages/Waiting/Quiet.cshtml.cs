using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Treatment;
using Candour.CareRecord.Treatment.Store;
using Candour.CareRecord.Waiting.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Waiting;

/// <summary>Everybody whose referral is open, by how long they have heard nothing: whoever is parked on no list is found here.</summary>
[Needs("waiting_list", Act.View)]
public sealed class QuietModel(TheRecord record, Who who, Colleagues colleagues) : PageModel
{
    /// <summary>Which of <see cref="QuietBand.All"/>; null: counts only.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Band { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public DateOnly Today { get; private set; }

    public IReadOnlyList<(QuietBand Band, int People)> Bands { get; private set; } = [];

    public IReadOnlyList<OnePerson> People { get; private set; } = [];

    public int Pages => Band is { } band ? Math.Max(1, (Bands[band].People + QuietLists.PageSize - 1) / QuietLists.PageSize) : 1;

    /// <summary>Who writes to people sees who they are; everybody else counts them.</summary>
    public bool NamesShown => May.Embedded.Ever(who.Actor, Act.Create, "waiting_list") is Answer.Yes;

    public Func<string, string> NameOf { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (PageNumber < 1 || Band < 0 || Band >= QuietBand.All.Count)
            return NotFound();
        Today = London.Today(record.Clock);
        NameOf = await colleagues.Names();
        await using var lists = record.Lists();
        foreach (var band in QuietBand.All)
            Bands = [.. Bands, (band, await lists.CountQuiet(band, Today))];
        if (Band is { } shown && NamesShown)
            People = await lists.Quiet(QuietBand.All[shown], Today, PageNumber);
        return Page();
    }

    public string Next(PeopleRow care) => care.NextWhat is not { } what ? "No next step"
        : $"{what}, by {Words.Day(care.NextDue!.Value, Today)}. {(care.NextOwner == NextStep.FrontDesk ? "The front desk" : care.NextOwner == NextStep.Supervisors ? "A supervisor" : NameOf(care.NextOwner!))}";
}
