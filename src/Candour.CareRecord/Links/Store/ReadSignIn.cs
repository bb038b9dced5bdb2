using Candour.CareRecord.Messages;
using Candour.Clinical;

namespace Candour.CareRecord.Links.Store;

/// <summary>The second step of reading: a six-digit code to a confirmed number or address, for this browser alone.</summary>
public sealed class ReadSignIn(TheRecord record, Randomness randomness)
{
    /// <summary>Sends a code. Null when one is on its way; else why none is.</summary>
    /// <param name="step">
    /// Public name of the half-way session that the code is for. A form posted twice begins two, and the browser holds the second:
    /// each has a code of its own.
    /// </param>
    /// <param name="browserSecret">What only the browser that gave the birth date holds.</param>
    public async Task<Refusal?> Send(string link, string person, string step, byte[] browserSecret, Order order)
    {
        var sent = await InTheLastHour(person);
        var (linkStream, personStream) = (Streams.Link(link), Streams.Person(person));
        var (code, message) = (Codes.New(randomness, 6), Ids.New(randomness));
        var outcome = await record.Write(
            order with { CommandId = $"code/{link}/{order.CommandId}/{step}" }, [linkStream, personStream, Streams.Service, Streams.Policy],
            (h, at) => Decide(h[linkStream], h[personStream], Sender.Of(h, at), code, message, Codes.HashOf(code, browserSecret), sent, at));
        return outcome is Outcome.No no ? no.Because : null;
    }

    /// <summary>Why this half-way step was sent no code; null when one was.</summary>
    public async Task<Refusal?> WhyNone(string link, string person, string step)
    {
        var (linkStream, personStream, now) = (Streams.Link(link), Streams.Person(person), Moment.Now(record.Clock));
        var h = await record.Read([linkStream, personStream, Streams.Service, Streams.Policy]);
        if (h[linkStream].Recorded<LinkCodeSent>().Any(c => c.Envelope.CommandId.EndsWith($"/{step}", StringComparison.Ordinal)))
            return null;
        var sent = await InTheLastHour(person);
        return Decide(h[linkStream], h[personStream], Sender.Of(h, now), "000000", link, "", sent, now) is Refused no ? no.Because : new NoCodeYet();
    }

    /// <summary>Somebody typed a code. Null when it was right.</summary>
    public async Task<Refusal?> Try(string link, string code, byte[] browserSecret, Order order)
    {
        var stream = Streams.Link(link);
        var hash = Codes.HashOf(string.Concat(code.Where(char.IsAsciiDigit)), browserSecret);
        var outcome = await record.Write(
            order with { CommandId = $"try/{link}/{hash[..16]}/{order.CommandId}" }, [stream], (h, now) => Codes.Try(h[stream], hash, now));
        return outcome is Outcome.No no ? no.Because : Link.Answer(((Outcome.Done)outcome).Events.Select(e => e.Event));
    }

    private Task<int> InTheLastHour(string person) =>
        FindLinks.CodesSince(record, person, Moment.Now(record.Clock).Minus(TimeSpan.FromHours(1)));

    private static Decision Decide(
        History link, History person, Sender sender, string code, string message, string hash, int sent, Moment now)
    {
        var queued = Message.Queue(new(message, Say.Code(code), now.Plus(Codes.Lifetime)), person, sender, now);
        if (queued.Events.Select(e => e.Event).OfType<MessageQueued>().SingleOrDefault() is not { } goes)
            return new NowhereToSendACode(sender.Phone);
        var decision = Codes.Send(link, hash, goes.Way, message, sent, now);
        return decision is Accepted accepted ? accepted.And(queued) : decision;
    }
}

/// <summary>No number or address is confirmed and safe now, so the person is asked to call.</summary>
public sealed record NowhereToSendACode(string Phone)
    : Refusal($"We have no confirmed number or address that we may send a code to now.{(Phone.Length > 0 ? $" Call us on {Phone}." : " Call us.")}");
