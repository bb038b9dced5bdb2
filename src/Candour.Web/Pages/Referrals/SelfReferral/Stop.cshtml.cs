using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Referrals.SelfReferral;

/// <summary>What happens to answers that were not sent, how to come back to them, and a way to throw them away.</summary>
[OpenToAll("Anyone may refer themselves; nobody has an account before that.")]
public sealed class StopModel(DraftInHand hand, SlowHashes hashes) : PageModel
{
    /// <summary>Something was answered that can be kept.</summary>
    public bool Begun { get; private set; }

    /// <summary>There is a date of birth that a code can be asked together with.</summary>
    public bool MayHaveCode { get; private set; }

    /// <summary>Shown once, on the page after the press.</summary>
    [TempData]
    public string? Code { get; set; }

    public string Address => $"{Request.Host}/refer/back";

    public async Task OnGetAsync()
    {
        var draft = await hand.Find();
        (Begun, MayHaveCode) = (draft is { SentOn: null }, draft is { SentOn: null, BirthDate: not null });
    }

    public async Task<IActionResult> OnPostCodeAsync()
    {
        using var turn = await hashes.Codes.AcquireAsync(1, HttpContext.RequestAborted);
        if (!turn.IsAcquired)
            return this.TooManyAtOnce();
        Code = await hand.Code();
        return this.See("/refer/stop");
    }

    public async Task<IActionResult> OnPost()
    {
        await hand.Throw();
        return Redirect("/");
    }
}
