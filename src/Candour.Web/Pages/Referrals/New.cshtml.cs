using Candour.CareRecord;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Referrals;

/// <summary>A referral by telephone or letter, written down at the front desk.</summary>
[Needs("referral", CareRecord.Access.Act.Create)]
public sealed class NewModel(TheRecord record, Randomness randomness, Who who) : PageModel
{
    [BindProperty]
    public string CommandId { get; set; } = "";

    [BindProperty]
    public ReferralForm Form { get; set; } = new();

    public async Task<IActionResult> OnPost()
    {
        var made = await Form.Write(
            record, randomness, who.OrderFor(CommandId), fromOutside: false,
            (field, words) => ModelState.AddModelError(field.Length == 0 ? "" : $"Form.{field}", words));
        if (made is null)
            return Page();
        TempData["Done"] = "Written down. The wait counts from the day it came.";
        return Redirect($"/inbox/{made.ReferralId}");
    }
}
