namespace Candour.CareRecord.Messages.Channels;

/// <summary>One message on its way out: one recipient, words already complete.</summary>
/// <param name="Id">The message's id: stable over every attempt.</param>
/// <param name="Way">text or email.</param>
/// <param name="From">The neutral name of the service.</param>
public sealed record Outgoing(string Id, string Way, string Address, string From, string Text)
{
    public string Subject => $"A message from {From}";
}

/// <summary>A true edge: a way out of this machine. Tests put real servers behind it.</summary>
public interface IChannel
{
    Task<HandOver> Send(Outgoing message, CancellationToken stopping);

    /// <summary>What became of a message, for channels that can tell.</summary>
    /// <param name="reference">The channel's name for it; null when the sender died before hearing it.</param>
    Task<Whereabouts> Ask(string id, string? reference, CancellationToken stopping);
}

/// <summary>How handing over ended.</summary>
public abstract record HandOver
{
    /// <summary>Nobody answered: the next message would only wait as long.</summary>
    public virtual bool Silence => false;

    public sealed record Taken(string? Reference) : HandOver;

    /// <summary>It did not go, and that is certain. <paramref name="Reason"/> is a short code without address or text.</summary>
    public sealed record NotTaken(string Reason) : HandOver
    {
        /// <summary>The reason of a server that is not there or never answers.</summary>
        public const string NoAnswer = "no answer";

        public override bool Silence => Reason == NoAnswer;
    }

    /// <summary>There is no such number or address, says the channel.</summary>
    public sealed record NoSuchAddress(string Reason) : HandOver;

    /// <summary>It may have gone.</summary>
    public sealed record NobodyKnows : HandOver
    {
        public override bool Silence => true;
    }
}

public enum Whereabouts
{
    /// <summary>This channel cannot tell.</summary>
    CannotTell,

    /// <summary>It never got there.</summary>
    NeverTaken,

    /// <summary>Taken; whether it arrived is not known yet.</summary>
    OnItsWay,

    Arrived,

    /// <summary>It did not arrive this time; the number may still be right.</summary>
    NotDelivered,

    /// <summary>There is no such number or address.</summary>
    CameBack,

    /// <summary>The channel could tell and did not answer.</summary>
    NoAnswer,
}
