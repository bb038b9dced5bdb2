using System.Security.Cryptography;
using System.Text;

namespace Candour.CareRecord.Access;

/// <summary>
/// A code for the day the telephone is lost: 24 characters of Crockford base 32 (120 random bits), good once. Only its
/// SHA-256 is stored: at that length nothing slower is needed.
/// </summary>
public static class RecoveryCode
{
    public const int Count = 10;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Six groups of four.</summary>
    public static string New(Randomness randomness)
    {
        var text = randomness.Bytes(24).Select(b => Alphabet[b & 31]);
        return string.Join('-', text.Chunk(4).Select(group => new string(group)));
    }

    /// <summary>As stored; spaces, dashes and letters typed for figures do not matter.</summary>
    public static string Hash(string typed)
    {
        var tidy = string.Concat(typed.ToUpperInvariant().Where(char.IsLetterOrDigit)).Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(tidy)));
    }
}
