using Candour.CareRecord.Access.Store;
using Candour.Web.Components.Frame;

namespace Candour.Web.Access;

/// <summary>Where a member of staff arrives.</summary>
public sealed class Landing(Accounts accounts, SignedIn signedIn, PagesThere pages)
{
    /// <summary>The first page of the role's menu that this build has.</summary>
    public string Of(string role) => Menus.Of(role).Select(item => item.Href).FirstOrDefault(pages.Has) ?? Menus.LandingWithoutMenu;

    /// <summary>Password and code were right: the session begins under a new token.</summary>
    /// <returns>The page asked for before, the choice of role, or the role's landing page.</returns>
    internal async Task<string> Begin(WebSession half)
    {
        var account = await accounts.Find(half.Subject);
        if (account is not { Disabled: false, Roles: [var role, ..] })
            return "/sign-in";
        await signedIn.AsStaff(account.Id, role);
        return BackTo.Local(half.Target) ?? (account.Roles.Count > 1 ? "/switch-role" : Of(role));
    }
}
