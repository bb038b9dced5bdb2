using Candour.CareRecord.Links;
using Candour.CareRecord.Messages.Channels;
using Candour.CareRecord.Referrals;
using Candour.Clinical;

namespace Candour.CareRecord.Messages;

/// <summary>The decisions around the moment at which a message leaves. All pure.</summary>
public static class HandingOver
{
    /// <summary>
    /// Everything is looked at again: the person may have died, changed their number or their rules since it was queued, and
    /// what it says may no longer be so. Only when <see cref="HandOverBegun"/> is among the events may it be sent.
    /// </summary>
    /// <param name="person">The person's stream; null for a message to staff.</param>
    /// <param name="link">A new secret, when the message has a link.</param>
    /// <param name="overtaken">See <see cref="Overtaken"/>; null: what it says is so.</param>
    public static Decision Begin(History message, History? person, NewLink? link, Moment now, CancelReason? overtaken = null)
    {
        if (message.First<MessageQueued>() is not { } queued || MessageState.Of(message) is not { Stage: MessageStage.Waiting } state || state.Due > now)
            return Decision.AlreadySo;
        if (overtaken is { } no)
            return Message.Cancel(message, no);
        if (queued.Address is null && queued.Staff is null)
            return Decision.Accept(message.Stream, new MessageHeldBack { Why = WhyNotSent.NoAddress });
        // Not registered yet: a code that confirms the number of a form in hand. The answers of that form let it go a moment ago.
        if (person is { Exists: true } && Reach.Of(person) is var reach)
        {
            if (reach.Dead)
                return Decision.Accept(message.Stream, new MessageCancelled { Why = CancelReason.Died });
            if (now > queued.UselessAfter)
                return Decision.Accept(message.Stream, new MessageTooLate());
            var way = queued.Template == Templates.ToOldOne ? Reach.ToOldOne(person, queued.Way, queued.Address) : reach.By(queued.Way);
            if (NoLonger(queued, way) is { } why)
                return Decision.Accept(message.Stream, new MessageHeldBack { Why = why });
            if (SafeHours.Next(now, way.Hours, WaitedFor(queued, now)) is not { } next || next > queued.UselessAfter)
                return Decision.Accept(message.Stream, new MessageHeldBack { Why = WhyNotSent.NoSafeHour });
            if (next > now)
                return Decision.Accept(message.Stream, new MessagePutOff { Until = next });
        }
        else if (now > queued.UselessAfter)
        {
            return Decision.Accept(message.Stream, new MessageTooLate());
        }

        var begun = Decision.Accept(message.Stream, new HandOverBegun { Attempt = state.Attempts + 1, Link = link?.Id });
        return link is not null && queued is { LinkPurpose: { } purpose, Person: { } whose }
            ? begun.And(Link.Issue(link, new(purpose, queued.LinkTarget, queued.LinkExpires, queued.LinkForDay), whose, now, message.Stream.Id))
            : begun;
    }

    /// <summary>Writes down how it ended.</summary>
    /// <param name="person">The person's stream: a number or address that does not exist is not used again.</param>
    public static Decision End(History message, History? person, HandOver how, Moment now)
    {
        if (message.First<MessageQueued>() is not { } queued || MessageState.Of(message) is not { Stage: MessageStage.HandingOver } state)
            return Decision.AlreadySo;
        var nth = state.Attempts;
        return how switch
        {
            HandOver.Taken taken => Decision.Accept(message.Stream, new MessageHandedOver { Attempt = nth, Reference = taken.Reference }),
            HandOver.NotTaken not => Again(message, queued, new HandOverFailed { Attempt = nth, Reason = not.Reason, NextTry = NextTry(queued, person, nth, now) }),
            HandOver.NoSuchAddress not => CameBack(message, person, queued, not.Reason),
            _ => Decision.Accept(message.Stream, new MessageMayHaveGone
            {
                Attempt = nth, NextTry = queued.MayRepeat ? NextTry(queued, person, nth, now) : null,
            }),
        };
    }

    /// <summary>What the channel says later of a message it took, or of one whose sender died halfway.</summary>
    public static Decision Heard(History message, History? person, Whereabouts where, Moment now)
    {
        if (message.First<MessageQueued>() is not { } queued || MessageState.Of(message) is not { } state)
            return Decision.AlreadySo;
        if (state.Stage == MessageStage.HandingOver)
        {
            return where switch
            {
                Whereabouts.CannotTell => End(message, person, new HandOver.NobodyKnows(), now),
                Whereabouts.NeverTaken => End(message, person, new HandOver.NotTaken("broken off"), now),
                _ => End(message, person, new HandOver.Taken(null), now),
            };
        }

        return (state.Stage, where) switch
        {
            (MessageStage.HandedOver or MessageStage.MayHaveGone, Whereabouts.Arrived) => Decision.Accept(message.Stream, new MessageDelivered()),
            (MessageStage.HandedOver or MessageStage.MayHaveGone, Whereabouts.NotDelivered) =>
                Decision.Accept(message.Stream, new MessageBounced { Reason = "not delivered" }),
            (MessageStage.HandedOver or MessageStage.MayHaveGone or MessageStage.Delivered, Whereabouts.CameBack) => CameBack(message, person, queued, "came back"),
            _ => Decision.AlreadySo,
        };
    }

    /// <summary>Waits of 1, 2, 4 … minutes, at most an hour.</summary>
    public static TimeSpan Backoff(int attempt) => TimeSpan.FromMinutes(Math.Min(60, 1 << Math.Min(attempt - 1, 6)));

    private static Accepted Again(History message, MessageQueued queued, HandOverFailed failed)
    {
        var events = Decision.Accept(message.Stream, failed);
        return failed.NextTry > queued.UselessAfter || failed.NextTry is null ? events.And(message.Stream, new MessageTooLate()) : events;
    }

    private static Moment? NextTry(MessageQueued queued, History? person, int attempt, Moment now)
    {
        var earliest = now.Plus(Backoff(attempt));
        return person is null ? earliest : SafeHours.Next(earliest, Reach.Of(person).By(queued.Way).Hours, WaitedFor(queued, now));
    }

    private static Accepted CameBack(History message, History? person, MessageQueued queued, string reason)
    {
        var back = Decision.Accept(message.Stream, new MessageBounced { Reason = reason });
        return person is null
            ? back
            : back.And(person.Stream, new ContactBounced { Way = queued.Way, Address = queued.Address, Message = message.Stream.Id });
    }

    private static WhyNotSent? NoLonger(MessageQueued queued, WayToReach way)
    {
        if (!way.Safe)
            return WhyNotSent.NotSafe;
        if (way.CameBack)
            return WhyNotSent.CameBack;
        // A code that confirms a new number goes to it; everything else only to the confirmed one of today.
        if (queued.LinkPurpose is null)
            return null;
        return way.Confirmed && way.Address == Reach.Plain(queued.Way, queued.Address) ? null : WhyNotSent.NotConfirmed;
    }

    private static bool WaitedFor(MessageQueued queued, Moment now) => Templates.On(London.DayOf(now), queued.Template).WaitedFor;
}
