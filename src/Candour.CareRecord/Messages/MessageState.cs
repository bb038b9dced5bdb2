using Candour.Clinical;

namespace Candour.CareRecord.Messages;

/// <summary>Where a message stands.</summary>
public enum MessageStage
{
    /// <summary>To be sent when due.</summary>
    Waiting,

    /// <summary>Handing over has begun and nothing more is known.</summary>
    HandingOver,

    HandedOver,
    Delivered,

    /// <summary>A person settles it.</summary>
    MayHaveGone,

    Bounced,

    /// <summary>The channel says it cannot be done.</summary>
    Failed,

    TooLate,
    Cancelled,

    /// <summary>Never in the outbox, or taken out of it because it was no longer safe.</summary>
    Blocked,
}

/// <summary>A message as its stream tells it.</summary>
/// <param name="Due">When it is to be sent next; only for <see cref="MessageStage.Waiting"/>.</param>
/// <param name="Since">When it came to this stage.</param>
/// <param name="Attempts">How often handing over was begun.</param>
/// <param name="Why">For the call list: a short code.</param>
public sealed record MessageState(MessageStage Stage, Moment Due, Moment Since, int Attempts, string? Why, bool CallWorked)
{
    /// <summary>Null for a stream that does not exist.</summary>
    public static MessageState? Of(History message)
    {
        MessageState? state = null;
        foreach (var recorded in message.Events)
        {
            var at = recorded.Envelope.At;
            state = recorded.Event switch
            {
                MessageQueued queued => new(MessageStage.Waiting, queued.Due, at, 0, null, false),
                MessageBlocked blocked => new(MessageStage.Blocked, at, at, 0, blocked.Why.ToString(), false),
                _ when state is null => null,
                HandOverBegun begun => state with { Stage = MessageStage.HandingOver, Since = at, Attempts = begun.Attempt },
                MessageHandedOver => state with { Stage = MessageStage.HandedOver, Since = at },
                HandOverFailed { NextTry: { } next } failed =>
                    state with { Stage = MessageStage.Waiting, Since = at, Due = next, Why = failed.Reason },
                HandOverFailed failed => state with { Stage = MessageStage.Failed, Since = at, Why = failed.Reason },
                MessageMayHaveGone { NextTry: { } next } => state with { Stage = MessageStage.Waiting, Since = at, Due = next },
                MessageMayHaveGone => state with { Stage = MessageStage.MayHaveGone, Since = at },
                MessageSettled { As: Settled.SendAgain } => state with { Stage = MessageStage.Waiting, Since = at, Due = at },
                MessageSettled { As: Settled.Went } => state with { Stage = MessageStage.HandedOver, Since = at },
                MessageSettled => state with { Stage = MessageStage.Cancelled, Since = at },
                MessageDelivered => state with { Stage = MessageStage.Delivered, Since = at },
                MessageBounced bounced => state with { Stage = MessageStage.Bounced, Since = at, Why = bounced.Reason },
                MessagePutOff put => state with { Due = put.Until },
                MessageHeldBack held => state with { Stage = MessageStage.Blocked, Since = at, Why = held.Why.ToString() },
                MessageTooLate => state with { Stage = MessageStage.TooLate, Since = at, Why = "TooLate" },
                MessageCancelled => state with { Stage = MessageStage.Cancelled, Since = at },
                CallListWorked => state with { CallWorked = true },
                _ => state,
            };
        }

        return state;
    }

    /// <summary>Whose it is: the person and referral it is about; nothing for a page to staff.</summary>
    public static (string? Person, string? Referral) WhoseOf(History message) =>
        message.First<MessageQueued>() is { } queued ? (queued.Person, queued.Referral)
        : message.First<MessageBlocked>() is { } blocked ? (blocked.Person, blocked.Referral)
        : (null, null);

    /// <summary>Nobody was told, and somebody has to call.</summary>
    public bool NeedsACall => !CallWorked && Stage is MessageStage.Blocked or MessageStage.Bounced or MessageStage.Failed or MessageStage.TooLate;
}
