using System.Collections.Concurrent;

namespace Candour.Web.Pages.Referrals.SelfReferral;

/// <summary>
/// How many referrals one network may send in a minute. Generous, because a surgery or a library is one address; it slows a
/// flood, asks no puzzle, and loses nobody's answers.
/// </summary>
public sealed class SendLimit(TimeProvider clock)
{
    private const int MostInAMinute = 20;
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Queue<long>> _sent = new(StringComparer.Ordinal);

    /// <summary>Counts this one. False: too many from there; wait a minute.</summary>
    public bool Takes(HttpContext http)
    {
        var now = clock.GetTimestamp();
        if (_sent.Count > MostRemembered)
            _sent.Clear();
        var sent = _sent.GetOrAdd(http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new());
        lock (sent)
        {
            while (sent.TryPeek(out var first) && clock.GetElapsedTime(first, now) >= Window)
                sent.Dequeue();
            if (sent.Count >= MostInAMinute)
                return false;
            sent.Enqueue(now);
            return true;
        }
    }
}
