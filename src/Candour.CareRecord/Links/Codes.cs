using System.Security.Cryptography;
using System.Text;
using Candour.Clinical;

namespace Candour.CareRecord.Links;

/// <summary>
/// Codes of a few digits sent to a number or address. The record keeps a hash over the code and a secret of 32 random bytes
/// that only the browser holds: a copy of the database cannot be searched for the code, and the code opens nothing in
/// another browser.
/// </summary>
public static class Codes
{
    public const int MostTries = 5;

    /// <summary>Codes a person is sent in an hour, over all their links.</summary>
    public const int MostInAnHour = 5;

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <param name="digits">6 to sign in, 5 to confirm a number or address.</param>
    public static string New(Randomness randomness, int digits)
    {
        // 64 random bits reduced to at most a million: the bias is below one in ten to the twelfth.
        var number = BitConverter.ToUInt64(randomness.Bytes(8));
        var span = (ulong)Math.Pow(10, digits);
        return (number % span).ToString($"D{digits}");
    }

    public static byte[] BrowserSecret(Randomness randomness) => randomness.Bytes(32);

    public static string HashOf(string code, byte[] browserSecret) =>
        Convert.ToHexStringLower(SHA256.HashData([.. "candour/code/1\n"u8, .. browserSecret, .. Encoding.ASCII.GetBytes(code)]));

    /// <summary>A code goes out for this browser. A new code ends the one before.</summary>
    /// <param name="sentInTheLastHour">Codes this person was sent in the last hour, over all links.</param>
    public static Decision Send(History link, string codeHash, string way, string message, int sentInTheLastHour, Moment now)
    {
        if (sentInTheLastHour >= MostInAnHour)
            return new TooManyCodes();
        return !link.Any<LinkOpened>() || link.Any<LinkEnded>() || link.Any<LinkLocked>()
            ? new LinkUsed()
            : Decision.Accept(link.Stream, new LinkCodeSent
            {
                CodeHash = codeHash, Way = way, Message = message, Expires = now.Plus(Lifetime),
            });
    }

    /// <summary>Somebody typed a code. A wrong one is written down: five and it is spent.</summary>
    public static Decision Try(History link, string codeHash, Moment now)
    {
        var since = link.Events.Reverse().Select(e => e.Event)
            .TakeWhile(e => e is not LinkCodeSent).OfType<Event>().ToList();
        if (link.Last<LinkCodeSent>() is not { } sent
            || now > sent.Expires
            || since.OfType<LinkCodeRight>().Any()
            || since.OfType<LinkEnded>().Any()
            || since.OfType<LinkCodeWrong>().Count() >= MostTries)
        {
            return new CodeSpent();
        }

        if (!Same(sent.CodeHash, codeHash))
            return Decision.Accept(link.Stream, new LinkCodeWrong());
        var right = Decision.Accept(link.Stream, new LinkCodeRight());
        return LinkTerms.Of(link.First<LinkIssued>()!.Purpose).OnceOnly
            ? right.And(link.Stream, new LinkEnded { Why = LinkEnd.Used })
            : right;
    }

    public static bool Same(string hash, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(other));
}
