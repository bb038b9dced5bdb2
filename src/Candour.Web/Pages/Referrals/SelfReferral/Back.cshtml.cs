using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Referrals.SelfReferral;

/// <summary>Somebody comes back, on any device, with the code they wrote down. Opening the page tells and changes nothing.</summary>
[OpenToAll("Anyone may refer themselves; the code and the birth date are asked before anything is shown.")]
public sealed class BackModel(DraftInHand hand, SendLimit limit, TimeProvider clock, SlowHashes hashes) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public DateParts Birth { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Birth.Read(DateQuestion.Birth, London.Today(clock)) is not DateAnswer.Right { Date: var born })
        {
            var wrong = (DateAnswer.Wrong)Birth.Read(DateQuestion.Birth, London.Today(clock));
            ModelState.AddModelError($"{nameof(Birth)}.{wrong.Part}", wrong.Message);
            return Page();
        }

        if (!limit.Takes(HttpContext))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.AddModelError("", "Many people are using this from your network. Wait a minute and press Continue again.");
            return Page();
        }

        using var turn = await hashes.TurnOf(Code, HttpContext.RequestAborted);
        if (turn is { IsAcquired: false })
            return this.TooManyAtOnce();
        if (await hand.Take(Code, born) is { } because)
        {
            ModelState.AddModelError(because.Field ?? "", because.Message);
            return Page();
        }

        return this.See("/refer");
    }
}
