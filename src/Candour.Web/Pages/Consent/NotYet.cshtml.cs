using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Discharge;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Consent;

/// <summary>A plan that cannot be answered: a supervisor has not agreed to it yet, or care has ended since.</summary>
[ForPatients(OrInTheRoom = true)]
[Needs("plan_consent", Act.View, About = About.Referral)]
public sealed class NotYetModel(TheRecord record) : PageModel
{
    /// <summary>When care ended, and until when the person can come back; null while it lasts.</summary>
    public string? EndedWords { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await CareAtHand.Find(record, id) is not { } care)
            return NotFound();
        if (Course.Of(care.Referral) is { EndedOn: { } ended, ComeBackUntil: { } until })
            EndedWords = new NoticeIsOver(ended, until).Message;
        return Page();
    }
}
