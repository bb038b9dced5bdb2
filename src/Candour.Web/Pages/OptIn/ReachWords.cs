using Candour.CareRecord.OptIn;
using Candour.CareRecord.OptIn.Store;
using Candour.CareRecord.Referrals;
using Candour.Clinical;

namespace Candour.Web.Pages.OptIn;

/// <summary>The ladder in words, as the front desk reads it.</summary>
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

    public static string Next(Reaching reaching, ReachRow row, DateOnly today) => row switch
    {
        { Reply: OptInReply.Yes, CallMe: true } => "They want a call",
        { Reply: OptInReply.Yes } => "Said yes: book their first talk",
        { Reply: OptInReply.NeverAsked } => "They never asked: look into it today",
        { Reply: OptInReply.NotNow } => $"Ask again in {Month(row.AskAgainIn)}",
        { Reply: OptInReply.Elsewhere or OptInReply.NoMore, ClosesFrom: { } from } => from <= today ? "They said no: you decide" : $"They said no: you decide from {Words.Day(from, today)}",
        _ when reaching.NextWay is null => "No safe way is known: ask a clinician",
        _ when NeedsToday(reaching, row, today) => $"{Way(reaching.NextWay!)} due today",
        _ => $"{Way(reaching.NextWay!)} next",
    };

    public static string MayClose(Reaching reaching, DateOnly today) =>
        reaching.MayCloseFrom is { } from ? $"not before {Words.Day(from, today)}" : "not yet: two ways have to arrive";

    /// <summary>A try is due: none for five days, nobody has replied, and the time to decide has not come.</summary>
    public static bool NeedsToday(Reaching reaching, ReachRow row, DateOnly today) => row switch
    {
        { Reply: OptInReply.Yes or OptInReply.NeverAsked } => true,
        { Reply: OptInReply.NotNow } => string.CompareOrdinal(row.AskAgainIn, today.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture)) <= 0,
        { ClosesFrom: { } from } => from <= today,
        _ => reaching.Tries.Count == 0 || London.DayOf(reaching.Tries[^1].When).AddDays(BetweenTries.Days) <= today,
    };

    public static string Month(string? month) => DateOnly.TryParseExact(month, "yyyy-MM", out var day)
        ? day.ToString("MMMM", System.Globalization.CultureInfo.GetCultureInfo("en-GB"))
        : "";

    public static string Way(string way) => way switch { Ways.Text => "text", Ways.Call => "call", Ways.Email => "e-mail", _ => "letter" };
}
