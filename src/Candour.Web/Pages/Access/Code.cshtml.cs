using Candour.CareRecord.Access.Store;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Access;

/// <summary>The code of the authenticator: the second half of signing in.</summary>
[OpenToAll("Half-way through signing in nobody is known yet; only the browser that gave the password gets here.")]
public sealed class CodeModel(Credentials credentials, ReadyAccounts ready, SignedIn signedIn, Landing landing) : PageModel
{
    [BindProperty]
    public string Code { get; set; } = "";

    /// <summary>Only in a record whose people are invented.</summary>
    public string? ShownCode { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (signedIn.Awaiting(WebSessions.AwaitingCode) is not { } half)
            return Redirect("/sign-in");
        ShownCode = await ready.CodeFor(half.Subject);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (signedIn.Awaiting(WebSessions.AwaitingCode) is not { } half)
            return Redirect("/sign-in");
        if (await credentials.Code(half.Subject, Code ?? "") is { } no)
        {
            ModelState.Refuse(no);
            ShownCode = await ready.CodeFor(half.Subject);
            return Page();
        }

        return Redirect(await landing.Begin(half));
    }
}
