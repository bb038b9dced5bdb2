using System.Security.Cryptography;

namespace Candour.CareRecord.Pictures;

/// <summary>
/// A picture that may be kept: of a kind known by its bytes, whole, not too large to show, and without what a camera writes
/// beside the picture (place, time, device, a second small picture). Its points are not touched.
/// </summary>
/// <param name="Hash">SHA-256 of <paramref name="Bytes"/>, in hex.</param>
public sealed record CleanPicture(PictureKind Kind, byte[] Bytes, int Width, int Height, string Hash)
{
    /// <summary>6 MB: a photo of a page by any phone.</summary>
    public const int MostBytes = 6 * 1024 * 1024;

    // What a browser can hold unpacked without harm.
    private const int MostSide = 12_000;
    private const long MostPoints = 60_000_000;

    /// <summary>The picture without its side notes, or why it cannot be kept.</summary>
    public static (CleanPicture? Picture, Refusal? Because) Of(byte[] bytes)
    {
        if (bytes.Length == 0)
            return (null, new ChooseAPicture());
        if (bytes.Length > MostBytes)
            return (null, new PictureTooBig());
        PictureKind? kind = JpegFile.IsOne(bytes) ? PictureKind.Jpeg : PngFile.IsOne(bytes) ? PictureKind.Png : null;
        if (kind is null)
            return (null, new NotAPicture());
        var clean = kind == PictureKind.Jpeg ? JpegFile.Clean(bytes) : PngFile.Clean(bytes);
        if (clean is not ({ } kept, var width, var height))
            return (null, new PictureBroken());
        return width > MostSide || height > MostSide || (long)width * height > MostPoints
            ? (null, new PictureTooWide())
            : (new(kind.Value, kept, width, height, Convert.ToHexStringLower(SHA256.HashData(kept))), null);
    }

    public static string MediaTypeOf(PictureKind kind) => kind == PictureKind.Jpeg ? "image/jpeg" : "image/png";
}
