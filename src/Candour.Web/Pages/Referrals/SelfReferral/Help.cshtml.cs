using Candour.CareRecord;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Referrals.SelfReferral;

/// <summary>Help, shown at once after an answer that told danger; then the referral goes on.</summary>
[OpenToAll("Anyone may refer themselves; nobody has an account before that.")]
public sealed class HelpModel(DraftInHand hand, TheRecord record) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    /// <summary>Somebody here has been told, and reads it by then.</summary>
    public string? ReadBy { get; private set; }

    /// <summary>Nobody here can be told yet: there is no way to reach them.</summary>
    public bool NobodyToldYet { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (await hand.Find() is not { SentOn: null } draft)
            return Redirect("/refer");
        var histories = await record.Read(Streams.Person(draft.PersonId), Streams.Policy);
        NobodyToldYet = RiskTask.OpenOf(histories[Streams.Person(draft.PersonId)]) is null;
        var now = Moment.Now(record.Clock);
        var cover = Cover.At(ServicePolicy.On(London.DayOf(now), histories[Streams.Policy]), now, clinician: null);
        ReadBy = cover.Promised ? $"{Words.Time(cover.Due)} on {Words.LongDay(London.DayOf(cover.Due))}" : null;
        Next = Steps.All.Contains(Next ?? "") ? Next : Steps.Who;
        return Page();
    }
}
