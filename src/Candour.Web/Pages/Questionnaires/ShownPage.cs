using System.Globalization;
using System.Security.Cryptography;
using Candour.CareRecord;
using Candour.Clinical;
using Microsoft.AspNetCore.DataProtection;

namespace Candour.Web.Pages.Questionnaires;

/// <summary>
/// A question as it was shown: the id that every command of this page begins with, and the moment. Carried in the form under
/// the server's own seal, so that the times kept with answers are the server's.
/// </summary>
public sealed record ShownPage(string Id, Moment? At)
{
    public string CommandOf(string what) => $"{Id}/{what}";
}

/// <summary>Seals and opens <see cref="ShownPage"/>.</summary>
public sealed class ShownPages(IDataProtectionProvider protection, TheRecord record, Randomness randomness)
{
    private readonly IDataProtector _seal = protection.CreateProtector("Candour.Questionnaires.ShownPage");

    public string Now() =>
        _seal.Protect($"{Ids.New(randomness)} {Moment.Now(record.Clock).Milliseconds.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>A seal that is broken or too old loses the time shown, never the answer.</summary>
    public ShownPage Open(string? sealedPage)
    {
        try
        {
            var parts = _seal.Unprotect(sealedPage ?? "").Split(' ');
            return new(parts[0], new Moment(long.Parse(parts[1], CultureInfo.InvariantCulture)));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return new(Ids.New(randomness), null);
        }
    }
}
