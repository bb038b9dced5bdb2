using System.Security.Cryptography;

namespace Candour.CareRecord;

/// <summary>The source of randomness: the system's in service, a seeded one in tests and simulation.</summary>
public abstract class Randomness
{
    public static Randomness System { get; } = new SystemRandomness();

    public abstract void Fill(Span<byte> bytes);

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        Fill(bytes);
        return bytes;
    }

    private sealed class SystemRandomness : Randomness
    {
        public override void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
    }
}

/// <summary>
/// Ids that can reach a return: 16 characters of Crockford base 32 from 80 random bits, opaque, made once, never reused.
/// The national rules (IDS10105, 10107, 20102, 20104, 20202, 20205) allow at most 20 letters and digits.
/// </summary>
public static class Ids
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New(Randomness randomness)
    {
        Span<byte> bits = stackalloc byte[10];
        randomness.Fill(bits);
        Span<char> id = stackalloc char[16];
        for (var half = 0; half < 2; half++)
        {
            ulong five = 0;
            foreach (var b in bits.Slice(half * 5, 5))
                five = (five << 8) | b;
            for (var i = 7; i >= 0; i--, five >>= 5)
                id[(half * 8) + i] = Alphabet[(int)(five & 31)];
        }

        return new string(id);
    }

    /// <summary>Whether the text has the form of an id made here.</summary>
    public static bool IsOne(string? text) => text is { Length: 16 } && text.All(c => Alphabet.Contains(c, StringComparison.Ordinal));
}
