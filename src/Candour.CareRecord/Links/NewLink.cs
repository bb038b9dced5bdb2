using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Candour.CareRecord.Links;

/// <summary>
/// A secret made a moment ago, before the decision that issues it. It is shown or sent once and kept nowhere: the record
/// holds its hash.
/// </summary>
/// <param name="Id">The link's id.</param>
/// <param name="Token">43 characters of base64url from 32 random bytes, or on paper 8 letters and digits.</param>
/// <param name="IsOnPaper">Whether it is a code for paper.</param>
public sealed record NewLink(string Id, string Token, bool IsOnPaper)
{
    // No 0, O, 1 or I: 32 signs, 5 bits each.
    private const string PaperAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    internal const int PaperLength = 8;

    // Forty random bits could be tried out against a stolen hash, so that hash is slow: OWASP's rounds for SHA-512.
    private const int PaperRounds = 210_000;

    public string TokenHash => field ??= HashOf(Token);

    public static NewLink ForMessage(Randomness randomness) =>
        new(Ids.New(randomness), Base64Url.EncodeToString(randomness.Bytes(32)), false);

    public static NewLink OnPaper(Randomness randomness)
    {
        var code = randomness.Bytes(PaperLength).Select(b => PaperAlphabet[b & 31]);
        return new(Ids.New(randomness), string.Concat(code), true);
    }

    /// <summary>The code as it is printed: <c>K7QX MR4P</c>.</summary>
    public static string Printed(string code) => $"{code[..4]} {code[4..]}";

    /// <summary>
    /// The hash under which a link is found, of what somebody typed or followed. Codes on paper are read without regard to
    /// case and spaces. Null when it has neither form.
    /// </summary>
    public static string? HashOfTyped(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 43 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            return HashOf(text);
        return PaperCode(text) is { } code ? HashOf(code) : null;
    }

    /// <summary>Whether it has the form of a code on paper, whose hash is slow.</summary>
    public static bool IsPaperCode(string? typed) => PaperCode(typed ?? "") is not null;

    private static string? PaperCode(string text)
    {
        var code = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant();
        return code.Length == PaperLength && code.All(c => PaperAlphabet.Contains(c, StringComparison.Ordinal)) ? code : null;
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(token.Length == PaperLength
        ? Rfc2898DeriveBytes.Pbkdf2(token, "candour/paper-code/1"u8, PaperRounds, HashAlgorithmName.SHA512, 32)
        : SHA256.HashData(Encoding.ASCII.GetBytes(token)));
}

/// <summary>What a link shall open, and until when.</summary>
/// <param name="Target">Id of the questionnaire, referral, appointment or plan; null for the person's own page.</param>
/// <param name="Expires">Null: the purpose's own lifetime.</param>
/// <param name="ForDay">The day of the appointment it belongs to.</param>
public sealed record LinkWanted(
    LinkPurpose Purpose, string? Target = null, Candour.Clinical.Moment? Expires = null, DateOnly? ForDay = null)
{
    /// <summary>For something around an appointment: opens until 24 hours after its end.</summary>
    public static LinkWanted Around(LinkPurpose purpose, string target, Candour.Clinical.Moment starts, Candour.Clinical.Moment ends) =>
        new(purpose, target, ends.Plus(TimeSpan.FromHours(24)), Candour.Clinical.London.DayOf(starts));
}
