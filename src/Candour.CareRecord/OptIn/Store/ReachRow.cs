using System.ComponentModel.DataAnnotations;
using Candour.CareRecord.Referrals;
using Candour.Clinical;

namespace Candour.CareRecord.OptIn.Store;

/// <summary>
/// reach_list: people accepted and not yet booked. Receipts stand on the messages' own streams and are joined when the page is read.
/// </summary>
public sealed record ReachRow
{
    [Key]
    public required string Referral { get; init; }

    public required string Person { get; init; }

    public required DateOnly CountsFrom { get; init; }

    public required Moment Accepted { get; init; }

    /// <summary>The last reply; absent: none.</summary>
    public OptInReply? Reply { get; init; }

    public Moment? RepliedAt { get; init; }

    public string? AskAgainIn { get; init; }

    public bool CallMe { get; init; }

    public DateOnly? ClosesFrom { get; init; }

    /// <summary>Tries since the referral was last opened again.</summary>
    public required int Tries { get; init; }

    /// <summary>When the last of them was made.</summary>
    public Moment? LastTry { get; init; }

    internal static IEnumerable<ReachRow> RowsOf(History history)
    {
        if (Standing.Now(history) is not { Stage: Stage.Reaching, Since: var since })
            yield break;
        var received = history.First<ReferralReceived>();
        var reply = Reaching.ReplyOf(history);
        var opened = history.Recorded<Reopened>().Select(r => (Moment?)r.Envelope.At).LastOrDefault();
        var tries = history.Events.Where(e => e.Event is OptInAsked or ContactTried)
            .Select(e => e.Event is ContactTried tried ? tried.TriedAt : e.Envelope.At).Where(at => opened is null || at >= opened).Order().ToList();
        yield return new()
        {
            Referral = history.Stream.Id,
            Person = received!.Person,
            CountsFrom = Standing.CountsFrom(history),
            Accepted = since,
            Reply = reply?.Event.Reply,
            RepliedAt = reply?.Envelope.At,
            AskAgainIn = reply?.Event.AskAgainIn,
            CallMe = reply?.Event.CallMe == true,
            ClosesFrom = reply?.Event.ClosesFrom,
            Tries = tries.Count,
            LastTry = tries.Count == 0 ? null : tries[^1],
        };
    }
}
