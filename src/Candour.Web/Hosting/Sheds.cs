using System.Threading.RateLimiting;
using Candour.CareRecord.Store;
using Candour.Web.Access;
using Microsoft.AspNetCore.Diagnostics;

namespace Candour.Web.Hosting;

/// <summary>
/// So many requests at a time as the database has connections for, staff and patients apart, so that neither takes the other's
/// place; a queue behind each; past that, 429 in words. With the <see cref="Circuit"/> open, 503 at once.
/// </summary>
internal sealed class Sheds(RequestDelegate next, Circuit circuit) : IDisposable
{
    public const int AtOnce = 64, StaffWaiting = 256, OthersWaiting = 1024;

    private readonly ConcurrencyLimiter _staff = Limit(StaffWaiting), _others = Limit(OthersWaiting);

    public async Task InvokeAsync(HttpContext http)
    {
        var endpoint = http.GetEndpoint();
        if (endpoint is null || endpoint.Metadata.GetMetadata<WithoutTheRecordAttribute>() is not null
            || http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            await next(http);
            return;
        }

        var staff = IsOfStaff(http.Request.Path, endpoint.Metadata.GetMetadata<NeedsAttribute>());
        if (!circuit.LetsThrough(staff))
            throw new RecordUnavailableException(new DatabaseIsSilentException());
        using var place = await (staff ? _staff : _others).AcquireAsync(1, http.RequestAborted);
        if (place.IsAcquired)
            await next(http);
        else
            RateLimits.Refuse(http);
    }

    public void Dispose()
    {
        _staff.Dispose();
        _others.Dispose();
    }

    /// <summary>A page of staff that can wait: not one about somebody in danger.</summary>
    internal static bool IsOfStaff(PathString path, NeedsAttribute? needs) =>
        needs is not null && !Gate.IsOfPatients(path) && needs.Resource is not ("risk_task" or "safety_plan" or "safeguarding" or "break_glass");

    private static ConcurrencyLimiter Limit(int waiting) =>
        new(new() { PermitLimit = AtOnce, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
}
