using Candour.Clinical;

namespace Candour.CareRecord;

/// <summary>What a pure decision answers: events to append, or a refusal in words.</summary>
public abstract record Decision
{
    /// <summary>Accept: these events on this stream.</summary>
    public static Accepted Accept(StreamId stream, params Event[] events) => new Accepted([]).And(stream, events);

    /// <summary>Nothing to write and nothing wrong: what was asked is already so.</summary>
    public static Accepted AlreadySo { get; } = new([]);

    public static implicit operator Decision(Refusal because) => new Refused(because);
}

/// <summary>Events to append, in order, all in one transaction.</summary>
public sealed record Accepted(IReadOnlyList<(StreamId Stream, Event Event)> Events) : Decision
{
    public Accepted And(StreamId stream, params Event[] events) =>
        new([.. Events, .. events.Select(e => (stream, e))]);

    public Accepted And(Accepted other) => new([.. Events, .. other.Events]);
}

public sealed record Refused(Refusal Because) : Decision;

/// <summary>
/// A "no": what happened, why, and what to do now, worded for the person who reads it. One line each, beside its feature.
/// </summary>
/// <param name="Message">The words on the page.</param>
public abstract record Refusal(string Message)
{
    /// <summary>The form field that can mend it; null when no field can.</summary>
    public virtual string? Field => null;
}

/// <summary>An order to write: a once-only id from the form, who, and the time their device says.</summary>
/// <param name="CommandId">1 to 64 letters, digits, '-', '_' or '/'. A second order with the same id gives the first result.</param>
public sealed record Order(string CommandId, By By, Moment? ClientTime = null)
{
    /// <summary>A digest of all that the form says, where the id is the form's own: the same id with another digest is another order.</summary>
    public string? Sent { get; init; }
}

/// <summary>
/// The once-only id stands for a form that said something else: somebody went back, wrote on and sent it again. Nothing of it
/// is stored; with a new id it would be.
/// </summary>
public sealed class SentOtherwiseException(string commandId, Moment at) : Exception("This form was sent before and said something else.")
{
    public string CommandId { get; } = commandId;

    /// <summary>When the first was stored.</summary>
    public Moment At { get; } = at;
}

/// <summary>How a write ended.</summary>
public abstract record Outcome
{
    /// <summary>Stored and safe. <paramref name="Again"/>: this command id had been stored before; this is the first result.</summary>
    public sealed record Done(IReadOnlyList<Recorded> Events, bool Again) : Outcome;

    public sealed record No(Refusal Because) : Outcome;
}
