using Candour.CareRecord.Access.Store;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Access;

/// <summary>A recovery code instead of the authenticator.</summary>
[OpenToAll("Half-way through signing in nobody is known yet; only the browser that gave the password gets here.")]
public sealed class RecoveryModel(Credentials credentials, SignedIn signedIn, Landing landing) : PageModel
{
    [BindProperty]
    public string Code { get; set; } = "";

    public IActionResult OnGet() => signedIn.Awaiting(WebSessions.AwaitingCode) is null ? Redirect("/sign-in") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (signedIn.Awaiting(WebSessions.AwaitingCode) is not { } half)
            return Redirect("/sign-in");
        if (await credentials.Recover(half.Subject, Code ?? "") is { } no)
        {
            ModelState.Refuse(no);
            return Page();
        }

        return Redirect(await landing.Begin(half));
    }
}
