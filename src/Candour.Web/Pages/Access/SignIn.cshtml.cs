using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.Web.Access;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Access;

/// <summary>E-mail and password: the first half of signing in. Also what a page shows to somebody whose session has ended.</summary>
[OpenToAll("Nobody is known before they sign in.")]
public sealed class SignInModel(Credentials credentials, ReadyAccounts ready, SignedIn signedIn, EndedSession ended, SlowHashes hashes) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Back { get; set; }

    /// <summary>Whose session has just ended here, by name.</summary>
    public string? Before { get; private set; }

    /// <summary>Where what was typed waits.</summary>
    public string? Kept => HttpContext.Features.Get<WasKept>()?.Path;

    public IReadOnlyList<Account> Ready { get; private set; } = [];

    public async Task OnGetAsync()
    {
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } asked)
            Back = Kept ?? BackTo.Local(asked.OriginalPath + asked.OriginalQueryString);
        if (await ended.Account() is { } account)
            (Before, Email) = (account.Name, account.Email);
        Ready = await ready.All();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Email))
            ModelState.AddModelError(nameof(Email), "Enter your work e-mail");
        if (string.IsNullOrEmpty(Password))
            ModelState.AddModelError(nameof(Password), "Enter your password");
        if (!ModelState.IsValid)
        {
            Ready = await ready.All();
            return Page();
        }

        var known = await ended.Account() is { } before && string.Equals(before.Email, Email?.Trim(), StringComparison.OrdinalIgnoreCase);
        using var turn = await (known ? hashes.Known : hashes.Passwords).AcquireAsync(1, HttpContext.RequestAborted);
        if (!turn.IsAcquired)
            return this.TooManyAtOnce();
        var (account, no) = await credentials.SignIn(Email ?? "", Password ?? "", HttpContext.Connection.RemoteIpAddress?.ToString());
        if (account is null)
        {
            ModelState.Refuse(no!);
            Ready = await ready.All();
            return Page();
        }

        await signedIn.HalfWay(WebSessions.AwaitingCode, account.Id, BackTo.Local(Back));
        return Redirect("/sign-in/code");
    }
}
