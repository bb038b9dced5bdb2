using Candour.CareRecord.Access;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Questionnaires;

[ForThePerson]
[Needs("answers", Act.Create, About = About.Questionnaire)]
public sealed class DeclinedModel(Forms forms, Who who) : PageModel
{
    public string Id { get; private set; } = "";

    public bool HandedOver => who.Patient is { HandedOver: true };

    public async Task<IActionResult> OnGet(string id)
    {
        Id = id;
        return await forms.Find(id) is null ? NotFound() : Page();
    }
}
