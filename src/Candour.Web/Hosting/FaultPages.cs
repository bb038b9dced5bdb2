using Candour.CareRecord;
using Candour.Web.Access;
using Candour.Web.Components.Crisis;
using Candour.Web.Components.Frame;
using Candour.Web.Pages.Faults;
using Microsoft.AspNetCore.Diagnostics;

namespace Candour.Web.Hosting;

/// <summary>
/// The body of an answer that has none: the sign-in page for somebody unknown, the page <c>/faults/{status}</c>, or, where the
/// fault is ours, the same words made without database or view engine.
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
        if (code is StatusCodes.Status429TooManyRequests or >= 500)
            http.Features.Set(await StillTyped.In(http));
        if (code == StatusCodes.Status401Unauthorized && http.Features.Get<OfAPatient>() is not null)
            http.Features.Set(http.Features.Get<LateForm>() ?? await http.RequestServices.GetRequiredService<LateForms>().Take(http));
        var page = code == StatusCodes.Status401Unauthorized ? http.Features.Get<OfAPatient>() is null ? "/sign-in" : "/l/closed" : $"/faults/{code}";
        if (!HttpMethods.IsHead(http.Request.Method) && http.RequestServices.GetRequiredService<Addresses>().Has(page))
            await Again(http, status.Next, page);
        else
            await Plain(http);
    }

    /// <summary>Without database, session or view engine; a file where even that fails.</summary>
    public static async Task Plain(HttpContext http)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(Words(http, await StillTyped.In(http)));
    }

    private static string Words(HttpContext http, StillTyped? typed)
    {
        try
        {
            var (given, otherwise) = (http.RequestServices, http.Features.Get<Fault>()?.Otherwise);
            return new FaultPage(http.Response.StatusCode, given.GetRequiredService<CurrentFace>().Now, given.GetRequiredService<CrisisLines>())
            {
                At = Clinical.Moment.Now(given.GetRequiredService<TimeProvider>()),
                Staff = http.Features.Get<SignedInStaff>(),
                Reference = http.Features.Get<Fault>()?.Number,
                Unanswered = http.Features.Get<Fault>() is { Unanswered: true },
                SentBefore = otherwise?.At,
                Typed = typed is null ? null : (otherwise is null ? typed : typed.Under(Ids.New(given.GetRequiredService<Randomness>()), otherwise.CommandId)).Form,
            }.Page().Text();
        }
        catch (Exception)
        {
            // Whatever broke, help must be shown.
            var file = Path.Combine(AppContext.BaseDirectory, "wwwroot", "faults", $"{http.Response.StatusCode}.html");
            return File.Exists(file) ? File.ReadAllText(file) : LastResort;
        }
    }

    /// <summary>The pipeline once more for another address, as GET, under the same status.</summary>
    private static async Task Again(HttpContext http, RequestDelegate next, string page)
    {
        var (path, query, method, type) = (http.Request.Path, http.Request.QueryString, http.Request.Method, http.Request.ContentType);
        http.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature
        {
            OriginalPathBase = http.Request.PathBase, OriginalPath = path, OriginalQueryString = query.Value,
        });
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        // A form that cannot be read must not be read again for the page that says so.
        (http.Request.Path, http.Request.QueryString, http.Request.Method, http.Request.ContentType) = (page, QueryString.Empty, HttpMethods.Get, null);
        try
        {
            await next(http);
        }
        finally
        {
            (http.Request.Path, http.Request.QueryString, http.Request.Method, http.Request.ContentType) = (path, query, method, type);
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

    public bool Has(string address) => _there.Value.Contains(address) || address.StartsWith("/faults/", StringComparison.Ordinal);
}
