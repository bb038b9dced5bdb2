using System.Net;
using System.Net.Sockets;

namespace Candour.Web.Pages.Referrals.SelfReferral;

/// <summary>How many codes go to people nobody knows yet, whatever the number of forms begun. Settings of whoever runs the site.</summary>
public sealed record CodeLimits
{
    /// <summary>To one number or address in an hour: enough for a person whose phone is slow.</summary>
    public int ToOneAnHour { get; init; } = 3;

    /// <summary>To one number or address in a day: nobody can be woken by texts they never asked for.</summary>
    public int ToOneADay { get; init; } = 6;

    /// <summary>Asked for from one network in an hour. A surgery or a library is one network.</summary>
    public int FromOneNetworkAnHour { get; init; } = 30;

    /// <summary>In an hour, over all: what a flood may cost.</summary>
    public int AnHour { get; init; } = 300;
}

/// <summary>
/// Counts codes by number, by network and over all, in memory: a flood meets it at once, and a restart forgives. What is asked
/// for and does not go is not counted.
/// </summary>
public sealed class CodesAsked(CodeLimits limits, TimeProvider clock)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1), Day = TimeSpan.FromDays(1);
    private readonly Dictionary<string, Queue<long>> _sent = new(StringComparer.Ordinal);
    private long _tidied = clock.GetTimestamp();

    /// <summary>Counts one code to the address, asked for from the network. False: it may not go now.</summary>
    /// <param name="address">A number or e-mail address, as typed.</param>
    public bool Takes(string address, IPAddress? from)
    {
        var (to, network) = ($"to {Plain(address)}", $"from {Network(from)}");
        lock (_sent)
        {
            Tidy();
            if (Since(to, Hour) >= limits.ToOneAnHour || Since(to, Day) >= limits.ToOneADay
                || Since(network, Hour) >= limits.FromOneNetworkAnHour || Since("all", Hour) >= limits.AnHour)
            {
                return false;
            }

            foreach (var key in (string[])[to, network, "all"])
            {
                if (!_sent.TryGetValue(key, out var times))
                    _sent[key] = times = new();
                times.Enqueue(clock.GetTimestamp());
            }

            return true;
        }
    }

    /// <summary>"07700 900 123" and "+44 7700 900123" are one number; an address of IPv6 is its /64.</summary>
    internal static string Network(IPAddress? from) => from switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => from.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(from.GetAddressBytes().AsSpan(0, 8)),
        _ => from.ToString(),
    };

    private static string Plain(string address) =>
        address.Contains('@', StringComparison.Ordinal) ? address.Trim().ToUpperInvariant() : CareRecord.Referrals.Tidy.Phone(address);

    private int Since(string key, TimeSpan window) =>
        _sent.TryGetValue(key, out var times) ? times.Count(t => clock.GetElapsedTime(t) < window) : 0;

    // Nothing older than a day counts; a flood of made-up numbers must not fill the memory for longer.
    private void Tidy()
    {
        if (clock.GetElapsedTime(_tidied) < TimeSpan.FromMinutes(5))
            return;
        _tidied = clock.GetTimestamp();
        foreach (var (key, times) in _sent.ToList())
        {
            while (times.TryPeek(out var first) && clock.GetElapsedTime(first) >= Day)
                times.Dequeue();
            if (times.Count == 0)
                _sent.Remove(key);
        }
    }
}
