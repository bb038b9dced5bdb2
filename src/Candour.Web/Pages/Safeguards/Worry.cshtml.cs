using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Safeguards;
using Candour.Web.Access;
using Candour.Web.Pages.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Safeguards;

/// <summary>
/// Anybody who works here hands on what they learned. Creates the same task as an answer. Shows nothing of the person, and so
/// asks for no scope: no refusal stands between a member of staff and a worry.
/// </summary>
[Needs("risk_task", Act.Create)]
public sealed class WorryModel(TheRecord record, Who who, Randomness randomness) : PageModel
{
    [BindProperty]
    public string Once { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Referral { get; set; }

    [BindProperty]
    public RiskSource? Source { get; set; }

    [BindProperty]
    public string? Said { get; set; }

    [BindProperty]
    public string? Now { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    public void OnGet() => Once = Ids.New(randomness);

    public async Task<IActionResult> OnPost(string person)
    {
        if (!Ids.IsOne(person) || !(await record.Read(Streams.Person(person))).Exists)
            return NotFound();
        var referral = Ids.IsOne(Referral) ? Referral : null;
        // Not said whether it is urgent: page, rather than wait.
        var worry = new HandOnWorry(person, referral, Source ?? RiskSource.HandedOn, Said, Now != "no", HelpShown: false);
        var outcome = await worry.Write(record, who.OrderFor(Once), randomness);
        if (outcome is not Outcome.No no)
            return Redirect($"/worry/{person}?done=true");
        ModelState.Add(no.Because);
        return Page();
    }
}
