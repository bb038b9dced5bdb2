using System.Threading.RateLimiting;
using Candour.CareRecord.Links;
using Candour.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Access;

/// <summary>
/// Codes on paper and passwords are hashed slowly, so that a stolen database gives none away; made-up ones cost as much. So they
/// are hashed one at a time behind a short queue, whoever sends them and from wherever: a flood of them is told 429 and takes no
/// processor from somebody who saves an answer. Codes and passwords are apart: made-up codes keep no member of staff out.
/// </summary>
public sealed class SlowHashes : IDisposable
{
    /// <summary>All of them together are fewer than the places of strangers (<see cref="Sheds.AtOnce"/>): those who wait fill no shed.</summary>
    public const int CodesWaiting = 8, PasswordsWaiting = 9, KnownWaiting = 4;

    /// <summary>For codes on paper, of links and of self-referrals.</summary>
    public ConcurrencyLimiter Codes { get; } = OneAtATime(CodesWaiting);

    public ConcurrencyLimiter Passwords { get; } = OneAtATime(PasswordsWaiting);

    /// <summary>For a browser that has had a session of the same account: a flood from elsewhere keeps nobody out who works here today.</summary>
    public ConcurrencyLimiter Known { get; } = OneAtATime(KnownWaiting);

    /// <summary>The turn of a code; null where what was typed has not the form of one, and costs nothing.</summary>
    public async ValueTask<RateLimitLease?> TurnOf(string? typed, CancellationToken stop) =>
        NewLink.IsPaperCode(typed) ? await Codes.AcquireAsync(1, stop) : null;

    public void Dispose()
    {
        Codes.Dispose();
        Passwords.Dispose();
        Known.Dispose();
    }

    private static ConcurrencyLimiter OneAtATime(int waiting) =>
        new(new() { PermitLimit = 1, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
}

/// <summary>The answer to one too many.</summary>
internal static class OneTooMany
{
    /// <summary>429 in the words of every such page, with help on it and what was typed, to send again.</summary>
    public static IActionResult TooManyAtOnce(this PageModel page)
    {
        RateLimits.Refuse(page.HttpContext);
        return new EmptyResult();
    }
}
