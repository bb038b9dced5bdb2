using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Stage = Candour.CareRecord.Referrals.Stage;

namespace Candour.CareRecord.OptIn;

/// <summary>"Please tell us if you still want our help", by the first way that is safe, with a link to reply.</summary>
public static class AskWhetherTheyWant
{
    private static readonly TimeSpan Useful = TimeSpan.FromDays(7);

    /// <param name="message">Made before the decision.</param>
    /// <param name="last">The last asking: names the day to reply by.</param>
    public static Decision Decide(History referral, History person, string message, bool last, Sender sender, int noReplyDays, Moment now)
    {
        if (Person.Of(person) is not { } who)
            return new NobodyThere();
        if (who.HasDied)
            return new PersonHasDied(who.Called);
        if (Standing.Of(referral) != Stage.Reaching)
            return new NotBeingReached();
        // A call list is for people who may be called. Nothing is written down as done for somebody nothing can reach.
        if (!who.SafeWays.Any(w => w is Ways.Text or Ways.Email or Ways.Call))
            return new NoSafeWayToAsk(who.Called, who.SafeWays.Contains(Ways.Letter));
        var today = London.DayOf(now);
        var by = today.AddDays(noReplyDays);
        var queued = Message.Queue(
            new NewMessage(message, last ? Say.PleaseReplyLast(by) : Say.PleaseReply(), now.Plus(Useful), new LinkWanted(LinkPurpose.ReplyToOptIn, referral.Stream.Id))
            {
                Referral = referral.Stream.Id,
            },
            person, sender, now);
        var way = queued.Events.Select(e => e.Event).OfType<MessageQueued>().FirstOrDefault()?.Way;

        // Blocked: nothing was sent, so nothing was asked. It stands on the call list, and the call will be the try.
        return way is null ? queued : queued.And(referral.Stream, new OptInAsked
        {
            Way = way, Message = message, Wording = last ? "T3" : "T2", AskedOn = today, ReplyBy = last ? by : null,
        });
    }
}
