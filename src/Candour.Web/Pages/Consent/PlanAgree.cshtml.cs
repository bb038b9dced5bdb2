using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Messages;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Consent;

/// <summary>The supervisor's answer to a plan that guidance does not name.</summary>
[Needs("plan_consent", Act.View, Posting = Act.Approve, About = About.Referral)]
public sealed class PlanAgreeModel(TheRecord record, Randomness randomness, Who who, Colleagues colleagues) : PageModel
{
    [BindProperty]
    public PlanForm Form { get; set; } = new();

    [BindProperty]
    public Shown Shown { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public CareAtHand Care { get; private set; } = null!;

    public PlanState? State => PlanState.Latest(Care.Referral);

    public Clinical.Problems.ProblemDescriptor? Problem => CareRecord.Problem.MainProblem.Of(Care.Referral);

    public Func<string, string> StaffName { get; private set; } = null!;

    public string NameOf(string therapy) => Clinical.Problems.Therapy.OfCode(therapy) is { } t ? t.PlainName ?? t.OfficialName : therapy;

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
        var answer = new AnswerAgainstGuidance(Form.Agreed, Form.Why, Ids.New(randomness));
        var (person, referral) = (Streams.Person(Care.Person.Id), Streams.Referral(id));
        var outcome = await record.Write(
            who.OrderFor(Shown.Command), [person, referral, Streams.Service, Streams.Policy],
            (h, now) => answer.Decide(h[person], h[referral], who.By, Sender.Of(h, now), now), (referral, Shown.Version));
        if (!this.Stored(outcome, Shown, randomness))
            return Page();
        Said = Form.Agreed ? $"Agreed. {Care.Person.Called} is sent it." : "Saved. The clinician sees that you did not agree.";
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
