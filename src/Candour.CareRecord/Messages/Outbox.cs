using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Links;
using Candour.CareRecord.Messages.Channels;
using Candour.CareRecord.Messages.Store;
using Candour.CareRecord.Timers;
using Candour.CareRecord.Timers.Store;
using Candour.Clinical;

namespace Candour.CareRecord.Messages;

/// <summary>
/// Sends what is due. An attempt is written down before the first byte leaves and its end after the last, so that a crash in
/// between is seen and nothing is sent twice unless it may be. Two machines cannot send one message: the second finds the
/// attempt written by the first.
/// </summary>
/// <param name="channels">The channel for text or email.</param>
/// <param name="linkAddress">The address of a private link by its secret.</param>
public sealed class Outbox(Func<string, IChannel> channels, Func<string, string> linkAddress, Randomness randomness) : IDueWork
{
    /// <summary>An attempt that has not ended by then was broken off.</summary>
    public static readonly TimeSpan BrokenOffAfter = TimeSpan.FromMinutes(10);

    private const int MostInARound = 200;

    public string Name => "outbox";

    public async Task<int> Run(TheRecord record, Moment now)
    {
        foreach (var id in await FindMessages.LeftHalfway(record, now.Minus(BrokenOffAfter)))
            await Troubles.Try(record, Name, id, now, () => AskAfter(record, id, reference: null));
        var sent = 0;
        foreach (var id in await FindMessages.Due(record, now, MostInARound))
        {
            if (await Troubles.Try(record, Name, id, now, () => Send(record, id)))
                sent++;
        }

        return sent;
    }

    private async Task Send(TheRecord record, string id)
    {
        var stream = Streams.Message(id);
        var message = await record.Read(stream);
        if (message.First<MessageQueued>() is not { } queued)
            return;
        var streams = queued.Person is { } person ? [stream, Streams.Person(person)] : new[] { stream };
        var attempt = (MessageState.Of(message)?.Attempts ?? 0) + 1;
        var link = queued.LinkPurpose is null ? null : NewLink.ForMessage(randomness);
        var begun = await record.Write(
            new($"send/{id}/{message.Version}", By.Worker), streams, (h, now) => HandingOver.Begin(h[stream], PersonOf(h, queued), link, now));
        // Again: another machine began this attempt, and it is theirs.
        if (begun is not Outcome.Done { Again: false } done || !done.Events.Any(e => e.Event is HandOverBegun))
            return;

        var service = (await record.Read(Streams.Service)).First<Service.ServiceOpened>();
        var text = (queued.Text ?? "").Replace("{link}", link is null ? "" : linkAddress(link.Token), StringComparison.Ordinal);
        var address = queued.Address ?? await AddressOfStaff(record, queued.Staff);
        var channel = channels(queued.Way);
        var how = address is null ? new HandOver.NotTaken("no account")
            // Settings were checked at start; this holds even if they were not. Files of a demonstration go nowhere.
            : service is not { Simulated: false } && channel is not FileDrop ? new HandOver.NotTaken("demonstration")
            : await channel.Send(new(id, queued.Way, address, service?.NeutralName ?? "", text), CancellationToken.None);
        await record.Write(
            new($"sent/{id}/{attempt}", By.Worker), streams, (h, now) => HandingOver.End(h[stream], PersonOf(h, queued), how, now));
    }

    /// <summary>Asks the channel what became of a message and writes it down.</summary>
    internal async Task AskAfter(TheRecord record, string id, string? reference)
    {
        var stream = Streams.Message(id);
        var message = await record.Read(stream);
        if (message.First<MessageQueued>() is not { } queued)
            return;
        var where = await channels(queued.Way).Ask(id, reference, CancellationToken.None);
        var streams = queued.Person is { } person ? [stream, Streams.Person(person)] : new[] { stream };
        await record.Write(
            new($"heard/{id}/{message.Version}/{where}", By.Worker), streams, (h, now) => HandingOver.Heard(h[stream], PersonOf(h, queued), where, now));
    }

    // A page to staff may be queued without an address, so that a disclosure never waits for one to be looked up.
    private async Task<string?> AddressOfStaff(TheRecord record, string? staff) =>
        staff is null ? null : await new Accounts(record, randomness).OfStaff(staff) is { Disabled: false } account ? account.Email : null;

    private static History? PersonOf(Histories histories, MessageQueued queued) =>
        queued.Person is { } person ? histories[Streams.Person(person)] : null;
}

/// <summary>Asks channels that can tell what became of the messages they took: every ten minutes, for three days.</summary>
public sealed class Receipts(Outbox outbox) : IDueWork
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan For = TimeSpan.FromDays(3);

    private Moment _next;

    public string Name => "receipts";

    public async Task<int> Run(TheRecord record, Moment now)
    {
        if (now < _next)
            return 0;
        _next = now.Plus(Every);
        var asked = 0;
        foreach (var row in await FindMessages.Unconfirmed(record, now.Minus(For)))
        {
            if (await Troubles.Try(record, Name, row.Message, now, () => outbox.AskAfter(record, row.Message, row.Reference)))
                asked++;
        }

        return asked;
    }
}
