using Candour.CareRecord.Store;

namespace Candour.Web.Hosting;

/// <summary>A fault becomes a status and a number to quote; nothing of it is told. The page comes from <see cref="FaultPages"/>.</summary>
internal sealed class Faults(RequestDelegate next, ILogger<Faults> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            if (http.RequestAborted.IsCancellationRequested)
                return;
            var status = StatusOf(e);
            var fault = new Fault(http.TraceIdentifier);
            if (status >= 500)
                log.LogError(e, "Fault {Fault} {Status}", fault.Number, status);
            http.Response.Clear();
            http.Response.StatusCode = status;
            http.Features.Set(fault);
            await FaultPages.Plain(http);
        }
    }

    private static int StatusOf(Exception e) => e switch
    {
        RecordUnavailableException => StatusCodes.Status503ServiceUnavailable,
        System.Data.Common.DbException or TimeoutException => StatusCodes.Status503ServiceUnavailable,
        BadHttpRequestException bad => bad.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };
}

/// <summary>The number under which a fault stands in the log.</summary>
internal sealed record Fault(string Number);
