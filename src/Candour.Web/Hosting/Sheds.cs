using System.Threading.RateLimiting;
using Candour.CareRecord.Store;
using Candour.Web.Access;
using Microsoft.AspNetCore.Diagnostics;

namespace Candour.Web.Hosting;

/// <summary>
/// So many requests at a time, and a queue behind them, for each of three: staff; whoever has a session, with the pages about
/// somebody in danger; and strangers. None takes another's place; past the queue, 429 in words. What is sent is read before a
/// place is taken, so that a slow sender holds none. With the <see cref="Circuit"/> open, 503 at once.
/// </summary>
internal sealed class Sheds(RequestDelegate next, Circuit circuit) : IDisposable
{
    public const int AtOnce = 32, StaffWaiting = 256, OthersWaiting = 1024;

    private readonly ConcurrencyLimiter _staff = Limit(StaffWaiting), _people = Limit(OthersWaiting), _strangers = Limit(OthersWaiting);

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
        await Receive(http, endpoint);
        var queue = staff ? _staff : SessionCookie.TokenOf(http.Request) is not null ? _people : _strangers;
        using var place = await queue.AcquireAsync(1, http.RequestAborted);
        if (place.IsAcquired)
            await next(http);
        else
            RateLimits.Refuse(http);
    }

    public void Dispose()
    {
        _staff.Dispose();
        _people.Dispose();
        _strangers.Dispose();
    }

    private static async Task Receive(HttpContext http, Endpoint endpoint)
    {
        // A photo is let in by the gate first.
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType || endpoint.Metadata.GetMetadata<TakesPicturesAttribute>() is not null)
            return;
        try
        {
            await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (InvalidDataException)
        {
            // Whoever reads it next says so in words.
        }
    }

    /// <summary>A page of staff that can wait: not one about somebody in danger.</summary>
    internal static bool IsOfStaff(PathString path, NeedsAttribute? needs) =>
        needs is not null && !Gate.IsOfPatients(path) && needs.Resource is not ("risk_task" or "safety_plan" or "safeguarding" or "break_glass");

    private static ConcurrencyLimiter Limit(int waiting) =>
        new(new() { PermitLimit = AtOnce, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
}
