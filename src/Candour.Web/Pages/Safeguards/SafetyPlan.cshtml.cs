using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Pages.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Safeguards;

/// <summary>The safety plan, written together: dated versions.</summary>
[Needs("safety_plan", Act.View, Posting = Act.Create, About = About.Person, Key = "person")]
public sealed class SafetyPlanModel(TheRecord record, Who who, Randomness randomness, Colleagues colleagues) : PageModel
{
    [BindProperty]
    public Shown Shown { get; set; } = new();

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

    /// <summary>A worry was told after the plan was last gone through.</summary>
    public bool WantsReview { get; private set; }

    /// <summary>Whose plan it is: on the page and in the tab, so that two tabs are not mistaken (H12).</summary>
    public PersonRow? Whose { get; private set; }

    /// <summary>Set when somebody else wrote a plan after this one was opened: both stand side by side, none is lost.</summary>
    public BothTexts? Both { get; private set; }

    public async Task OnGet(string person)
    {
        var history = await Load(person);
        Shown = Shown.Now(randomness, history);
        Parts = PlanWords.Parts(history.Last<SafetyPlanWritten>());
    }

    public async Task<IActionResult> OnPost(string person)
    {
        var stream = Streams.Person(person);
        var plan = new WriteSafetyPlan(null, WarningSigns, Coping, Support, Contacts, Means);
        var outcome = await record.Write(who.OrderFor(Shown.Command), [stream], (all, _) => plan.Decide(all[stream]), (stream, Shown.Version));
        if (outcome is not Outcome.No no)
            return this.See($"/safety-plan/{person}");
        ModelState.Add(no.Because);
        var history = await Load(person);
        Parts = PlanWords.Parts(new SafetyPlanWritten
        {
            Version = 0, WarningSigns = WarningSigns, Coping = Coping, Support = Support, Contacts = Contacts, Means = Means,
        });
        if (no.Because is SomeoneChangedThis changed)
        {
            Both = new(await colleagues.NameOf(changed), changed.When,
                [.. PlanWords.Parts(history.Last<SafetyPlanWritten>()).Zip(Parts, (there, mine) => new BothText(there.Label, there.Text, mine.Text))],
                $"/safety-plan/{person}") { Form = "mine" };
            Shown.Again(randomness, history);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostGoneThrough(string person)
    {
        var stream = Streams.Person(person);
        var outcome = await record.Write(
            who.OrderFor(Shown.Command), [stream], (all, now) => new GoThroughSafetyPlan().Decide(all[stream], now), (stream, Shown.Version));
        if (outcome is not Outcome.No no)
            return this.See($"/safety-plan/{person}");
        ModelState.Add(no.Because);
        Parts = PlanWords.Parts((await Load(person)).Last<SafetyPlanWritten>());
        return Page();
    }

    private async Task<History> Load(string person)
    {
        var history = await record.Read(Streams.Person(person));
        WantsReview = PlanAtHand.Of(history).WantsReview;
        Versions = PlanWords.Versions(history, Moment.Now(record.Clock));
        Whose = await FindPeople.One(record, person);
        return history;
    }
}
