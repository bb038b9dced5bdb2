using System.Buffers.Binary;

namespace Candour.CareRecord.Pictures;

/// <summary>
/// The segments of a JPEG file (ITU-T T.81, annex B). All that is not needed to draw the picture is left out: application
/// segments but Adobe's colour mark, comments, and whatever follows the end. Which way up it was taken is kept.
/// </summary>
internal static class JpegFile
{
    private const byte StartOfImage = 0xD8, EndOfImage = 0xD9, StartOfScan = 0xDA, Exif = 0xE1, Adobe = 0xEE, Comment = 0xFE;

    public static bool IsOne(ReadOnlySpan<byte> file) => file is [0xFF, StartOfImage, 0xFF, ..];

    /// <summary>Null when the file is not whole.</summary>
    public static (byte[] Bytes, int Width, int Height)? Clean(ReadOnlySpan<byte> file)
    {
        var segments = new MemoryStream(file.Length);
        var (orientation, width, height, at) = (1, 0, 0, 2);
        while (at + 2 <= file.Length)
        {
            if (file[at] != 0xFF)
                return null;
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == EndOfImage)
                return width > 0 && height > 0 ? (Whole(segments, orientation), width, height) : null;
            if (at + 4 > file.Length)
                return null;
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2 || at + 2 + length > file.Length)
                return null;
            var body = file.Slice(at + 4, length - 2);
            if (marker == Exif)
                orientation = ExifOrientation.Of(body) ?? orientation;
            else if (IsFrame(marker) && body.Length >= 5)
                (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(body[1..]), BinaryPrimitives.ReadUInt16BigEndian(body[3..]));
            var end = at + 2 + length;
            // After the head of a scan come its packed points, up to the next marker that is neither stuffing nor a restart.
            if (marker == StartOfScan)
                end = EndOfScan(file, end);
            if (IsNeeded(marker))
                segments.Write(file[at..end]);
            at = end;
        }

        return null;
    }

    private static int EndOfScan(ReadOnlySpan<byte> file, int at)
    {
        while (at + 1 < file.Length && (file[at] != 0xFF || file[at + 1] is 0x00 or (>= 0xD0 and <= 0xD7)))
            at++;
        return Math.Min(at, file.Length);
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool IsNeeded(byte marker) => marker is >= 0xC0 and <= 0xDF or Adobe && marker != Comment;

    private static byte[] Whole(MemoryStream segments, int orientation) =>
        [0xFF, StartOfImage, .. orientation == 1 ? [] : ExifOrientation.Segment(orientation), .. segments.ToArray(), 0xFF, EndOfImage];
}
