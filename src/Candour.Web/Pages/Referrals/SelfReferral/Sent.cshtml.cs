using Candour.CareRecord;
using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Referrals.SelfReferral;

/// <summary>The confirmation: the same for everybody, known to us or not.</summary>
[OpenToAll("Anyone may refer themselves; nobody has an account before that.")]
public sealed class SentModel(DraftInHand hand, ServiceFace face) : PageModel
{
    public string Reference { get; private set; } = "";

    public DateOnly SentOn { get; private set; }

    public DateOnly ContactBy { get; private set; }

    public string By { get; private set; } = "";

    public async Task<IActionResult> OnGet()
    {
        if (await hand.Find() is not { SentOn: { } sent } draft)
            return Redirect("/refer");
        Reference = CareRecord.Referrals.Reference.Of(draft.ReferralId, face.Name);
        SentOn = sent;
        ContactBy = draft.ContactBy ?? sent.AddDays(3);
        By = draft.SentWay switch { Ways.Text => "text", Ways.Email => "e-mail", Ways.Letter => "letter", _ => "phone" };
        return Page();
    }
}
