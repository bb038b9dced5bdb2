using Candour.Web.Access;

namespace Candour.Web.Hosting;

/// <summary>
/// Two addresses for the operator's machines. <c>/healthz</c>: the process answers. <c>/readyz</c>: the database can be
/// written, the tables are of this build, the clock is right, the settings are still strong enough and the disk has room. Neither tells a version or a reason.
/// </summary>
internal static class Health
{
    public static void Map(WebApplication site)
    {
        object open = new OpenToAllAttribute("Tells machines whether this one works; tells nothing else.");
        site.MapGet("/healthz", () => Results.Text("alive")).WithMetadata(open, new WithoutTheRecordAttribute());
        site.MapGet("/readyz", async (Readiness readiness) =>
            await readiness.Wrong() is null ? Results.Text("ready") : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable)).WithMetadata(open, new WithoutTheRecordAttribute());
    }
}
