using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Messages.Channels;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Messages;

/// <summary>What stands in an outbox in tests: an appointment's message to Amira, and a channel that counts what it is given.</summary>
internal static class AnOutbox
{
    public static NewMessage AppointmentMessage(ARecord a)
    {
        var starts = a.Clock.Now.Plus(TimeSpan.FromHours(4));
        return new(Ids.New(a.Randomness), Say.Booked(starts, "by video"), starts, new(LinkPurpose.Appointment, "A"));
    }

    public static async Task<string> Queue(ARecord a, NewMessage message)
    {
        var person = Streams.Person(Amira.Id);
        await a.Write([person], (h, now) =>
        {
            var there = h[person];
            var known = there.Exists ? Decision.AlreadySo : Decision.Accept(person, [.. Amira.WhoMayBeReached().Events.Select(e => e.Event)]);
            return known.And(Message.Queue(message, there.Exists ? there : Amira.WhoMayBeReached(), Amira.Northmere, now));
        });
        return message.Id;
    }
}

/// <summary>A channel that says the same of every message and remembers which it was given.</summary>
internal sealed class Counting : IChannel
{
    public HandOver Answer { get; set; } = new HandOver.Taken(null);

    public Whereabouts Where { get; init; }

    public string? Throws { get; init; }

    public System.Collections.Concurrent.ConcurrentQueue<string> Sent { get; } = [];

    public Task<HandOver> Send(Outgoing message, CancellationToken stopping)
    {
        if (message.Id == Throws)
            throw new InvalidOperationException("planted");
        Sent.Enqueue(message.Id);
        return Task.FromResult(Answer);
    }

    public Task<Whereabouts> Ask(string id, string? reference, CancellationToken stopping) => Task.FromResult(Where);
}

internal static class Writing
{
    private static int _count;

    public static async Task Write(
        this ARecord a, IReadOnlyCollection<StreamId> streams, Func<Histories, Moment, Decision> decide) =>
        (await a.Record.Write(new($"test/{Interlocked.Increment(ref _count)}", By.Worker), streams, decide)).ShouldBeOfType<Outcome.Done>();
}
