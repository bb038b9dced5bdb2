using Candour.Web.Access;

namespace Candour.Web.Hosting;

/// <summary>The headers of every answer: pages, files, errors.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; "
        + "base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        Put(http);
        http.Response.OnStarting(static state =>
        {
            Put((HttpContext)state);
            return Task.CompletedTask;
        }, http);
        return next(http);
    }

    private static void Put(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = http.GetEndpoint()?.Metadata.GetMetadata<SavesAsYouTypeAttribute>() is null
            ? ContentSecurityPolicy
            : ContentSecurityPolicy + "; connect-src 'self'";
        headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        if (headers.CacheControl.Count == 0 || http.Features.Get<CareRecord.Access.Store.WebSession>() is not null)
            headers.CacheControl = "no-store";
    }
}

/// <summary>A page whose script saves while somebody types: it alone may send requests of its own, to this site only.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SavesAsYouTypeAttribute : Attribute;
