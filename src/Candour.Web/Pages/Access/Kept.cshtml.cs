using Candour.CareRecord.Access;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Access;

/// <summary>What somebody sent after their session had ended, to check and send again. Sending asks every rule anew.</summary>
[Needs("staff_account", Act.View, About = About.Myself)]
public sealed class KeptModel(KeptForms forms, Who who) : PageModel
{
    public KeptForm Form { get; private set; } = null!;

    public string PageOnly => Form.Path.Split('?')[0];

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await forms.Find(who.Staff!.Account, id) is not { } kept)
            return NotFound();
        Form = kept;
        return Page();
    }
}
