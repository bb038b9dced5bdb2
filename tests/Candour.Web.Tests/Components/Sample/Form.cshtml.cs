using Candour.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Tests.Components.Sample;

/// <summary>A page with every kind of field; exists in tests only.</summary>
[IgnoreAntiforgeryToken]
public sealed class Form : PageModel
{
    public static Option[] Therapies { get; } = [Option.Of("51", "Guided self-help"), Option.Of("40", "CBT")];

    [BindProperty]
    public string? FirstName { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? Which { get; set; }

    [BindProperty]
    public string[] Ways { get; set; } = [];

    [BindProperty]
    public DateParts Born { get; set; } = new();

    [BindProperty]
    public string? Therapy { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Secret { get; set; }

    public IActionResult OnPost()
    {
        if (string.IsNullOrEmpty(FirstName))
            ModelState.AddModelError(nameof(FirstName), "Enter your first name");
        if (string.IsNullOrEmpty(Answer))
            ModelState.AddModelError(nameof(Answer), "Choose an answer, or skip this question.");
        if (Ways.Length == 0)
            ModelState.AddModelError(nameof(Ways), "Choose at least one way");
        if (Born.Read(DateQuestion.Birth, new DateOnly(2026, 11, 21)) is DateAnswer.Wrong wrong)
            ModelState.AddModelError($"{nameof(Born)}.{wrong.Part}", wrong.Message);
        return ModelState.IsValid ? LocalRedirect("/sample/form") : Page();
    }
}
