using System.ComponentModel.DataAnnotations;
using Candour.Clinical;

namespace Candour.CareRecord.Links;

/// <summary>A link as the list keeps it: found by the hash of its secret.</summary>
public sealed record LinkRow
{
    [Key]
    public required string TokenHash { get; init; }

    public required string Link { get; init; }

    public required string Person { get; init; }

    public required LinkPurpose Purpose { get; init; }

    public string? Target { get; init; }

    public required Moment Issued { get; init; }

    public required Moment Expires { get; init; }

    public required LinkState State { get; init; }

    /// <summary>Last change of <see cref="State"/>.</summary>
    public required Moment Since { get; init; }

    public static IEnumerable<LinkRow> RowsOf(History link)
    {
        if (link.Recorded<LinkIssued>().FirstOrDefault() is not ({ } issued, { } what))
            yield break;
        var (state, since) = StateOf(link, issued.At);
        yield return new()
        {
            TokenHash = what.TokenHash,
            Link = link.Stream.Id,
            Person = what.Person,
            Purpose = what.Purpose,
            Target = what.Target,
            Issued = issued.At,
            Expires = what.Expires,
            State = state,
            Since = since,
        };
    }

    private static (LinkState State, Moment Since) StateOf(History link, Moment issued)
    {
        var (state, since) = (LinkState.Open, issued);
        foreach (var (envelope, e) in link.Events.Select(r => (r.Envelope, r.Event)))
        {
            (state, since) = e switch
            {
                LinkLocked => (LinkState.Locked, envelope.At),
                LinkLockSeen => (LinkState.LockSeen, envelope.At),
                LinkEnded when state == LinkState.Open => (LinkState.Ended, envelope.At),
                _ => (state, since),
            };
        }

        return (state, since);
    }
}

/// <summary>How a link stands; whether its time has passed is read from the clock.</summary>
public enum LinkState
{
    Open,
    Ended,

    /// <summary>Five wrong dates; nobody at the front desk has looked yet.</summary>
    Locked,
    LockSeen,
}

/// <summary>One row a code sent, to cap codes an hour over all links of a person.</summary>
public sealed record LinkCodeRow
{
    [Key]
    public required string Link { get; init; }

    /// <summary>1, 2, 3 … of the link's codes.</summary>
    [Key]
    public required int Nth { get; init; }

    public required string Person { get; init; }

    public required Moment Sent { get; init; }

    public static IEnumerable<LinkCodeRow> RowsOf(History link) =>
        link.First<LinkIssued>() is { } issued
            ? link.Recorded<LinkCodeSent>().Select((sent, i) => new LinkCodeRow
            {
                Link = link.Stream.Id, Nth = i + 1, Person = issued.Person, Sent = sent.Envelope.At,
            })
            : [];
}
