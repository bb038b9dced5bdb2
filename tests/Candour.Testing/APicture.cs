using System.Buffers.Binary;
using System.Text;

namespace Candour.Testing;

/// <summary>
/// Files with the structure of a photo and invented points: enough for whatever reads their segments, and nothing to look at.
/// </summary>
public static class APicture
{
    /// <summary>Stands where the packed points of a JPEG stand.</summary>
    public const string Points = "packed points";

    /// <param name="note">What the camera wrote beside it.</param>
    /// <param name="orientation">1 to 8: which way up it was taken.</param>
    /// <param name="tail">What follows the end.</param>
    public static byte[] Jpeg(int width, int height, string note, int orientation = 1, string tail = "after the end")
    {
        using var file = new MemoryStream();
        file.Write([0xFF, 0xD8]);
        Segment(file, 0xE0, [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, 0, 0]);
        // Little-endian, the tag second of two, and the note where no reader of tags looks.
        Segment(file, 0xE1,
        [
            .. "Exif\0\0"u8, (byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0, 2, 0,
            0x0F, 0x01, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0,
            0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(note),
        ]);
        Segment(file, 0xFE, [.. "a comment"u8]);
        Segment(file, 0xDB, new byte[65]);
        Segment(file, 0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]);
        Segment(file, 0xC4, new byte[20]);
        Segment(file, 0xDA, [1, 1, 0, 0, 63, 0]);
        // Points hold a stuffed byte and a restart mark, neither of which ends them.
        file.Write([.. Encoding.ASCII.GetBytes(Points), 0xFF, 0x00, 0xFF, 0xD0, 0x55, 0xFF, 0xD9, .. Encoding.ASCII.GetBytes(tail)]);
        return file.ToArray();
    }

    public static byte[] Png(int width, int height, string text)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        head[8] = 8;
        Chunk(file, "IHDR", head);
        Chunk(file, "tEXt", Encoding.ASCII.GetBytes(text));
        Chunk(file, "IDAT", [1, 2, 3, 4]);
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static void Segment(MemoryStream file, byte marker, byte[] body)
    {
        file.Write([0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2)]);
        file.Write(body);
    }

    // The check sum is left 0: nothing here looks at it.
    private static void Chunk(MemoryStream file, string name, byte[] body)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
        file.Write(length);
        file.Write(Encoding.ASCII.GetBytes(name));
        file.Write(body);
        file.Write(new byte[4]);
    }
}
