using System.Buffers.Binary;

namespace Candour.CareRecord.Pictures;

/// <summary>Which way up a photo was taken: the one note of a camera that is kept (Exif 2.32, tag 0x0112, 1 to 8).</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112, ShortNumber = 3;

    private static ReadOnlySpan<byte> Head => "Exif\0\0"u8;

    /// <summary>From the body of an Exif segment; null when it says nothing that can be read.</summary>
    public static int? Of(ReadOnlySpan<byte> body)
    {
        if (!body.StartsWith(Head) || body.Length < Head.Length + 8)
            return null;
        var tiff = body[Head.Length..];
        var little = tiff[0] == 'I';
        var directory = Number32(tiff[4..], little);
        if (directory > tiff.Length - 2)
            return null;
        var entries = Number16(tiff[(int)directory..], little);
        for (var i = 0; i < entries; i++)
        {
            var entry = (int)directory + 2 + (i * 12);
            if (entry + 12 > tiff.Length)
                return null;
            if (Number16(tiff[entry..], little) == Tag)
                return Number16(tiff[(entry + 8)..], little) is >= 1 and <= 8 and var way ? way : null;
        }

        return null;
    }

    /// <summary>A whole segment that says this and nothing else.</summary>
    public static byte[] Segment(int orientation) =>
    [
        0xFF, 0xE1, 0, 34, .. Head, (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1,
        Tag >> 8, Tag & 0xFF, 0, (byte)ShortNumber, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];

    private static ushort Number16(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint Number32(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
