using System.Diagnostics;

namespace Candour.Web.Hosting;

/// <summary>One line a request: the pattern of the address (never the address: it may hold a token), status and time.</summary>
internal sealed partial class SaysWhatHappened(RequestDelegate next, ILogger<SaysWhatHappened> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            if (http.GetEndpoint() is RouteEndpoint endpoint && log.IsEnabled(LogLevel.Information))
            {
                Answered(
                    log, Known(http.Request.Method), "/" + endpoint.RoutePattern.RawText?.TrimStart('/'),
                    http.Response.StatusCode, (long)Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "{Method} {Route} {Status} {Milliseconds}")]
    private static partial void Answered(ILogger log, string method, string route, int status, long milliseconds);

    // The method is the sender's text too.
    private static string Known(string method) => method is "GET" or "HEAD" or "POST" ? method : "other";
}
