using Candour.CareRecord.Access;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Links;

/// <summary>What a person sent after their session had ended, to check and send again. Sending asks every rule anew.</summary>
[OpenToAll("It gives back to a session what the same person sent on the same thing, and shows nothing to anybody else.")]
public sealed class KeptModel(KeptForms forms, Who who) : PageModel
{
    public string Id { get; private set; } = "";

    public KeptForm Form { get; private set; } = null!;

    public string PageOnly => Form.Path.Split('?')[0];

    /// <summary>A link and a birth date, which a household knows, give back no word of somebody's own: a code is sent first.</summary>
    public bool NeedsCode { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (who.Patient is not { } patient || await forms.Newest(patient) is not { } kept)
            return NotFound();
        (Id, Form) = kept;
        NeedsCode = patient.Strength != PatientStrength.Read && Form.Fields.Any(f => f.IsTyped);
        return Page();
    }
}
