using System.Buffers;
using System.Globalization;
using System.Text;

namespace Candour.CareRecord.Store;

/// <summary>
/// Writes flat objects of strings, integers, booleans and lists of these as canonical JSON by RFC 8785: no white space,
/// UTF-8, the shortest escapes. The caller gives the names in order of their UTF-16 code units.
/// </summary>
internal static class CanonicalJson
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly SearchValues<char> Escaped =
        SearchValues.Create("\"\\" + string.Concat(Enumerable.Range(0, 0x20).Select(c => (char)c)));

    public static void Write(IBufferWriter<byte> to, bool value) => to.Write(value ? "true"u8 : "false"u8);

    public static void Write(IBufferWriter<byte> to, long value)
    {
        // Beyond 2^53 RFC 8785 would round the number as an IEEE double.
        if (value is > 9007199254740991 or < -9007199254740991)
            throw new ArgumentOutOfRangeException(nameof(value), value, "Not exact as a JSON number.");
        Ascii(to, value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Throws <see cref="EncoderFallbackException"/> for half of a surrogate pair, which no UTF-8 can hold.</summary>
    public static void Write(IBufferWriter<byte> to, string value)
    {
        to.Write("\""u8);
        var rest = value.AsSpan();
        for (var at = rest.IndexOfAny(Escaped); at >= 0; at = rest.IndexOfAny(Escaped))
        {
            Strict.GetBytes(rest[..at], to);
            Ascii(to, rest[at] switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                var control => $"\\u{(int)control:x4}",
            });
            rest = rest[(at + 1)..];
        }

        Strict.GetBytes(rest, to);
        to.Write("\""u8);
    }

    public static void Write<T>(IBufferWriter<byte> to, IReadOnlyList<T> items, Action<IBufferWriter<byte>, T> write)
    {
        to.Write("["u8);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                to.Write(","u8);
            write(to, items[i]);
        }

        to.Write("]"u8);
    }

    private static void Ascii(IBufferWriter<byte> to, string text) => Encoding.ASCII.GetBytes(text, to);
}
