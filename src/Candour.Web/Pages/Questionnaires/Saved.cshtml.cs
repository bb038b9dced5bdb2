using Candour.CareRecord.Access;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Questionnaires;

/// <summary>"Stop here": what is kept, and how to carry on.</summary>
[Needs("answers", Act.Create, About = About.Questionnaire)]
public sealed class SavedModel(Forms forms) : PageModel
{
    public string Id { get; private set; } = "";

    public string Clinician { get; private set; } = "";

    public string? Until { get; private set; }

    public async Task<IActionResult> OnGet(string id)
    {
        if (await forms.Find(id) is not { } form)
            return NotFound();
        Id = id;
        var name = await forms.FirstNameOf(form);
        Clinician = char.ToUpperInvariant(name[0]) + name[1..];
        Until = $"{Words.Time(form.Issued.Closes)} on {Words.LongDay(London.DayOf(form.Issued.Closes))}";
        return Page();
    }
}
