using System.Text;
using Candour.Clinical;

namespace Candour.CareRecord.Access;

/// <summary>
/// What a password must be: 15 to 128 characters of any kind, not one that attackers try first, not the owner's or the
/// service's own words. No rule about kinds of character and no forced change (NIST SP 800-63B, ASVS 5.0 6.2).
/// </summary>
public static class Password
{
    public const int Shortest = 15;
    public const int Longest = 128;

    private static readonly HashSet<string> Common = [.. Csv.Embedded(typeof(Password).Assembly, "common-passwords.csv").Select(r => r["password"])];

    /// <param name="context">Words an attacker would try: names, e-mail, the service's name.</param>
    /// <returns>Why not; null when it will do.</returns>
    public static Refusal? Check(string password, IEnumerable<string> context)
    {
        var characters = password.Normalize(NormalizationForm.FormC).EnumerateRunes().Count();
        if (characters < Shortest)
            return new PasswordTooShort(characters);
        if (characters > Longest)
            return new PasswordTooLong();
        var bare = Bare(password);
        return bare.Length == 0 || IsCommon(bare) ? new PasswordLeaked()
            : OwnWords(bare, context) ? new PasswordOfOwnWords()
            : null;
    }

    /// <summary>A common word, said once or over and over, with figures and signs around it; a run or a row of the keyboard.</summary>
    private static bool IsCommon(string bare) =>
        Common.Contains(bare) || Common.Contains(Lettered(bare)) || Common.Contains(Repeated(bare)) || Common.Contains(Repeated(Lettered(bare)))
        || bare.Distinct().Count() < 5 || Repeated(bare).Length <= 4 || IsRun(bare);

    private static bool OwnWords(string bare, IEnumerable<string> context)
    {
        var left = context.SelectMany(c => c.Split([' ', '@', '.', '-', '\''], StringSplitOptions.RemoveEmptyEntries)).Select(Bare)
            .Where(word => word.Length >= 3).OrderByDescending(word => word.Length)
            .Aggregate(bare, (rest, word) => rest.Replace(word, "", StringComparison.Ordinal));
        return left.Length < bare.Length && left.Count(char.IsLetter) < 6;
    }

    /// <summary>Letters and figures alone; everything but spaces where there are hardly any.</summary>
    private static string Bare(string text)
    {
        var lower = text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var bare = string.Concat(lower.Where(char.IsLetterOrDigit));
        return bare.Length >= 5 ? bare : string.Concat(lower.Where(c => !char.IsWhiteSpace(c)));
    }

    private static string Lettered(string bare) => bare.Trim('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    /// <summary>The shortest piece of which the text is made by repetition; the text itself if there is none.</summary>
    private static string Repeated(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            var piece = text[..length];
            if (text.Where((c, i) => c != piece[i % length]).Any() is false)
                return piece;
        }

        return text;
    }

    private static bool IsRun(string bare)
    {
        string[] rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik"];
        return rows.Any(row => row.Contains(bare, StringComparison.Ordinal) || Reverse(row).Contains(bare, StringComparison.Ordinal));
    }

    private static string Reverse(string text) => string.Concat(text.Reverse());
}

public sealed record PasswordTooShort(int Characters)
    : Refusal($"Use {Password.Shortest} characters or more; that has {Characters}. Four words that do not belong together are easy to remember.");

public sealed record PasswordTooLong() : Refusal($"Use {Password.Longest} characters or fewer.");

public sealed record PasswordLeaked() : Refusal("That password is on a list of leaked ones. Choose another.");

public sealed record PasswordOfOwnWords() : Refusal("That password is made of your name or the service's. Choose another.");
