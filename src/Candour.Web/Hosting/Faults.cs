using System.Data.Common;
using Candour.CareRecord;
using Candour.CareRecord.Store;

namespace Candour.Web.Hosting;

/// <summary>A fault becomes a status and a number to quote; nothing of it is told. The page comes from <see cref="FaultPages"/>.</summary>
internal sealed class Faults(RequestDelegate next, Circuit circuit, ILogger<Faults> log)
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
            if (IsTooLate(e))
                circuit.TooLate();
            var fault = new Fault(http.TraceIdentifier, e is CommitUnansweredException, e as SentOtherwiseException);
            if (status >= 500)
                log.LogError(e, "Fault {Fault} {Status}", fault.Number, status);
            http.Response.Clear();
            http.Response.StatusCode = status;
            http.Features.Set(fault);
            await FaultPages.Plain(http);
        }
    }

    /// <summary>The database failed, whatever wraps it: the mapper says "invalid operation" of a connection that broke.</summary>
    internal static bool IsOfTheStore(Exception e) => Causes(e).Any(c => c is RecordUnavailableException or DbException or TimeoutException);

    private static bool IsTooLate(Exception e) => Causes(e).Any(c => c is TimeoutException) && !Causes(e).Any(c => c is CommitUnansweredException);

    private static IEnumerable<Exception> Causes(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
            yield return e;
    }

    private static int StatusOf(Exception e) => e is BadHttpRequestException bad ? bad.StatusCode
        : IsOfTheStore(e) ? StatusCodes.Status503ServiceUnavailable
        : e is SentOtherwiseException ? StatusCodes.Status409Conflict
        : StatusCodes.Status500InternalServerError;
}

/// <summary>The number under which a fault stands in the log, and whether what was sent may be stored all the same.</summary>
/// <param name="Otherwise">The form had been sent before and said something else.</param>
internal sealed record Fault(string Number, bool Unanswered = false, SentOtherwiseException? Otherwise = null);
