using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.CareRecord.OptIn;

/// <summary>One try to reach somebody, with what is known of its arrival.</summary>
/// <param name="Received">When it demonstrably reached the person's side; null: not, or not known.</param>
/// <param name="Failed">It came back, or the number was wrong: it does not count.</param>
public sealed record Try(string Id, string Way, Moment When, TryOutcome Outcome, string? Wording, Moment? Received, bool Failed, bool? NeedsMet, bool IsLast);

/// <summary>What a message's own stream says of its arrival.</summary>
/// <param name="Delivered">When a receipt came; null: none.</param>
/// <param name="Failed">It bounced, was blocked or cancelled.</param>
public sealed record Receipt(Moment? Delivered, bool Failed)
{
    public static Receipt None { get; } = new(null, false);
}

/// <summary>
/// How far we have got with reaching a person: the ladder of text, call, letter, and from when a person may decide to close.
/// Only what arrived counts. Two ways, 21 days from the arrival of the second; the exemptions of hazard H33 block.
/// </summary>
public sealed record Reaching
{
    private static readonly string[] Rungs = [Ways.Text, Ways.Call, Ways.Letter];

    public required IReadOnlyList<Try> Tries { get; init; }

    /// <summary>The safe ways, in the order of the ladder; e-mail last.</summary>
    public required IReadOnlyList<string> SafeWays { get; init; }

    /// <summary>The last reply; null: none yet.</summary>
    public OptInReplied? Reply { get; init; }

    public Moment? RepliedAt { get; init; }

    public DateOnly? RepliedOn => RepliedAt is { } at ? London.DayOf(at) : null;

    /// <summary>The day the second way arrived; null: fewer than two did.</summary>
    public DateOnly? SecondWayOn { get; init; }

    /// <summary>First day on which a person may decide; null: not foreseeable yet.</summary>
    public DateOnly? MayCloseFrom { get; init; }

    /// <summary>Ways that arrived, first arrival first.</summary>
    public required IReadOnlyList<string> Arrived { get; init; }

    /// <summary>The next safe way not tried yet; else the one to try again, what has not arrived first. Null when no way is safe.</summary>
    public string? NextWay { get; init; }

    /// <summary>Each safe way was tried, and none came back: what is left is to wait, or to try again.</summary>
    public bool EveryWayTried { get; init; }

    /// <summary>Somebody answered, and what they said is not written down yet.</summary>
    public bool AnsweredWithoutReply => Reply is null && Tries.Count > 0 && Tries[^1].Outcome == TryOutcome.Answered;

    /// <summary>They said "not now", the month they named has come, and they were asked again: the last day of it. Null: not yet.</summary>
    public DateOnly? AskedAgainOn => Reply is { Reply: OptInReply.NotNow, AskAgainIn: { } month }
        && Tries.LastOrDefault(t => !t.Failed && t.When > RepliedAt && string.CompareOrdinal(MonthOf(t.When), month) >= 0) is { } again ? London.DayOf(again.When) : null;

    /// <summary>The person said no, or has help elsewhere: a member of staff decides the closing.</summary>
    public bool AskedToClose => Reply is { Reply: OptInReply.Elsewhere or OptInReply.NoMore };

    /// <param name="receipt">What is known of a message by its id.</param>
    public static Reaching Of(History referral, Person person, Func<string, Receipt> receipt, int noReplyDays)
    {
        var reply = ReplyOf(referral);
        var since = referral.Recorded<Reopened>().Select(r => (Moment?)r.Envelope.At).LastOrDefault();
        var tries = TriesOf(referral, receipt).Where(t => since is null || t.When >= since).OrderBy(t => t.When).ToList();
        var safe = Rungs.Append(Ways.Email).Where(person.May).ToList();

        // A way that is not safe never counts, whatever was done with it.
        var arrived = tries.Where(t => t.Received is not null && !t.Failed && person.WhyNot(t.Way) is null)
            .OrderBy(t => t.Received).GroupBy(t => t.Way).Select(g => (Way: g.Key, On: London.DayOf(g.First().Received!.Value))).ToList();
        var second = arrived.Count > 1 ? arrived[1].On : (DateOnly?)null;
        return new()
        {
            Tries = tries,
            SafeWays = safe,
            Reply = reply?.Event,
            RepliedAt = reply?.Envelope.At,
            Arrived = [.. arrived.Select(a => a.Way)],
            SecondWayOn = second,
            MayCloseFrom = second?.AddDays(noReplyDays),
            NextWay = safe.FirstOrDefault(w => !tries.Any(t => t.Way == w && !t.Failed))
                ?? safe.OrderBy(w => arrived.Exists(a => a.Way == w)).ThenBy(w => tries.FindLastIndex(t => t.Way == w)).FirstOrDefault(),
            EveryWayTried = safe.TrueForAll(w => tries.Exists(t => t.Way == w && !t.Failed)),
        };
    }

    /// <summary>The last reply that still speaks: one from before the person came back answered another question. Null: none.</summary>
    public static (Envelope Envelope, OptInReplied Event)? ReplyOf(History referral)
    {
        var back = referral.Events.LastOrDefault(e => e.Event is Reopened or Discharge.CameBack or Discharge.EndingUndone)?.Envelope.Sequence ?? 0;
        return referral.Recorded<OptInReplied>().LastOrDefault() is { Event: { } reply, Envelope: var envelope } && envelope.Sequence > back ? (envelope, reply) : null;
    }

    /// <summary>True when the person's needs have been met by tries of two ways that arrived; nothing to meet counts as met.</summary>
    public bool NeedsMet(Person person) =>
        person.Needs is not { Needs.Count: > 0 }
        || Tries.Where(t => t.Received is not null && t.NeedsMet == true).Select(t => t.Way).Distinct().Count() > 1;

    private static string MonthOf(Moment at) => London.DayOf(at).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<Try> TriesOf(History referral, Func<string, Receipt> receipt)
    {
        foreach (var (envelope, e) in referral.Recorded<OptInAsked>())
        {
            var known = e.Message is null ? Receipt.None : receipt(e.Message);
            yield return new(e.Message ?? $"asked-{envelope.Sequence}", e.Way, envelope.At, TryOutcome.Sent, e.Wording, known.Delivered, known.Failed, e.NeedsMet, e.ReplyBy is not null);
        }

        foreach (var (envelope, e) in referral.Recorded<ContactTried>())
        {
            var known = e.Message is null ? Receipt.None : receipt(e.Message);
            // Entered late it counts from when it was entered: nobody shortens the days by remembering.
            var on = LateEntry.Is(e.TriedAt, envelope.At) ? envelope.At : e.TriedAt;
            var received = e.Outcome is TryOutcome.Answered or TryOutcome.LeftMessage or TryOutcome.Delivered ? on : known.Delivered;
            var failed = e.Outcome is TryOutcome.WrongNumber or TryOutcome.Bounced || known.Failed;
            yield return new(e.Try, e.Way, e.TriedAt, e.Outcome, e.Wording, failed ? null : received, failed, e.NeedsMet, false);
        }
    }
}
