using Microsoft.AspNetCore.Antiforgery;

namespace Candour.Web.Access;

/// <summary>
/// Nothing another site makes a browser send may change anything: every unsafe request has to come from a page of ours
/// (the browser says so) and carry that page's token. Methods nobody uses here are refused.
/// </summary>
internal sealed class SameSite(RequestDelegate next, IAntiforgery antiforgery)
{
    /// <summary>What a browser says of its own accord: "none" is a typed address.</summary>
    public static bool FromElsewhere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";

    public async Task InvokeAsync(HttpContext http)
    {
        var method = http.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
        {
            await next(http);
            return;
        }

        if (!HttpMethods.IsPost(method))
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        // An address that is not there says so to everybody alike.
        if (http.GetEndpoint() is null)
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (http.GetEndpoint()!.Metadata.GetMetadata<TakesSignedMessagesAttribute>() is not null)
            await next(http);
        else if (!await CanBeRead(http.Request))
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        else if (FromElsewhere(http.Request))
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        else if (!await HasToken(http))
            await SendBack(http);
        else
            await next(http);
    }

    /// <summary>A page of ours whose token is stale (another role, another tab): what was typed is shown again, to check and send; a worry in it is told.</summary>
    private static async Task SendBack(HttpContext http)
    {
        if (http.RequestServices.GetRequiredService<Who>().Patient is { } patient
            && await http.RequestServices.GetRequiredService<LateForms>().TakeOfEarlier(http, patient) is { } late)
        {
            http.Features.Set(late);
            http.Features.Set(new OfAPatient());
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (http.RequestServices.GetRequiredService<Who>().Staff is { } staff
            && await http.RequestServices.GetRequiredService<KeptForms>().Keep(http, staff.Account) is { } kept)
        {
            http.Response.Redirect(kept);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    private static async Task<bool> CanBeRead(HttpRequest request)
    {
        try
        {
            if (request.HasFormContentType)
                await request.ReadFormAsync();
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private async Task<bool> HasToken(HttpContext http)
    {
        try
        {
            await antiforgery.ValidateRequestAsync(http);
            return true;
        }
        catch (AntiforgeryValidationException)
        {
            return false;
        }
    }
}

/// <summary>A machine posts here and proves itself by a signature: a delivery receipt. No browser, no form token.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class TakesSignedMessagesAttribute : Attribute;
