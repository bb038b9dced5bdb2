using Candour.CareRecord.Referrals;
using Candour.Clinical;

namespace Candour.CareRecord.OptIn;

/// <summary>The person's reply. The last one holds; earlier ones stay. A reply never stops a clock and never closes anything by itself.</summary>
/// <param name="AskAgainIn">For "not now": YYYY-MM.</param>
public sealed record ReplyToOptIn(OptInReply? Reply, string? AskAgainIn, bool? CallMe, string? InTheirWords)
{
    private const int DaysToClosing = 14;

    public Decision Decide(History referral, Moment now)
    {
        var today = London.DayOf(now);
        if (!referral.Exists)
            return new NobodyThere();
        if (Reply is not { } reply)
            return new ChooseAReply();
        if (reply == OptInReply.NotNow && !Months(today).Contains(AskAgainIn))
            return new ChooseAMonth();
        var replied = new OptInReplied
        {
            Reply = reply,
            AskAgainIn = reply == OptInReply.NotNow ? AskAgainIn : null,
            CallMe = reply == OptInReply.Yes ? CallMe : null,
            ClosesFrom = reply is OptInReply.Elsewhere or OptInReply.NoMore ? today.AddDays(DaysToClosing) : null,
            InTheirWords = InTheirWords,
        };
        if (Reaching.ReplyOf(referral)?.Event == replied)
            return Decision.AlreadySo;
        var accepted = Decision.Accept(referral.Stream, replied);
        return Screening.Confirm(referral, "link") is Accepted confirmed && reply != OptInReply.NeverAsked ? accepted.And(confirmed) : accepted;
    }

    /// <summary>The months offered for "not now": the next six, as YYYY-MM.</summary>
    public static IReadOnlyList<string> Months(DateOnly today) =>
        [.. Enumerable.Range(1, 6).Select(i => new DateOnly(today.Year, today.Month, 1).AddMonths(i).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture))];
}
