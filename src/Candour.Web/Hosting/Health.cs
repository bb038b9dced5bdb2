using Candour.CareRecord;
using Candour.CareRecord.Store;
using Candour.Clinical;
using Candour.Web.Access;

namespace Candour.Web.Hosting;

/// <summary>
/// Two addresses for the operator's machines. <c>/healthz</c>: the process answers. <c>/readyz</c>: the database can be
/// written, the clock is sane and the settings are still strong enough. Neither tells a version or a reason.
/// </summary>
internal static class Health
{
    public static void Map(WebApplication site)
    {
        object open = new OpenToAllAttribute("Tells machines whether this one works; tells nothing else.");
        site.MapGet("/healthz", () => Results.Text("alive")).WithMetadata(open, new WithoutTheRecordAttribute());
        site.MapGet("/readyz", async (Readiness readiness) =>
            await readiness.IsReady() ? Results.Text("ready") : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable)).WithMetadata(open, new WithoutTheRecordAttribute());
    }
}

/// <summary>Whether acknowledged writes can be promised now.</summary>
internal sealed class Readiness(TheRecord record)
{
    private static readonly TimeSpan MostDifference = TimeSpan.FromSeconds(5);

    private readonly long _started = record.Clock.GetTimestamp();
    private readonly Moment _startedAt = Moment.Now(record.Clock);

    public async Task<bool> IsReady()
    {
        try
        {
            await StoreSettings.Check(record.Database);
            await record.Operate((_, _) => Task.CompletedTask);
            return ClockIsSane();
        }
        catch (Exception e) when (e is RecordSettingsException or RecordUnavailableException)
        {
            return false;
        }
    }

    /// <summary>The wall clock has moved as far as the clock that never jumps.</summary>
    private bool ClockIsSane()
    {
        var passed = record.Clock.GetElapsedTime(_started);
        return (Moment.Now(record.Clock).Since(_startedAt) - passed).Duration() <= MostDifference;
    }
}
