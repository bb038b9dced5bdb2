using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Links.Store;
using Candour.Web.Access;
using Candour.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Links;

/// <summary>
/// Somebody who answers by a link asks for a page of their record: what a household knows is not enough to read it, so a code is
/// sent. Opening this page sends nothing.
/// </summary>
[OpenToAll("It shows nothing of the record, and sends a code only to whoever has given the birth date.")]
public sealed class MoreModel(LinkSignIn signIn, Who who, PagesThere pages) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty]
    public string CommandId { get; set; } = "";

    /// <summary>Why no code goes out.</summary>
    public Refusal? Because { get; private set; }

    /// <summary>Only a page of theirs; anything else leads to the first of them.</summary>
    private string Wanted => To is { } to && to.StartsWith("/me/", StringComparison.Ordinal) && pages.Has(to) ? to : "/me";

    public IActionResult OnGet() => who.Patient switch
    {
        { Strength: PatientStrength.Read } => Redirect(Wanted),
        { HandedOver: false } => Page(),
        _ => Redirect("/new-link"),
    };

    public async Task<IActionResult> OnPostAsync()
    {
        if (who.Patient is not { Strength: PatientStrength.Answer, HandedOver: false } answering)
            return Redirect(signIn.HalfWay is null ? "/new-link" : "/l/code");
        Because = await signIn.BeginReading(answering, Wanted, CommandId);
        return Because is null ? Redirect("/l/code") : Page();
    }
}
