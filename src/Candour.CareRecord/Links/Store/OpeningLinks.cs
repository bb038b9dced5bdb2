using Candour.CareRecord.Referrals;
using Candour.Clinical;

namespace Candour.CareRecord.Links.Store;

/// <summary>Finds a link, asks for the birth date, and writes down what happened.</summary>
public sealed class OpeningLinks(TheRecord record)
{
    /// <summary>
    /// Somebody followed a link or typed a code from paper, and gave a birth date. Answers the link when it opened, else the
    /// words to show. Nothing about the person or the link is in the words before the date is right.
    /// </summary>
    /// <param name="order">Under the form's once-only id; bound here to the link and the date, so that an id from another
    /// form opens nothing.</param>
    public async Task<(LinkRow? Opened, Refusal? Because)> Open(string? typed, DateOnly given, Order order)
    {
        if (NewLink.HashOfTyped(typed) is not { } hash || await FindLinks.ByHash(record, hash) is not ({ } link, var newer))
            return (null, new LinkNotFound());
        var (stream, person) = (Streams.Link(link.Link), Streams.Person(link.Person));
        var bound = order with { CommandId = $"open/{link.Link}/{given:yyyyMMdd}/{order.CommandId}" };
        var outcome = await record.Write(bound, [stream, person], (h, now) =>
            Link.Open(h[stream], Person.Of(h[person])?.BirthDate, given, newer, now));
        return outcome switch
        {
            Outcome.No no => (null, no.Because),
            Outcome.Done done when Link.Answer(done.Events.Select(e => e.Event)) is { } wrong => (null, wrong),
            _ => (link, null),
        };
    }
}
