using Candour.CareRecord;
using Candour.CareRecord.Links.Store;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Links;

/// <summary>The second step of reading: six numbers sent to a confirmed number or address, right only in this browser.</summary>
[OpenToAll("Half-way: only the browser that gave the birth date gets here, and nothing is shown before the code is right.")]
public sealed class CodeModel(LinkSignIn signIn) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string CommandId { get; set; } = "";

    /// <summary>Why this browser was sent no code; null when one is on its way.</summary>
    public Refusal? None { get; private set; }

    public async Task<IActionResult> OnGetAsync() =>
        signIn.HalfWay is null ? Redirect("/new-link") : await Show();

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Code))
            return Wrong("Enter the code we sent you");
        var (goTo, because) = await signIn.Try(Code, CommandId);
        return goTo is not null ? Redirect(goTo) : Wrong(because!.Message);
    }

    public async Task<IActionResult> OnPostAgainAsync()
    {
        if (signIn.HalfWay is null)
            return Redirect("/new-link");
        return await signIn.SendAgain(CommandId) switch
        {
            null => Redirect("/l/code"),
            NowhereToSendACode no => Told(no),
            { } no when await signIn.WhyNoCode() is not null => Told(no),
            { } no => Wrong(no.Message),
        };
    }

    private async Task<IActionResult> Show()
    {
        None = await signIn.WhyNoCode();
        return Page();
    }

    private PageResult Told(Refusal because)
    {
        None = because;
        return Page();
    }

    private PageResult Wrong(string words)
    {
        ModelState.AddModelError(nameof(Code), words);
        return Page();
    }
}
