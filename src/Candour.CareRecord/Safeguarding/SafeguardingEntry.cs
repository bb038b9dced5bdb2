using Candour.Clinical;

namespace Candour.CareRecord.Safeguarding;

/// <summary>A safeguarding concern as it stands, folded from its own stream.</summary>
public sealed class SafeguardingEntry
{
    private readonly List<string> _shared = [];

    private SafeguardingEntry(string id, Envelope envelope, SafeguardingRaised raised) =>
        (Id, Raised, RaisedBy, RaisedAt, Owner) = (id, raised, envelope.By.Actor, envelope.At, raised.Owner);

    public string Id { get; }

    public SafeguardingRaised Raised { get; }

    public string RaisedBy { get; }

    public Moment RaisedAt { get; }

    /// <summary>Whose it is now.</summary>
    public string Owner { get; private set; }

    /// <summary>When its owner first took it or wrote what was done; null while it is unopened.</summary>
    public Moment? Taken { get; private set; }

    public bool Alarmed { get; private set; }

    public Moment? Closed { get; private set; }

    public bool IsOpen => Closed is null;

    public IReadOnlyList<string> SharedWith => _shared;

    /// <summary>Their own entry, one they own, or one that was shared with them.</summary>
    public bool IsKnownTo(string staff) => staff == RaisedBy || staff == Owner || _shared.Contains(staff);

    /// <summary>Null for a stream that holds no entry.</summary>
    public static SafeguardingEntry? Of(History stream)
    {
        SafeguardingEntry? entry = null;
        foreach (var (envelope, e) in stream.Events.Select(r => (r.Envelope, r.Event)))
        {
            switch (e)
            {
                case SafeguardingRaised raised:
                    entry = new(stream.Stream.Id, envelope, raised);
                    break;
                case SafeguardingTaken or SafeguardingNoted:
                    entry!.Taken ??= envelope.At;
                    break;
                case SafeguardingOpenedTo shared:
                    entry!._shared.Add(shared.With);
                    break;
                case SafeguardingHandedOn handed:
                    // The new owner has not opened it: past its day, that is told again.
                    (entry!.Owner, entry.Taken, entry.Alarmed) = (handed.To, null, false);
                    break;
                case SafeguardingLeftUnopened:
                    entry!.Alarmed = true;
                    break;
                case SafeguardingClosed:
                    entry!.Taken ??= envelope.At;
                    entry.Closed = envelope.At;
                    break;
            }
        }

        return entry;
    }
}
