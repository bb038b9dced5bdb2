using Candour.Web.Components.Frame;

namespace Candour.Web.Access;

/// <summary>"Leave this page": ends what is open here and goes to the neutral site set in policy.</summary>
internal static class Leave
{
    public static void Map(WebApplication site) => site.MapGet("/leave", async (SignedIn signedIn, ServiceFace face) =>
    {
        await signedIn.End();
        return Results.Redirect(face.LeaveFor);
    }).WithMetadata(new OpenToAllAttribute("Leaving must always work."));
}
