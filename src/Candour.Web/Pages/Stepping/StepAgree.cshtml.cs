using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Stepping;
using Candour.Web.Access;
using Candour.Web.Pages.Consent;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Stepping;

/// <summary>The supervisor's answer to another step.</summary>
[Needs("plan_consent", Act.View, Posting = Act.Approve, About = About.Referral)]
public sealed class StepAgreeModel(TheRecord record, Randomness randomness, Who who, Colleagues colleagues) : PageModel
{
    [BindProperty]
    public StepForm Form { get; set; } = new();

    [BindProperty]
    public Shown Shown { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public CareAtHand Care { get; private set; } = null!;

    public Steps Steps => Steps.Of(Care.Referral);

    public Func<string, string> StaffName { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        Shown = Shown.Now(randomness, Care.Referral);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        var answer = new AnswerStep(Form.Agreed, Form.Why);
        var referral = Streams.Referral(id);
        var outcome = await record.Write(
            who.OrderFor(Shown.Command), [referral], (h, now) => answer.Decide(h[referral], who.By, now), (referral, Shown.Version));
        if (!this.Stored(outcome, Shown, randomness))
            return Page();
        Said = Form.Agreed ? $"Agreed. {Care.Person.Called} is on the new list with every day waited." : "Saved. The clinician sees that you did not agree.";
        return this.See(Request.Path);
    }

    private async Task<bool> Load(string id)
    {
        if (await CareAtHand.Find(record, id) is not { } care)
            return false;
        (Care, StaffName) = (care, await colleagues.Names());
        return true;
    }
}
