using Candour.Clinical;

namespace Candour.CareRecord.Messages;

/// <summary>Where a message stands.</summary>
public enum Stage
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

    /// <summary>Never in the outbox.</summary>
    Blocked,
}

/// <summary>A message as its stream tells it.</summary>
/// <param name="Due">When it is to be sent next; only for <see cref="Stage.Waiting"/>.</param>
/// <param name="Since">When it came to this stage.</param>
/// <param name="Attempts">How often handing over was begun.</param>
/// <param name="Why">For the call list: a short code.</param>
public sealed record MessageState(Stage Stage, Moment Due, Moment Since, int Attempts, string? Why, bool CallWorked)
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
                MessageQueued queued => new(Stage.Waiting, queued.Due, at, 0, null, false),
                MessageBlocked blocked => new(Stage.Blocked, at, at, 0, blocked.Why.ToString(), false),
                _ when state is null => null,
                HandOverBegun begun => state with { Stage = Stage.HandingOver, Since = at, Attempts = begun.Attempt },
                MessageHandedOver => state with { Stage = Stage.HandedOver, Since = at },
                HandOverFailed { NextTry: { } next } failed =>
                    state with { Stage = Stage.Waiting, Since = at, Due = next, Why = failed.Reason },
                HandOverFailed failed => state with { Stage = Stage.Failed, Since = at, Why = failed.Reason },
                MessageMayHaveGone { NextTry: { } next } => state with { Stage = Stage.Waiting, Since = at, Due = next },
                MessageMayHaveGone => state with { Stage = Stage.MayHaveGone, Since = at },
                MessageSettled { As: Settled.SendAgain } => state with { Stage = Stage.Waiting, Since = at, Due = at },
                MessageSettled { As: Settled.Went } => state with { Stage = Stage.HandedOver, Since = at },
                MessageSettled => state with { Stage = Stage.Cancelled, Since = at },
                MessageDelivered => state with { Stage = Stage.Delivered, Since = at },
                MessageBounced bounced => state with { Stage = Stage.Bounced, Since = at, Why = bounced.Reason },
                MessageTooLate => state with { Stage = Stage.TooLate, Since = at, Why = "TooLate" },
                MessageCancelled => state with { Stage = Stage.Cancelled, Since = at },
                CallListWorked => state with { CallWorked = true },
                _ => state,
            };
        }

        return state;
    }

    /// <summary>Nobody was told, and somebody has to call.</summary>
    public bool NeedsACall => !CallWorked && Stage is Stage.Blocked or Stage.Bounced or Stage.Failed or Stage.TooLate;
}
