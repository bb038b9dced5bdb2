using Candour.CareRecord.Pictures;
using Microsoft.AspNetCore.Http.Features;

namespace Candour.Web.Access;

/// <summary>A page whose form may bring one photo: its request may be so much larger than any other's, and no more.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesPicturesAttribute : Attribute
{
    /// <summary>The photo and the fields beside it. A little more than is kept, so that a photo too big is refused in words.</summary>
    public const int MostInRequest = (2 * CleanPicture.MostBytes) + (64 * 1024);

    /// <summary>After the gate has let somebody in, before anything reads the form.</summary>
    internal static Task Allow(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<TakesPicturesAttribute>() is not null)
        {
            if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
                size.MaxRequestBodySize = MostInRequest;
            http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = MostInRequest, ValueCountLimit = 64 }));
        }

        return next(http);
    }

    /// <summary>The bytes of a file that came with a form; empty when none did; never more than one beyond what may be kept.</summary>
    public static async Task<byte[]> Read(IFormFile? file)
    {
        if (file is null)
            return [];
        await using var from = file.OpenReadStream();
        using var all = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (var n = await from.ReadAsync(buffer); n > 0 && all.Length <= CleanPicture.MostBytes; n = await from.ReadAsync(buffer))
            all.Write(buffer, 0, n);
        return all.ToArray();
    }
}
