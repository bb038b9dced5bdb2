using Candour.CareRecord.Referrals;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Draft = Candour.CareRecord.Referrals.SelfReferral;

namespace Candour.Web.Pages.Referrals.SelfReferral;

/// <summary>No way is left that is safe: another one, or they call us. Nobody is promised what they said is unsafe, and no referral is lost.</summary>
[OpenToAll("Anyone may refer themselves; nobody has an account before that.")]
public sealed class SafeWayModel(DraftInHand hand) : PageModel
{
    /// <summary>Each way they chose, and why we may not use it.</summary>
    public IReadOnlyList<string> Said { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (await hand.Find() is not { SentOn: null } draft)
            return Redirect("/refer");
        if (draft.SafeWays.Count > 0 || !draft.CanBeReached)
            return Redirect($"/refer/{Steps.Missing(draft) ?? Steps.Answers}");
        Said = [.. draft.Chosen.Select(way => Words(way, draft)).OfType<string>()];
        return Page();
    }

    /// <summary>"I will call you".</summary>
    public async Task<IActionResult> OnPost()
    {
        if (await hand.Find() is not { SentOn: null } draft)
            return Redirect("/refer");
        draft = draft with { WillCallUs = true };
        await hand.Save(draft);
        return Redirect($"/refer/{(draft.ThoughtsOfEnding is null ? Steps.SayWho : Steps.Missing(draft) ?? Steps.Answers)}");
    }

    private static string? Words(string way, Draft draft) => way switch
    {
        Ways.Text => Words(draft.TextsSafe, "texts"),
        Ways.Email => Words(draft.EmailSafe, "e-mails"),
        Ways.Letter when draft is { LetterHomeSafe: true, HomeHeld: true } =>
            "You said that somebody may be hurting you. We send nothing to your home until a person here has talked with you.",
        Ways.Letter => Words(draft.LetterHomeSafe, "letters to your home"),
        _ => null,
    };

    private static string Words(bool? safe, string what) =>
        safe == false ? $"You said that {what} are not safe." : $"You did not say that {what} are safe, so we take it as no.";
}
