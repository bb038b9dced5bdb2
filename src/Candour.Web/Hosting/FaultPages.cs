using Microsoft.AspNetCore.Diagnostics;

namespace Candour.Web.Hosting;

/// <summary>
/// The body of an answer that has none: the page <c>/faults/{status}</c> when there is one, else the file
/// <c>wwwroot/faults/{status}.html</c>, which needs neither database nor script, else two sentences and the crisis lines.
/// </summary>
internal static class FaultPages
{
    // Shown only when not even a file can be read.
    private const string LastResort =
        """
        <!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Something went wrong</title></head><body>
        <h1>Something went wrong on our side</h1><p>Try again in a few minutes.</p>
        <p>If you are in danger or have hurt yourself, <a href="tel:999">call 999</a> or go to A&amp;E now.
        Need help now: <a href="tel:111">call 111</a> and choose the mental health option (2), any hour.
        Samaritans: <a href="tel:116123">116 123</a>, any hour. Text SHOUT to 85258.</p></body></html>
        """;

    public static async Task Show(StatusCodeContext status)
    {
        var http = status.HttpContext;
        if (http.Features.Get<Fault>() is not null)
            return;
        var code = http.Response.StatusCode;
        var page = code == StatusCodes.Status401Unauthorized ? "/sign-in" : $"/faults/{code}";
        if (!HttpMethods.IsHead(http.Request.Method) && http.RequestServices.GetRequiredService<Addresses>().Has(page))
            await Again(http, status.Next, page);
        else
            await Plain(http);
    }

    /// <summary>Without any page model: a file, or the last words.</summary>
    public static async Task Plain(HttpContext http)
    {
        var response = http.Response;
        response.ContentType = "text/html; charset=utf-8";
        var file = Path.Combine(AppContext.BaseDirectory, "wwwroot", "faults", $"{response.StatusCode}.html");
        if (File.Exists(file))
            await response.SendFileAsync(file);
        else
            await response.WriteAsync(LastResort);
    }

    /// <summary>The pipeline once more for another address, as GET, under the same status.</summary>
    private static async Task Again(HttpContext http, RequestDelegate next, string page)
    {
        var (path, query, method) = (http.Request.Path, http.Request.QueryString, http.Request.Method);
        http.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature
        {
            OriginalPathBase = http.Request.PathBase, OriginalPath = path, OriginalQueryString = query.Value,
        });
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        (http.Request.Path, http.Request.QueryString, http.Request.Method) = (page, QueryString.Empty, HttpMethods.Get);
        try
        {
            await next(http);
        }
        finally
        {
            (http.Request.Path, http.Request.QueryString, http.Request.Method) = (path, query, method);
            http.Features.Set<IStatusCodeReExecuteFeature>(null);
        }
    }
}

/// <summary>The addresses this build answers.</summary>
internal sealed class Addresses(EndpointDataSource endpoints)
{
    private readonly Lazy<HashSet<string>> _there = new(() => endpoints.Endpoints.OfType<RouteEndpoint>()
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText?.Trim('/'))
        .ToHashSet(StringComparer.OrdinalIgnoreCase));

    public bool Has(string address) => _there.Value.Contains(address) || _there.Value.Contains("/faults/{status:int}") && address.StartsWith("/faults/", StringComparison.Ordinal);
}
