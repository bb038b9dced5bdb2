using Candour.CareRecord;
using Candour.CareRecord.Policies;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Referrals.SelfReferral;

/// <summary>The surgery is not in our area: who to go to, or to ask us anyway.</summary>
[OpenToAll("Anyone may refer themselves; nobody has an account before that.")]
public sealed class OutsideModel(DraftInHand hand, TheRecord record) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    public (string Name, string Phone)? Neighbour { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        Neighbour = Surgeries.Neighbour(ServicePolicy.On(London.Today(record.Clock), await record.Read(Streams.Policy)), Search);
        return await hand.Find() is { SentOn: null } ? Page() : Redirect("/refer");
    }

    /// <summary>"Ask to be seen here anyway": a person decides, later.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (await hand.Find() is not { SentOn: null } draft)
            return Redirect("/refer");
        draft = draft with { Practice = Surgeries.NotKnown, OutsideArea = true };
        await hand.Save(draft);
        return Redirect($"/refer/{Steps.After(Steps.Gp, draft)}");
    }
}
