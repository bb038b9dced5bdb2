using Candour.CareRecord;
using Candour.CareRecord.Referrals;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Referrals;

/// <summary>A clinician says what was seen and what is next, in words. There is no grade.</summary>
[Needs("risk_task", CareRecord.Access.Act.View, Posting = CareRecord.Access.Act.Create, About = About.Referral, Key = "referral")]
public sealed class TriageModel(TheRecord record, Who who) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Referral { get; set; } = "";

    [BindProperty]
    public string CommandId { get; set; } = "";

    [BindProperty]
    public TriageOutcome? Outcome { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public PersonHead Head { get; private set; } = null!;

    public ReferralReceived Received { get; private set; } = null!;

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        await Load();
        if (Outcome is not { } outcome)
            ModelState.AddModelError(nameof(Outcome), "Choose what is next");
        else
        {
            var stream = Streams.Referral(Referral);
            switch (await record.Write(who.OrderFor(CommandId), [stream], (h, _) => Screening.Triage(h[stream], outcome, Words, who.By)))
            {
                case CareRecord.Outcome.Done:
                    TempData["Done"] = "Written down.";
                    return Redirect($"/inbox/{Referral}");
                case CareRecord.Outcome.No no:
                    ModelState.AddModelError(no.Because.Field is null ? "" : nameof(Words), no.Because.Message);
                    break;
                default:
                    ModelState.AddModelError("", "We are checking whether that was saved. Try again in a minute: it is never done twice.");
                    break;
            }
        }

        return Page();
    }

    private async Task Load()
    {
        Received = (await record.Read(Streams.Referral(Referral))).First<ReferralReceived>()!;
        Head = await PersonHead.Of(record, Received.Person, Referral);
    }
}
