using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Treatment.Store;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Consent;

/// <summary>Where the link in a message leads: to the plan that waits for an answer.</summary>
[ForPatients]
[Needs("plan_consent", Act.View, About = About.Myself)]
public sealed class MyAgreeModel(TheRecord record, Who who) : PageModel
{
    public async Task<IActionResult> OnGetAsync()
    {
        await using var lists = record.Lists();
        foreach (var mine in await lists.ReferralsOf(who.Patient!.Person))
        {
            if (!mine.IsOpen || PlanState.Latest(await record.Read(Streams.Referral(mine.Referral))) is not { } state)
                continue;
            // Agreed by phone: what was said is confirmed or corrected beside the plan.
            return this.See(state is { Signed: not null, Withdrawn: null } ? "/me/treatment" : $"/me/agree/{mine.Referral}");
        }

        return Page();
    }
}
