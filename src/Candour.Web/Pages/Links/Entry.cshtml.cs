using Candour.CareRecord;
using Candour.CareRecord.Links;
using Candour.CareRecord.Links.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Components;
using Candour.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Links;

/// <summary>
/// The way in by a private link, or by the code from a letter. GET shows the question and changes nothing, whatever the link
/// is: scanners of mail open links. POST asks, and leads to a clean address.
/// </summary>
[OpenToAll("People with a link have no account; the birth date is asked before anything is told.")]
public sealed class EntryModel(OpeningLinks links, LinkSignIn signIn, Who who, TimeProvider clock, ServiceFace face, SlowHashes hashes) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public DateParts BirthDate { get; set; } = new();

    [BindProperty]
    public string CommandId { get; set; } = "";

    public bool AsksForCode => Token is null;

    public Refusal? Because { get; private set; }

    /// <summary>A wrong date: the form stays.</summary>
    public bool CanTryAgain => Because is WrongBirthDate || (AsksForCode && Because is LinkNotFound);

    public string? CallUs => Because is LinkClosed ? face.Phone : null;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (BirthDate.Read(DateQuestion.Birth, London.Today(clock)) is not DateAnswer.Right { Date: var given })
        {
            var wrong = (DateAnswer.Wrong)BirthDate.Read(DateQuestion.Birth, London.Today(clock));
            ModelState.AddModelError($"{nameof(BirthDate)}.{wrong.Part}", wrong.Message);
            return Page();
        }

        using var turn = await hashes.TurnOf(Token ?? Code, HttpContext.RequestAborted);
        if (turn is { IsAcquired: false })
            return this.TooManyAtOnce();
        (var opened, Because) = await links.Open(Token ?? Code, given, who.OrderFor(CommandId));
        if (opened is not null)
            return Redirect(await signIn.Begin(opened, CommandId));
        if (CanTryAgain)
            ModelState.AddModelError(Because is LinkNotFound ? nameof(Code) : $"{nameof(BirthDate)}.Day", Because!.Message);
        return Page();
    }
}
