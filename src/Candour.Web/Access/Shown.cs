using Candour.CareRecord;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Access;

/// <summary>What a form says of itself: its once-only id, and the version of the record it showed.</summary>
public sealed class Shown
{
    /// <summary>A second post of the same form gives the first result.</summary>
    public string Command { get; set; } = "";

    public int Version { get; set; }

    /// <summary>The stream the form was opened for, as "referral/7K…": a form is refused for anybody else's record.</summary>
    public string? Of { get; set; }

    public static Shown Now(Randomness randomness, History history) =>
        new() { Command = Ids.New(randomness), Version = history.Version, Of = history.Stream.ToString() };
}

/// <summary>How a page answers a write that did not go through: the same page, the words at their field, what was typed kept.</summary>
public static class Answering
{
    private const string Refused = "Refused";

    /// <summary>True when it is stored; otherwise the model state holds why.</summary>
    public static bool Stored(this PageModel page, Outcome outcome)
    {
        if (outcome is not Outcome.No no)
            return true;
        page.ModelState.AddModelError(no.Because.Field ?? "", no.Because.Message);
        return false;
    }

    /// <summary>For an answer that goes on to another page: that page says why it was not stored.</summary>
    public static void SayOnTheNextPage(this PageModel page, Outcome outcome)
    {
        if (outcome is Outcome.No no)
            page.TempData[Refused] = no.Because.Message;
    }

    /// <summary>Shows at the top what the page before could not store.</summary>
    public static void SaysWhatWasRefused(this PageModel page)
    {
        if (page.TempData[Refused] is string words)
            page.ModelState.AddModelError("", words);
    }

    /// <summary>
    /// As <see cref="Stored(PageModel, Outcome)"/>, for a page that shows what is there now beside its form: where the same thing
    /// was changed meanwhile, the next press is a new order on what the page shows from here on.
    /// </summary>
    public static bool Stored(this PageModel page, Outcome outcome, Shown shown, Randomness randomness)
    {
        if (outcome is Outcome.No { Because: SomeoneChangedThis changed })
            (shown.Command, shown.Version) = (Ids.New(randomness), changed.Now);
        return page.Stored(outcome);
    }

    /// <summary>303: the browser asks for the next page with GET.</summary>
    public static IActionResult See(this PageModel page, string address)
    {
        page.Response.Headers.Location = address;
        return new StatusCodeResult(StatusCodes.Status303SeeOther);
    }
}
