using Candour.CareRecord.Messages;
using Candour.Clinical;

namespace Candour.CareRecord.Links.Store;

/// <summary>The second step of reading: a six-digit code to a confirmed number or address, for this browser alone.</summary>
public sealed class ReadSignIn(TheRecord record, Randomness randomness)
{
    /// <summary>Sends a code. Null when one is on its way; else why none is.</summary>
    /// <param name="browserSecret">What only the browser that gave the birth date holds.</param>
    public async Task<Refusal?> Send(string link, string person, byte[] browserSecret, Order order)
    {
        var now = Moment.Now(record.Clock);
        var sent = await FindLinks.CodesSince(record, person, now.Minus(TimeSpan.FromHours(1)));
        var (linkStream, personStream) = (Streams.Link(link), Streams.Person(person));
        var (code, message) = (Codes.New(randomness, 6), Ids.New(randomness));
        var outcome = await record.Write(
            order with { CommandId = $"code/{link}/{order.CommandId}" }, [linkStream, personStream, Streams.Service, Streams.Policy],
            (h, at) => Decide(h[linkStream], h[personStream], Sender.Of(h, at), code, message, Codes.HashOf(code, browserSecret), sent, at));
        return outcome is Outcome.No no ? no.Because : null;
    }

    /// <summary>Why no code could be sent for this link; null when one was.</summary>
    public async Task<Refusal?> WhyNone(string link, string person)
    {
        if ((await record.Read(Streams.Link(link))).Any<LinkCodeSent>())
            return null;
        var (personStream, now) = (Streams.Person(person), Moment.Now(record.Clock));
        var h = await record.Read([Streams.Link(link), personStream, Streams.Service, Streams.Policy]);
        return Decide(h[Streams.Link(link)], h[personStream], Sender.Of(h, now), "000000", link, "", 0, now) is Refused no ? no.Because : null;
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
