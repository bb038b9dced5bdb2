using System.Threading.RateLimiting;
using Candour.CareRecord.Access.Store;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;

namespace Candour.Web.Hosting;

/// <summary>
/// Limits by session or link, never by address: a hospital shares one. They stop a machine, not a person in a hurry. What
/// nobody is signed in to shares one wide limit that slows before it refuses.
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
            context.HttpContext.Response.Headers.RetryAfter = "10";
            return ValueTask.CompletedTask;
        };
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(KeyOf);
    }

    private static RateLimitPartition<string> KeyOf(HttpContext http)
    {
        // The page of a fault is part of the answer to the one request that met it.
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            return RateLimitPartition.GetNoLimiter("fault");
        var key = http.Features.Get<WebSession>()?.Id ?? http.Request.RouteValues["token"] as string;
        return key is null
            ? RateLimitPartition.GetConcurrencyLimiter("nobody", _ => new() { PermitLimit = 64, QueueLimit = 1024, QueueProcessingOrder = QueueProcessingOrder.OldestFirst })
            : RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
            {
                TokenLimit = Burst, TokensPerPeriod = PerSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), AutoReplenishment = true, QueueLimit = 0,
            });
    }
}
