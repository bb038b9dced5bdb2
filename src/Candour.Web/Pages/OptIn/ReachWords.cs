using Candour.CareRecord;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.Web.Pages.OptIn;

/// <summary>The ladder in words, as the front desk reads it: the same on the list and on the person's page.</summary>
public static class ReachWords
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromDays(5);

    public static string Tries(Reaching reaching, DateOnly today) =>
        reaching.Tries.Count == 0 ? "none yet" : string.Join(" · ", reaching.Tries.Select(t => One(t, today)));

    public static string One(Try t, DateOnly today) => $"{Way(t.Way)} {Words.Day(London.DayOf(t.When), today)} {(t switch
    {
        { Failed: true } => "not delivered, does not count",
        { Outcome: TryOutcome.Answered } => "answered",
        { Outcome: TryOutcome.NoAnswer } => "no answer",
        { Outcome: TryOutcome.LeftMessage } => "left a message",
        { Received: not null } => "sent and delivered",
        _ => "sent, no receipt yet",
    })}";

    /// <summary>What to do next. Who has replied is not tried again; who was tried every way is waited for.</summary>
    /// <param name="whyNotClose">Why nobody may close for no reply; null: a person may decide.</param>
    public static string Next(Reaching reaching, Refusal? whyNotClose, DateOnly today) => reaching switch
    {
        { Reply: { Reply: OptInReply.Yes, CallMe: true } } => "They want a call to find a time",
        { Reply.Reply: OptInReply.Yes } => "They said yes: book their first talk",
        { Reply.Reply: OptInReply.NeverAsked } => "They never asked for this: look into it today",
        { Reply: { Reply: OptInReply.NotNow } later, AskedAgainOn: { } asked } => asked.AddDays(BetweenTries.Days) is var until && until > today
            ? $"They said {Month(later.AskAgainIn)} and were asked again: wait for a reply until {Words.Day(until, today)}"
            : $"Ask again: they said {Month(later.AskAgainIn)}, and no reply since {Words.Day(asked, today)}",
        { Reply: { Reply: OptInReply.NotNow } later } => IsTimeToAskAgain(later, today) ? $"Ask again: they said {Month(later.AskAgainIn)}" : $"Ask again in {Month(later.AskAgainIn)}",
        { AskedToClose: true, Reply: { } no } => no.ClosesFrom is { } from && from > today
            ? $"They said no: you decide from {Words.Day(from, today)}"
            : whyNotClose is WorryStillOpen ? "They said no, and a worry is open: speak with them" : "They said no: you decide",
        { AnsweredWithoutReply: true } => "They answered: write down what they said",
        { NextWay: null } => "No safe way is known: ask a clinician",
        _ when whyNotClose is null => "No reply: you decide",
        _ when whyNotClose is WorryOnceTold => "No reply: a clinician decides",
        { EveryWayTried: true, MayCloseFrom: { } until } when until > today => $"Wait for a reply until {Words.Day(until, today)}",
        _ => $"{Way(reaching.NextWay!)}{(reaching.EveryWayTried ? " again" : "")} {(NeedsToday(reaching, whyNotClose, today) ? "due today" : "next")}",
    };

    /// <summary>From when the referral may be closed, or why not.</summary>
    public static string MayClose(Reaching reaching, Refusal? whyNotClose, DateOnly today) => (reaching, whyNotClose) switch
    {
        (_, WorryStillOpen) => "no: a worry is open",
        ({ AskedToClose: true, Reply.ClosesFrom: { } from }, _) when from > today => $"as they asked, not before {Words.Day(from, today)}",
        ({ AskedToClose: true }, _) => "as they asked",
        (_, TheyReplied) => "no: they replied",
        (_, OneSafeWay) => "no: there are not two safe ways",
        (_, NotBefore { From: var from }) => $"not before {Words.Day(from, today)}",
        (_, TriesMissedNeeds) => "not yet: their needs have to be met",
        (_, WorryOnceTold) => "a clinician decides",
        ({ MayCloseFrom: { } since }, null) => $"since {Words.Day(since, today)}",
        _ => "not yet: two ways have to arrive",
    };

    /// <summary>True when somebody has to act: a reply to answer, a try that is due after five days, a closing to decide.</summary>
    public static bool NeedsToday(Reaching reaching, Refusal? whyNotClose, DateOnly today) => reaching switch
    {
        { Reply.Reply: OptInReply.Yes or OptInReply.NeverAsked } or { AnsweredWithoutReply: true } => true,
        { Reply: { Reply: OptInReply.NotNow } later } => IsTimeToAskAgain(later, today) && !(reaching.AskedAgainOn?.AddDays(BetweenTries.Days) > today),
        { AskedToClose: true, Reply: { } no } => !(no.ClosesFrom > today),
        _ when whyNotClose is null or WorryOnceTold => true,
        { EveryWayTried: true, MayCloseFrom: { } until } when until > today => false,
        _ => reaching.Tries.Count == 0 || London.DayOf(reaching.Tries[^1].When).AddDays(BetweenTries.Days) <= today,
    };

    /// <summary>Whether asking is the thing to do: nobody has replied, or the month they named has come.</summary>
    public static bool MayAsk(Reaching reaching, DateOnly today) =>
        reaching.Reply is null || (reaching.Reply is { Reply: OptInReply.NotNow } later && IsTimeToAskAgain(later, today));

    public static string Reply(OptInReplied reply) => reply.Reply switch
    {
        OptInReply.Yes => reply.CallMe == true ? "yes, please, and call me" : "yes, please",
        OptInReply.NotNow => $"not now; ask again in {Month(reply.AskAgainIn)}",
        OptInReply.Elsewhere => "help somewhere else",
        OptInReply.NoMore => "not any more",
        _ => "never asked for this",
    };

    public static string Month(string? month) => ReplyToOptIn.MonthOf(month);

    public static string Way(string way) => way switch { Ways.Text => "text", Ways.Call => "call", Ways.Email => "e-mail", _ => "letter" };

    private static bool IsTimeToAskAgain(OptInReplied later, DateOnly today) =>
        string.CompareOrdinal(later.AskAgainIn, today.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture)) <= 0;
}
