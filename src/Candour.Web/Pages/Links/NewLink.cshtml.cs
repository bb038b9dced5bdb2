using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Links;

/// <summary>"Send me a new link": the same answer for everybody, at once. Nobody learns here whether a person is known.</summary>
[OpenToAll("Somebody who lost a link has nothing to sign in with.")]
public sealed class NewLinkModel(NewLinkRequests requests, Who who, TimeProvider clock) : PageModel
{
    [BindProperty]
    public DateParts BirthDate { get; set; } = new();

    [BindProperty]
    public string? Contact { get; set; }

    [BindProperty]
    public string CommandId { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public bool Asked { get; set; }

    public void OnGet()
    {
    }

    public IActionResult OnPost()
    {
        var born = BirthDate.Read(DateQuestion.Birth, London.Today(clock));
        if (born is DateAnswer.Wrong wrong)
            ModelState.AddModelError($"{nameof(BirthDate)}.{wrong.Part}", wrong.Message);
        if (!ContactCheck.IsPhone(Contact) && !ContactCheck.IsEmail(Contact))
            ModelState.AddModelError(nameof(Contact), "Enter a phone number, like 07700 900 123, or an e-mail address");
        if (born is not DateAnswer.Right { Date: var date } || ModelState.ErrorCount > 0)
            return Page();
        requests.Add(date, Contact!, who.OrderFor(CommandId));
        return Redirect("/new-link?asked=true");
    }
}
