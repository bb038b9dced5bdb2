using Candour.CareRecord;
using Candour.CareRecord.Policies;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Pages.Referrals.SelfReferral;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages;

/// <summary>The front page: get help now, refer, or come back to something begun.</summary>
[OpenToAll("The front page of the service.")]
public sealed class IndexModel(TheRecord record, DraftInHand hand) : PageModel
{
    public int From { get; private set; }

    /// <summary>The area in words; empty when the service has not said.</summary>
    public string Area { get; private set; } = "";

    /// <summary>A referral was begun in this browser and not sent.</summary>
    public bool Begun { get; private set; }

    public async Task OnGet()
    {
        Begun = await hand.Find() is { SentOn: null };
        var policy = ServicePolicy.On(London.Today(record.Clock), await record.Read(Streams.Policy));
        (From, Area) = (policy.YoungestAge, policy[PolicyNames.Area]);
    }
}
