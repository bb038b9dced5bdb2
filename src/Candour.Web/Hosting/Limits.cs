using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Candour.Web.Hosting;

/// <summary>How much one request may bring. A note of 10,000 characters of any script fits many times over.</summary>
internal static class Limits
{
    private const int Body = 1024 * 1024;

    public static void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = Body;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.MaxRequestLineSize = 4 * 1024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }

    public static void Configure(FormOptions form)
    {
        form.ValueCountLimit = 512;
        form.KeyLengthLimit = 256;
        form.ValueLengthLimit = Body;
        form.BufferBodyLengthLimit = Body;
        form.MultipartBodyLengthLimit = Body;
    }
}
