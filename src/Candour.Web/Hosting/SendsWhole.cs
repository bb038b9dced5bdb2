using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Candour.Web.Hosting;

/// <summary>
/// A page is written into memory and goes out in one piece with its length: half a page is never sent, and the network is asked
/// once instead of twice. Nothing is written to a file, however long a page is.
/// </summary>
internal sealed class SendsWhole(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is null)
        {
            await next(http);
            return;
        }

        var body = http.Response.Body;
        await using var whole = new FileBufferingWriteStream(memoryThreshold: int.MaxValue);
        http.Response.Body = whole;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
        }

        if (whole.Length == 0)
            return;
        http.Response.ContentLength = whole.Length;
        await whole.DrainBufferAsync(body);
    }
}
