using Candour.Web.Components.Frame;
using Candour.Web.Pages.Referrals.SelfReferral;

namespace Candour.Web.Access;

/// <summary>
/// "Leave this page": ends what is open here, lets go of a referral that was begun, and goes to the neutral site set in policy.
/// Whoever takes the device next finds nothing of it: neither the answers nor that there were any.
/// </summary>
internal static class Leave
{
    public static void Map(WebApplication site) => site.MapGet("/leave", async (HttpContext http, SignedIn signedIn, DraftInHand draft, ServiceFace face) =>
    {
        await signedIn.End();
        draft.LetGo();
        http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
        return Results.Redirect(face.LeaveFor);
    }).WithMetadata(new OpenToAllAttribute("Leaving must always work."));
}
