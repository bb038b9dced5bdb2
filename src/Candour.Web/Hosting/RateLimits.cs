using System.Threading.RateLimiting;
using Candour.CareRecord.Access.Store;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;

namespace Candour.Web.Hosting;

/// <summary>
/// Limits by session or link, never by address: a hospital shares one. They stop a machine, not a person in a hurry. How many
/// requests run at a time is the business of <see cref="Sheds"/>.
/// </summary>
internal static class RateLimits
{
    /// <summary>Requests of one session: a burst, and how many a second after it.</summary>
    public const int Burst = 400;
    public const int PerSecond = 100;

    public static void Configure(RateLimiterOptions limits)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (context, _) =>
        {
            Refuse(context.HttpContext);
            return ValueTask.CompletedTask;
        };
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(KeyOf);
    }

    /// <summary>429, and when to try again; the page comes from <see cref="FaultPages"/>.</summary>
    public static void Refuse(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = "10";
    }

    private static RateLimitPartition<string> KeyOf(HttpContext http)
    {
        // The page of a fault is part of the answer to the one request that met it.
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            return RateLimitPartition.GetNoLimiter("fault");
        var key = http.Features.Get<WebSession>()?.Id ?? http.Request.RouteValues["token"] as string;
        return key is null
            ? RateLimitPartition.GetNoLimiter("nobody")
            : RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
            {
                TokenLimit = Burst, TokensPerPeriod = PerSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), AutoReplenishment = true, QueueLimit = 0,
            });
    }
}
