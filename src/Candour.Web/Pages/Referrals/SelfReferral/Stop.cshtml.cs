using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Referrals.SelfReferral;

/// <summary>What happens to answers that were not sent, and a way to throw them away.</summary>
[OpenToAll("Anyone may refer themselves; nobody has an account before that.")]
public sealed class StopModel(DraftInHand hand) : PageModel
{
    /// <summary>Something was answered that can be kept.</summary>
    public bool Begun { get; private set; }

    public async Task OnGetAsync() => Begun = await hand.Find() is not null;

    public async Task<IActionResult> OnPost()
    {
        await hand.Throw();
        return Redirect("/");
    }
}
