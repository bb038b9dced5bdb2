using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Access;

/// <summary>Ends the session on the server and tells the browser to forget.</summary>
[OpenToAll("Signing out must work when the session is over already.")]
public sealed class SignOutModel(SignedIn signedIn) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        await signedIn.End();
        return Redirect("/sign-out?Done=true");
    }
}
