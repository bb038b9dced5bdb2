using System.ComponentModel.DataAnnotations;
using Candour.Clinical;

namespace Candour.CareRecord.Messages;

/// <summary>A message in the outbox and what became of it. Address and text stay in the record and are not copied here.</summary>
public sealed record OutboxRow
{
    [Key]
    public required string Message { get; init; }

    public string? Person { get; init; }

    public string? Staff { get; init; }

    public string? Referral { get; init; }

    public required string Template { get; init; }

    /// <summary>What its link opens: id of the questionnaire, referral, appointment or plan.</summary>
    public string? Target { get; init; }

    /// <summary>text or email.</summary>
    public required string Way { get; init; }

    public required MessageStage Stage { get; init; }

    public required Moment Queued { get; init; }

    /// <summary>When it is to be sent next, while it waits.</summary>
    public required Moment Due { get; init; }

    public required Moment UselessAfter { get; init; }

    public required Moment Since { get; init; }

    public required int Attempts { get; init; }

    public string? Why { get; init; }

    /// <summary>The channel's own name for it.</summary>
    public string? Reference { get; init; }

    public static IEnumerable<OutboxRow> RowsOf(History message)
    {
        if (message.Recorded<MessageQueued>().FirstOrDefault() is not ({ } envelope, { } queued) || MessageState.Of(message) is not { } state)
            yield break;
        yield return new()
        {
            Message = message.Stream.Id,
            Person = queued.Person,
            Staff = queued.Staff,
            Referral = queued.Referral,
            Template = queued.Template,
            Target = queued.LinkTarget,
            Way = queued.Way,
            Stage = state.Stage,
            Queued = envelope.At,
            Due = state.Due,
            UselessAfter = queued.UselessAfter,
            Since = state.Since,
            Attempts = state.Attempts,
            Why = state.Why,
            Reference = message.Last<MessageHandedOver>()?.Reference,
        };
    }
}

/// <summary>Somebody to call or write to because a message could not be sent or came back.</summary>
public sealed record CallRow
{
    [Key]
    public required string Message { get; init; }

    public required string Person { get; init; }

    public string? Referral { get; init; }

    public required string Template { get; init; }

    /// <summary>A value of <see cref="WhyNotSent"/>, or what the channel said.</summary>
    public required string Why { get; init; }

    public required Moment Since { get; init; }

    public static IEnumerable<CallRow> RowsOf(History message)
    {
        if (MessageState.Of(message) is not { NeedsACall: true } state)
            yield break;
        var queued = message.First<MessageQueued>();
        var blocked = message.First<MessageBlocked>();
        if ((queued?.Person ?? blocked?.Person) is not { } person)
            yield break;
        yield return new()
        {
            Message = message.Stream.Id,
            Person = person,
            Referral = queued?.Referral ?? blocked?.Referral,
            Template = queued?.Template ?? blocked!.Template,
            Why = state.Stage == MessageStage.Bounced ? nameof(WhyNotSent.CameBack) : state.Why ?? "",
            Since = state.Since,
        };
    }
}
