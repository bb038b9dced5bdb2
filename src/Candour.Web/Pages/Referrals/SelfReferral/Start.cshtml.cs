using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Referrals.SelfReferral;

/// <summary>The first page of a self-referral: what is needed, and what is done with it.</summary>
[OpenToAll("Anyone may refer themselves; nobody has an account before that.")]
public sealed class StartModel(DraftInHand hand) : PageModel
{
    /// <summary>There is a draft in this browser to carry on with.</summary>
    public bool Begun { get; private set; }

    public async Task OnGet() => Begun = await hand.Find() is { SentOn: null };

    public async Task<IActionResult> OnPost()
    {
        await hand.Begin();
        return Redirect($"/refer/{Steps.Safe}");
    }

    /// <summary>Carries on where the answers stop.</summary>
    public async Task<IActionResult> OnPostCarryOn() =>
        await hand.Find() is { SentOn: null } draft ? Redirect($"/refer/{Steps.Missing(draft) ?? Steps.Answers}") : Redirect("/refer");
}
