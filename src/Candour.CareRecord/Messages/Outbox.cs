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
/// attempt written by the first. What goes one way ends for the round at the first server that does not answer: the next
/// message would only wait as long, and what goes the other way waits for it.
/// </summary>
/// <param name="channels">The channel for text or email.</param>
/// <param name="linkAddress">The address of a private link by its secret.</param>
public sealed class Outbox(Func<string, IChannel> channels, Func<string, string> linkAddress, Randomness randomness) : IDueWork
{
    /// <summary>An attempt that has not ended by then was broken off.</summary>
    public static readonly TimeSpan BrokenOffAfter = TimeSpan.FromMinutes(10);

    private const int MostInARound = 200;

    // Slow servers too: the round ends, is seen to have ended, and the next one goes on.
    private static readonly TimeSpan LongestRound = TimeSpan.FromMinutes(1);

    public string Name => "outbox";

    public DueLine Line => DueLine.Sending;

    public async Task<int> Run(TheRecord record, Moment now)
    {
        await AskAfterAll(record, Name, now, (await FindMessages.LeftHalfway(record, now.Minus(BrokenOffAfter))).Select(id => (id, (string?)null)));
        var sent = 0;
        foreach (var way in new[] { Referrals.Ways.Email, Referrals.Ways.Text })
            sent += await SendAll(record, way, now);
        return sent;
    }

    /// <summary>Asks after messages until a channel does not answer; how many were asked after.</summary>
    internal async Task<int> AskAfterAll(TheRecord record, string work, Moment now, IEnumerable<(string Id, string? Reference)> messages)
    {
        var asked = 0;
        var answers = true;
        foreach (var (id, reference) in messages)
        {
            if (await Troubles.Try(record, work, id, now, async () => answers = await AskAfter(record, id, reference)))
                asked++;
            if (!answers)
                break;
        }

        return asked;
    }

    private async Task<int> SendAll(TheRecord record, string way, Moment now)
    {
        var sent = 0;
        var since = record.Clock.GetTimestamp();
        HandOver? how = null;
        foreach (var id in await FindMessages.Due(record, way, now, MostInARound))
        {
            if (await Troubles.Try(record, Name, id, now, async () => how = await Send(record, id)))
                sent++;
            if (how is { Silence: true } || record.Clock.GetElapsedTime(since) > LongestRound)
                break;
        }

        return sent;
    }

    /// <returns>How handing over ended; null where nothing was handed over.</returns>
    private async Task<HandOver?> Send(TheRecord record, string id)
    {
        var stream = Streams.Message(id);
        var message = await record.Read(stream);
        if (message.First<MessageQueued>() is not { } queued)
            return null;
        var streams = queued.Person is { } person ? [stream, Streams.Person(person)] : new[] { stream };
        StreamId[] about = [.. Overtaken.Streams(queued)];
        var attempt = (MessageState.Of(message)?.Attempts ?? 0) + 1;
        var link = queued.LinkPurpose is null ? null : NewLink.ForMessage(randomness);
        var begun = await record.Write(
            new($"send/{id}/{message.Version}", By.Worker), [.. streams, .. about],
            (h, now) => HandingOver.Begin(h[stream], PersonOf(h, queued), link, now, Overtaken.Of(h[stream], h)));
        // Again: another machine began this attempt, and it is theirs.
        if (begun is not Outcome.Done { Again: false } done || !done.Events.Any(e => e.Event is HandOverBegun))
            return null;

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
        return how;
    }

    /// <summary>Asks the channel what became of a message and writes it down.</summary>
    /// <returns>False when the channel did not answer.</returns>
    private async Task<bool> AskAfter(TheRecord record, string id, string? reference)
    {
        var stream = Streams.Message(id);
        var message = await record.Read(stream);
        if (message.First<MessageQueued>() is not { } queued)
            return true;
        var told = await channels(queued.Way).Ask(id, reference, CancellationToken.None);
        var where = told == Whereabouts.NoAnswer ? Whereabouts.CannotTell : told;
        var streams = queued.Person is { } person ? [stream, Streams.Person(person)] : new[] { stream };
        await record.Write(
            new($"heard/{id}/{message.Version}/{where}", By.Worker), streams, (h, now) => HandingOver.Heard(h[stream], PersonOf(h, queued), where, now));
        return told != Whereabouts.NoAnswer;
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

    public DueLine Line => DueLine.Sending;

    public async Task<int> Run(TheRecord record, Moment now)
    {
        if (now < _next)
            return 0;
        _next = now.Plus(Every);
        return await outbox.AskAfterAll(
            record, Name, now, (await FindMessages.Unconfirmed(record, now.Minus(For))).Select(row => (row.Message, row.Reference)));
    }
}
