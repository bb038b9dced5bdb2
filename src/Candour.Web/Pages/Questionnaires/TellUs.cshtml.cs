using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Questionnaires;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Questionnaires;

/// <summary>"Nobody may tell you what to answer. Tell us if someone did."</summary>
[ForThePerson]
[Needs("answers", Act.Create, About = About.Questionnaire)]
public sealed class TellUsModel(TheRecord record, Forms forms, Who who, Randomness randomness) : PageModel
{
    [BindProperty]
    public string? Said { get; set; }

    [BindProperty]
    public string Once { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public bool Told { get; set; }

    public string Id { get; private set; } = "";

    public async Task<IActionResult> OnGet(string id)
    {
        Id = id;
        Once = Ids.New(randomness);
        return await forms.Find(id) is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost(string id)
    {
        var stream = Streams.Questionnaire(id);
        var said = string.IsNullOrWhiteSpace(Said) ? null : Said.Trim();
        var outcome = await record.Write(who.OrderFor(Once), [stream], (all, _) => new ReportPressure(said).Decide(all[stream]));
        return outcome is Outcome.No ? NotFound() : Redirect($"/q/{id}/tell-us?told=true");
    }
}
