using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Access;

/// <summary>The privacy officer looks at each opening; both answers are kept. Each one read here is a look at that record.</summary>
[Needs("break_glass", Act.View, Posting = Act.Approve)]
public sealed class BreakGlassReviewModel(TheRecord record, Who who, Openings openings, TimeProvider clock) : PageModel
{
    [BindProperty]
    public string Person { get; set; } = "";

    [BindProperty]
    public string Opening { get; set; } = "";

    [BindProperty]
    public bool? Right { get; set; }

    [BindProperty]
    public string CommandId { get; set; } = "";

    public IReadOnlyList<Opening> Open { get; private set; } = [];

    public string When(Moment moment) => $"{Day(London.DayOf(moment))} at {Words.Time(moment)}";

    public string Day(DateOnly day) => Words.Day(day, London.Today(clock));

    public string ReasonWords(BreakGlassReason reason) => reason switch
    {
        BreakGlassReason.RiskToLife => "risk to life",
        BreakGlassReason.Safeguarding => "safeguarding",
        BreakGlassReason.CoverForAColleague => "cover for a colleague",
        BreakGlassReason.HereNow => "they were here",
        _ => "other",
    };

    public async Task OnGetAsync()
    {
        Open = await openings.Unreviewed();
        foreach (var person in Open.Select(o => o.Row.Person).Distinct())
        {
            await record.Log(new(
                person, null, who.By, who.Session, "openings in an emergency", "review", "view", PatientSees: false, Moment.Now(clock)));
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await record.Write(
            who.OrderFor(CommandId), [Streams.Person(Person)],
            (histories, _) => BreakGlass.Review(histories[Streams.Person(Person)], Opening, Right, null, who.Staff!.Staff));
        if (outcome is Outcome.No no)
        {
            ModelState.Refuse(no.Because);
            await OnGetAsync();
            return Page();
        }

        return Redirect("/break-glass");
    }
}
