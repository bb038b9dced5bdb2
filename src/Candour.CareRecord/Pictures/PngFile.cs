using System.Buffers.Binary;

namespace Candour.CareRecord.Pictures;

/// <summary>The chunks of a PNG file (ISO/IEC 15948). Texts, times and camera notes are left out; what draws the picture stays.</summary>
internal static class PngFile
{
    private static readonly string[] Needed = ["IHDR", "PLTE", "tRNS", "gAMA", "sRGB", "IDAT", "IEND"];

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsOne(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    /// <summary>Null when the file is not whole.</summary>
    public static (byte[] Bytes, int Width, int Height)? Clean(ReadOnlySpan<byte> file)
    {
        var kept = new MemoryStream(file.Length);
        kept.Write(Signature);
        var (at, width, height, points) = (Signature.Length, 0, 0, false);
        while (at + 12 <= file.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - 12)
                return null;
            var name = System.Text.Encoding.ASCII.GetString(file.Slice(at + 4, 4));
            var chunk = file.Slice(at, (int)length + 12);
            if (name == "IHDR" && length == 13)
                (width, height) = (Side(chunk[8..]), Side(chunk[12..]));
            points |= name == "IDAT";
            if (Needed.Contains(name))
                kept.Write(chunk);
            if (name == "IEND")
                return width > 0 && height > 0 && points ? (kept.ToArray(), width, height) : null;
            at += chunk.Length;
        }

        return null;
    }

    private static int Side(ReadOnlySpan<byte> at) => (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(at), int.MaxValue);
}
