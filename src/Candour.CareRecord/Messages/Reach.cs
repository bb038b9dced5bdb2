using Candour.CareRecord.Referrals;
using Candour.Clinical;

namespace Candour.CareRecord.Messages;

/// <summary>One way to reach a person, as the record knows it now.</summary>
/// <param name="Way">text or email; calls and letters are made by people.</param>
/// <param name="Safe">The person said that this way is safe. A question never answered counts as no.</param>
/// <param name="Confirmed">A code sent there came back. Only then may a private link go there.</param>
/// <param name="CameBack">The last message there came back.</param>
/// <param name="Hours">When messages may arrive, by the clock in England; null: at any time but the quiet hours.</param>
public sealed record WayToReach(
    string Way, string? Address, bool Safe, bool Confirmed, bool CameBack, (TimeOnly From, TimeOnly Until)? Hours)
{
    /// <summary>When it was confirmed; null when it was not.</summary>
    public Moment? ConfirmedAt { get; init; }
}

/// <summary>How a person may be reached now: read from the person's stream each time, never kept.</summary>
public sealed record Reach(string Person, bool Dead, WayToReach Text, WayToReach Email)
{
    public static Reach Of(History history)
    {
        var person = Referrals.Person.Of(history);
        return new(history.Stream.Id, Death.IsRecorded(history), WayOf(history, person, Ways.Text, person?.AddressFor(Ways.Text)), WayOf(history, person, Ways.Email, person?.AddressFor(Ways.Email)));
    }

    /// <summary>
    /// A number or address that is used no more, for the one notice that says so: by the rules of today, whether or not the way is
    /// still one the person chose.
    /// </summary>
    public static WayToReach ToOldOne(History history, string way, string? address)
    {
        var person = Referrals.Person.Of(history);
        return WayOf(history, person, way, address) with { Safe = person is { HasDied: false } && person.RuleAgainst(way) is null };
    }

    public WayToReach By(string way) => way == Ways.Text ? Text : Email;

    /// <summary>The form in which two writings of one number or address are equal: +44 and spaces away, lower case.</summary>
    public static string Plain(string way, string? address)
    {
        var text = (address ?? "").Trim();
        if (way == Ways.Email)
            return text.ToLowerInvariant();
        var digits = string.Concat(text.Where(c => char.IsAsciiDigit(c) || c == '+'));
        return digits.StartsWith("+44", StringComparison.Ordinal) ? $"0{digits[3..].TrimStart('0')}"
            : digits.StartsWith("0044", StringComparison.Ordinal) ? $"0{digits[4..].TrimStart('0')}"
            : digits;
    }

    private static WayToReach WayOf(History history, Referrals.Person? person, string way, string? address)
    {
        var plain = Plain(way, address);
        var confirmed = history.Recorded<ContactConfirmed>()
            .LastOrDefault(c => c.Event.Way == way && Plain(way, c.Event.Address) == plain).Envelope;
        var back = history.Recorded<ContactBounced>()
            .LastOrDefault(b => b.Event.Way == way && Plain(way, b.Event.Address) == plain).Envelope;
        var given = history.Recorded<ContactDetailsGiven>().LastOrDefault().Envelope;
        // Given or confirmed again since it came back: the person says it works.
        var cameBack = back is not null && back.Sequence > Math.Max(confirmed?.Sequence ?? 0, given?.Sequence ?? 0);
        // Hours said in two joined records: only what both allow; where they never meet, nothing goes by this way.
        var said = new[] { (person?.Rules?.MessagesFrom, person?.Rules?.MessagesUntil) }.Concat((person?.Bound ?? []).Select(b => (b.MessagesFrom, b.MessagesUntil)))
            .Select(h => HoursOf(h.Item1, h.Item2)).OfType<(TimeOnly From, TimeOnly Until)>().ToList();
        var hours = said.Count < 2 ? said.Select(h => ((TimeOnly, TimeOnly)?)h).FirstOrDefault() : SafeHours.InAll(said);
        var safe = person is not null && person.WhyNot(way) is null && (said.Count == 0 || hours is not null);
        return new(way, plain.Length == 0 ? null : plain, safe, plain.Length > 0 && confirmed is not null, cameBack, hours)
        {
            ConfirmedAt = confirmed?.At,
        };
    }

    private static (TimeOnly From, TimeOnly Until)? HoursOf(string? said, string? end) =>
        TimeOnly.TryParseExact(said, "HH:mm", out var from)
        && TimeOnly.TryParseExact(end, "HH:mm", out var until)
            ? (from, until)
            : null;
}
