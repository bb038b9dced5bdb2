using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Pages.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Safeguards;

/// <summary>The safety plan, written together: dated versions.</summary>
[Needs("safety_plan", Act.View, Posting = Act.Create, About = About.Person, Key = "person")]
public sealed class SafetyPlanModel(TheRecord record, Who who, Randomness randomness) : PageModel
{
    [BindProperty]
    public string Once { get; set; } = "";

    [BindProperty]
    public string? WarningSigns { get; set; }

    [BindProperty]
    public string? Coping { get; set; }

    [BindProperty]
    public string? Support { get; set; }

    [BindProperty]
    public string? Contacts { get; set; }

    [BindProperty]
    public string? Means { get; set; }

    public IReadOnlyList<PlanPart> Parts { get; private set; } = [];

    public IReadOnlyList<PlanVersion> Versions { get; private set; } = [];

    public async Task OnGet(string person)
    {
        Once = Ids.New(randomness);
        var history = await record.Read(Streams.Person(person));
        Parts = PlanWords.Parts(history.Last<SafetyPlanWritten>());
        Versions = PlanWords.Versions(history, Moment.Now(record.Clock));
    }

    public async Task<IActionResult> OnPost(string person)
    {
        var stream = Streams.Person(person);
        var plan = new WriteSafetyPlan(null, WarningSigns, Coping, Support, Contacts, Means);
        var outcome = await record.Write(who.OrderFor(Once), [stream], (all, _) => plan.Decide(all[stream]));
        if (outcome is not Outcome.No no)
            return Redirect($"/safety-plan/{person}");
        ModelState.Add(no.Because);
        Parts = PlanWords.Parts(new SafetyPlanWritten
        {
            Version = 0, WarningSigns = WarningSigns, Coping = Coping, Support = Support, Contacts = Contacts, Means = Means,
        });
        return Page();
    }
}
