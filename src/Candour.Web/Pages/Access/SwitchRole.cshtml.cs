using Candour.CareRecord.Access;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Access;

/// <summary>Somebody with several roles chooses the one they work in now. A new session token, the same session end.</summary>
[Needs("staff_account", Act.View, About = About.Myself)]
public sealed class SwitchRoleModel(Who who, SignedIn signedIn, Landing landing) : PageModel
{
    [BindProperty]
    public string? Role { get; set; }

    public IReadOnlyList<string> Mine => who.Staff!.Roles;

    public void OnGet() => Role = who.Staff!.Role;

    public async Task<IActionResult> OnPostAsync()
    {
        if (Role is null || !Mine.Contains(Role))
        {
            ModelState.AddModelError(nameof(Role), "Choose one");
            return Page();
        }

        await signedIn.ChooseRole(Role);
        return Redirect(landing.Of(Role));
    }
}
