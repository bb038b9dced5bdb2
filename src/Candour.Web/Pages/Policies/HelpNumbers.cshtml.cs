using System.Globalization;
using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Components.Crisis;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Policies;

/// <summary>The numbers of "Get help now", when they were last tried, and the service's word that it tried them today.</summary>
[Needs("policy", Act.View, Posting = Act.Create, Meets = Conditions.OwnSettings)]
public sealed class HelpNumbersModel(TheRecord record, CrisisLines lines, Randomness randomness, Who who) : PageModel
{
    [BindProperty]
    public Shown Shown { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public CrisisLines Lines => lines;

    public HelpNumbers Check { get; private set; } = null!;

    public bool MaySay => May.Embedded.Ever(who.Actor, Act.Create, "policy", met: Conditions.OwnSettings) is Answer.Yes;

    public async Task OnGetAsync()
    {
        await Load();
        Shown = new() { Command = Ids.New(randomness) };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var today = London.Today(record.Clock);
        var set = new SetPolicy(PolicyNames.CrisisChecked, today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), today, "Each number was tried.");
        var outcome = await record.Write(who.OrderFor(Shown.Command), [Streams.Policy], (h, now) => set.Decide(h[Streams.Policy], AtWork.Everybody, now));
        if (this.Stored(outcome))
        {
            Said = "Thank you. The page says that they were checked today.";
            return this.See("/manage/help-numbers");
        }

        await Load();
        return Page();
    }

    private async Task Load()
    {
        var today = London.Today(record.Clock);
        Check = HelpNumbers.Of(ServicePolicy.On(today, await record.Read(Streams.Policy)), lines.CheckedOn, today);
    }
}
