using System.Text.Json;
using Candour.CareRecord;
using Candour.CareRecord.Policies;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Draft = Candour.CareRecord.Referrals.SelfReferral;

namespace Candour.Web.Pages.Referrals.SelfReferral;

/// <summary>
/// Where somebody too young for this service can go. Nothing about them is kept but a count. What they had answered before the
/// date waits sealed in their own browser, for a date that was typed wrong.
/// </summary>
[OpenToAll("Anyone may refer themselves; nobody has an account before that.")]
public sealed class TooYoungModel(TheRecord record, DraftInHand hand) : PageModel
{
    /// <summary>Under this name the browser holds the answers given before the date.</summary>
    internal const string Before = "before-birth";

    // A browser holds little; long words of their own are then left out.
    private const int MostInBrowser = 3_000;

    public int From { get; private set; }

    /// <summary>Name and telephone, as the service set them; empty when it set none.</summary>
    public string Instead { get; private set; } = "";

    public async Task OnGet()
    {
        var policy = ServicePolicy.On(London.Today(record.Clock), await record.Read(Streams.Policy));
        (From, Instead) = (policy.YoungestAge, policy[PolicyNames.YoungPeople]);
        TempData.Keep(Before);
    }

    /// <summary>"I typed the wrong date": back to the date, with the answers before it.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (TempData[Before] is not string kept || JsonSerializer.Deserialize<Draft>(kept) is not { } draft)
            return Redirect("/refer");
        await hand.Begin(draft);
        return Redirect($"/refer/{Steps.Birth}");
    }

    internal static string InBrowser(Draft draft)
    {
        var whole = JsonSerializer.Serialize(draft with { BirthDate = null });
        return whole.Length <= MostInBrowser ? whole : JsonSerializer.Serialize(draft with { BirthDate = null, InOwnWords = null, NeedsElse = null });
    }
}
