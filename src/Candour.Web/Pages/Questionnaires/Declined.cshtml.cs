using Candour.CareRecord.Access;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Questionnaires;

[Needs("answers", Act.Create, About = About.Questionnaire)]
public sealed class DeclinedModel(Forms forms) : PageModel
{
    public string Id { get; private set; } = "";

    public async Task<IActionResult> OnGet(string id)
    {
        Id = id;
        return await forms.Find(id) is null ? NotFound() : Page();
    }
}
