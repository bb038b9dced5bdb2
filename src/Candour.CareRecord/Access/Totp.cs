using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Candour.Clinical;

namespace Candour.CareRecord.Access;

/// <summary>
/// Codes of an authenticator: RFC 6238 with SHA-1 and steps of 30 seconds, as every authenticator understands. Pure: that a
/// code counts only once is for the store, which keeps the last accepted step.
/// </summary>
public static class Totp
{
    public const int Seconds = 30;

    /// <summary>160 bits, the length RFC 4226 asks for.</summary>
    public const int SecretLength = 20;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static long StepOf(Moment moment) => moment.Milliseconds / 1000 / Seconds;

    /// <param name="digits">6 everywhere; 8 in the vectors of the RFC.</param>
    public static string CodeAt(byte[] secret, long step, int digits = 6)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // SHA-1 as a keyed hash is what RFC 6238 and the authenticators use; collisions do not matter here.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var offset = hash[^1] & 0x0f;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & 0x7fffffff;
        return (number % (int)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The step a code belongs to, from one before to one after now; null when it is of none of them.</summary>
    public static long? StepFor(byte[] secret, string code, Moment now)
    {
        var given = Encoding.UTF8.GetBytes(string.Concat(code.Where(c => !char.IsWhiteSpace(c))));
        var present = StepOf(now);
        long? found = null;
        for (var step = present - 1; step <= present + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(CodeAt(secret, step))))
                found = step;
        }

        return found;
    }

    /// <summary>The secret as it is typed into an authenticator by hand.</summary>
    public static string Typed(byte[] secret)
    {
        var text = new StringBuilder();
        for (var bit = 0; bit < secret.Length * 8; bit += 5)
        {
            var five = 0;
            for (var i = bit; i < bit + 5; i++)
                five = (five << 1) | (i < secret.Length * 8 && (secret[i / 8] & (0x80 >> (i % 8))) != 0 ? 1 : 0);
            text.Append(Base32[five]);
        }

        return text.ToString();
    }

    /// <summary>The secret from its typed form.</summary>
    public static byte[] Bytes(string typed)
    {
        var bytes = new byte[typed.Length * 5 / 8];
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            if ((Base32.IndexOf(typed[bit / 5], StringComparison.Ordinal) & (0x10 >> (bit % 5))) != 0)
                bytes[bit / 8] |= (byte)(0x80 >> (bit % 8));
        }

        return bytes;
    }

    /// <summary>What the picture says to an authenticator.</summary>
    public static string Address(byte[] secret, string service, string email) =>
        $"otpauth://totp/{Uri.EscapeDataString(service)}:{Uri.EscapeDataString(email)}?secret={Typed(secret)}&issuer={Uri.EscapeDataString(service)}";
}
