using Candour.CareRecord.Referrals;
using Candour.Clinical;

namespace Candour.CareRecord.OptIn;

/// <summary>
/// The person's reply. The last one holds; earlier ones stay. A reply never stops a clock and never closes anything by itself.
/// The link lives long: what is said once nobody is being reached any more becomes a request for the front desk.
/// </summary>
/// <param name="AskAgainIn">For "not now": YYYY-MM.</param>
public sealed record ReplyToOptIn(OptInReply? Reply, string? AskAgainIn, bool? CallMe, string? InTheirWords)
{
    private const int DaysToClosing = 14;

    /// <param name="request">Made before the decision.</param>
    /// <param name="by">The person, or who wrote down what they said.</param>
    public Decision Decide(History referral, History person, string request, By by, Moment now)
    {
        var today = London.DayOf(now);
        if (!referral.Exists)
            return new NobodyThere();
        if (Reply is not { } reply)
            return new ChooseAReply();
        if (reply == OptInReply.NotNow && !Months(today).Contains(AskAgainIn))
            return new ChooseAMonth();
        var stage = Standing.Of(referral);
        var replied = new OptInReplied
        {
            Reply = reply,
            AskAgainIn = reply == OptInReply.NotNow ? AskAgainIn : null,
            CallMe = reply == OptInReply.Yes ? CallMe : null,
            ClosesFrom = stage == Stage.Reaching && reply is OptInReply.Elsewhere or OptInReply.NoMore ? today.AddDays(DaysToClosing) : null,
            InTheirWords = InTheirWords,
        };
        var asks = Asks(stage, person, request);
        if (asks is null && Reaching.ReplyOf(referral)?.Event == replied)
            return Decision.AlreadySo;
        var accepted = Decision.Accept(referral.Stream, replied);
        if (Screening.Confirm(referral, by.Role == Roles.Patient ? "link" : "staff") is Accepted confirmed && reply != OptInReply.NeverAsked)
            accepted = accepted.And(confirmed);
        return asks is null ? accepted : accepted.And(asks);
    }

    /// <summary>What the front desk has to see to; null: nothing, or it is on their list already.</summary>
    private Accepted? Asks(Stage stage, History person, string request)
    {
        DetailAsked? what = (stage, Reply) switch
        {
            (Stage.Reaching, _) => null,
            (_, OptInReply.NeverAsked) => DetailAsked.SomethingIsWrong,
            (Stage.Closed, _) => null,
            (Stage.Inbox or Stage.Booked, OptInReply.Elsewhere or OptInReply.NoMore) => DetailAsked.StopMyCare,
            (Stage.Inbox or Stage.Booked, OptInReply.NotNow) => DetailAsked.SomethingIsWrong,
            (Stage.Ended or Stage.NotForUs, OptInReply.Yes or OptInReply.NotNow) => DetailAsked.SomethingIsWrong,
            _ => null,
        };
        var words = $"Our message asked: do you still want help from us? The answer: {InWords}.";
        return what is { } asked && !ChangeDetails.Open(person).Any(o => o.Event.What == asked && o.Event.InWords == words)
            && AskFor.Decide(person, request, asked, words) is Accepted accepted ? accepted : null;
    }

    private string InWords => Reply switch
    {
        OptInReply.Yes => CallMe == true ? "Yes, please. Call me to find a time" : "Yes, please",
        OptInReply.NotNow => $"Yes, but not now. Ask me again in {MonthOf(AskAgainIn)}",
        OptInReply.Elsewhere => "I am getting help somewhere else",
        OptInReply.NoMore => "No, not any more",
        _ => "I never asked for this",
    };

    /// <summary>YYYY-MM as "January"; empty when it is none.</summary>
    public static string MonthOf(string? month) => DateOnly.TryParseExact(month, "yyyy-MM", out var day)
        ? day.ToString("MMMM", System.Globalization.CultureInfo.GetCultureInfo("en-GB"))
        : "";

    /// <summary>The months offered for "not now": the next six, as YYYY-MM.</summary>
    public static IReadOnlyList<string> Months(DateOnly today) =>
        [.. Enumerable.Range(1, 6).Select(i => new DateOnly(today.Year, today.Month, 1).AddMonths(i).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture))];
}
