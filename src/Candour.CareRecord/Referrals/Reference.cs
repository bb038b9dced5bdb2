using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Candour.CareRecord.Referrals;

/// <summary>
/// The reference a person reads out: NM-4821-07. Worked out from the referral's id each time it is shown, stored nowhere
/// as an id, and not unique: a search by it may find several.
/// </summary>
public static class Reference
{
    public static string Of(string referral, string neutralName) => $"{Prefix(neutralName)}-{Digits(referral)}";

    /// <summary>4821-07.</summary>
    public static string Digits(string referral)
    {
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes($"candour/reference/{referral}"));
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash);
        return string.Create(CultureInfo.InvariantCulture, $"{number % 10_000:0000}-{number / 10_000 % 100:00}");
    }

    /// <summary>Two letters of the neutral name: the initials of two words, else the first letter and the first consonant past the middle.</summary>
    private static string Prefix(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 1)
            return $"{words[0][0]}{words[1][0]}".ToUpperInvariant();
        var word = words.Length == 1 ? words[0] : "X";
        var second = word.Skip((word.Length + 1) / 2).Concat(word.Skip(1)).FirstOrDefault(c => char.IsLetter(c) && !"aeiou".Contains(c, StringComparison.OrdinalIgnoreCase), 'X');
        return $"{word[0]}{second}".ToUpperInvariant();
    }
}
