using Candour.CareRecord;
using Candour.CareRecord.Policies;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Referrals.SelfReferral;

/// <summary>Where somebody too young for this service can go. Nothing about them is kept but a count.</summary>
[OpenToAll("Anyone may refer themselves; nobody has an account before that.")]
public sealed class TooYoungModel(TheRecord record) : PageModel
{
    public int From { get; private set; }

    /// <summary>Name and telephone, as the service set them; empty when it set none.</summary>
    public string Instead { get; private set; } = "";

    public async Task OnGet()
    {
        var policy = ServicePolicy.On(London.Today(record.Clock), await record.Read(Streams.Policy));
        (From, Instead) = (policy.YoungestAge, policy[PolicyNames.YoungPeople]);
    }
}
