using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Service;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Access;

/// <summary>First time, step one: the password. Opening the page uses nothing up; a new password spends the link.</summary>
[OpenToAll("The owner of a new account has no password yet; the link they were handed shows who they are.")]
public sealed class FirstModel(Credentials credentials, SignedIn signedIn, TheRecord record) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    public Account? Owner { get; private set; }

    public async Task OnGetAsync() => Owner = await credentials.Invited(Token);

    public async Task<IActionResult> OnPostAsync()
    {
        Owner = await credentials.Invited(Token);
        if (Owner is null)
            return Page();
        var service = (await record.Read(Streams.Service)).Last<ServiceOpened>();
        if (await credentials.SetPassword(Owner, Token, Password ?? "", [service?.Name ?? "", service?.NeutralName ?? ""]) is { } no)
        {
            ModelState.AddModelError(nameof(Password), no.Message);
            return Page();
        }

        await signedIn.HalfWay(WebSessions.SettingUp, Owner.Id);
        return Redirect("/sign-in/authenticator");
    }
}
