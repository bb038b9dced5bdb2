using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Access;

/// <summary>First time, step two: the authenticator, as a picture and as a key to type; then the recovery codes, shown once.</summary>
[OpenToAll("Half-way through setting up nobody is known yet; only the browser that set the password gets here.")]
public sealed class AuthenticatorModel(Credentials credentials, SignedIn signedIn) : PageModel
{
    [BindProperty]
    public string Code { get; set; } = "";

    /// <summary>Groups of four.</summary>
    public string Key { get; private set; } = "";

    public IReadOnlyList<string> Codes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await Shows() ? Page() : Redirect("/sign-in");

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Shows())
            return Redirect("/sign-in");
        (Codes, var no) = await credentials.Confirm(signedIn.Awaiting(WebSessions.SettingUp)!.Subject, Code ?? "");
        if (no is not null)
            ModelState.Refuse(no);
        return Page();
    }

    private async Task<bool> Shows()
    {
        if (signedIn.Awaiting(WebSessions.SettingUp) is not { } half || await credentials.NewAuthenticator(half.Subject) is not { } secret)
            return false;
        Key = string.Join(' ', Totp.Typed(secret).Chunk(4).Select(group => new string(group)));
        return true;
    }
}
