using Candour.CareRecord;
using Candour.CareRecord.Referrals;
using Candour.Web.Access;
using Candour.Web.Components.Frame;
using Candour.Web.Pages.Referrals.SelfReferral;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Referrals;

/// <summary>A GP or another service refers somebody. It enters the inbox as not yet confirmed; nothing goes to the person before.</summary>
[OpenToAll("GPs and other services refer people without an account here; each is confirmed before anything is sent.")]
public sealed class ProfessionalModel(TheRecord record, Randomness randomness, Who who, SendLimit limit, ServiceFace face) : PageModel
{
    [BindProperty]
    public string CommandId { get; set; } = "";

    [BindProperty]
    public ReferralForm Form { get; set; } = new();

    public string? SentReference { get; private set; }

    public void OnGet(string? reference) => SentReference = reference is { Length: < 20 } ? reference : null;

    public async Task<IActionResult> OnPost()
    {
        if (!limit.Takes(HttpContext))
        {
            Response.StatusCode = 429;
            ModelState.AddModelError("", "Many people are using this from your network. Wait a minute and press Send again. Your answers are kept.");
            return Page();
        }

        if (string.IsNullOrWhiteSpace(Form.Referrer))
            ModelState.AddModelError("Form.Referrer", "Enter your name and organisation");
        var made = ModelState.IsValid
            ? await Form.Write(
                record, randomness, who.OrderFor(CommandId), fromOutside: true,
                (field, words) => ModelState.AddModelError(field.Length == 0 ? "" : $"Form.{field}", words))
            : null;
        return made is null ? Page() : Redirect($"/refer/professional?reference={Reference.Of(made.ReferralId, face.Name)}");
    }
}
