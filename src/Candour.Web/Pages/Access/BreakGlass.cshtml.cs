using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Policies;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Access;

/// <summary>Two presses and a reason: works when mail, timers and everything but the record is down.</summary>
[Needs("break_glass", Act.Create, About = About.Person, Key = "person", Part = "name, to open the record in an emergency")]
public sealed class BreakGlassModel(TheRecord record, Who who, Openings openings, Looked looked, Randomness randomness) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Person { get; set; } = "";

    [BindProperty]
    public BreakGlassReason? Reason { get; set; }

    [BindProperty]
    public string Why { get; set; } = "";

    [BindProperty]
    public string CommandId { get; set; } = "";

    public string Called { get; private set; } = "";

    public async Task OnGetAsync() => Called = await openings.CalledOf(Person) ?? "";

    public async Task<IActionResult> OnPostAsync()
    {
        var (opening, staff) = (Ids.New(randomness), who.Staff!.Staff);
        var outcome = await record.Write(
            who.OrderFor(CommandId), [Streams.Person(Person), Streams.Policy],
            (histories, now) => BreakGlass.Open(
                histories[Streams.Person(Person)], opening, staff, Reason, Why ?? "",
                ServicePolicy.On(London.DayOf(now), histories[Streams.Policy]).Hours, now));
        if (outcome is Outcome.No no)
        {
            Called = await openings.CalledOf(Person) ?? "";
            ModelState.Refuse(no.Because);
            return Page();
        }

        await looked.At(Person, null, "record", Why!.Trim(), "break-glass");
        return Redirect(await openings.NewestReferral(Person) is { } referral ? $"/pathways/{referral}" : "/today");
    }
}
