using Candour.CareRecord.Store;
using Candour.Clinical;

namespace Candour.CareRecord;

/// <summary>
/// The record of one provider. A write loads the streams it decides on, decides, and appends in one transaction; if
/// somebody was quicker, it decides again on what is there now.
/// </summary>
public sealed class TheRecord : IAsyncDisposable
{
    private const int MostTries = 50;

    private readonly Reader _reader;
    private readonly Lane _lane;
    private readonly Randomness _salts;
    private readonly Turns _turns = new();
    private Overlay? _overlay;

    private TheRecord(Database database, Lane lane, TimeProvider clock, Randomness randomness, ClockWatch watch)
    {
        Watch = watch;
        Database = database;
        Clock = clock;
        _lane = lane;
        _salts = randomness;
        _reader = new(database);
    }

    public Database Database { get; }

    public TimeProvider Clock { get; }

    /// <summary>Refuses writes while the clock is wrong.</summary>
    public ClockWatch Watch { get; }

    /// <param name="databaseClockToo">Whether the database's clock has to agree; by default when the clock is the machine's.</param>
    public static async Task<TheRecord> Open(Database database, TimeProvider clock, Randomness randomness, bool? databaseClockToo = null)
    {
        var watch = new ClockWatch(clock, databaseClockToo ?? ReferenceEquals(clock, TimeProvider.System));
        return new(database, new Lane(await database.NewAppend(randomness, watch)), clock, randomness, watch);
    }

    public Task<History> Read(StreamId stream) => _overlay?.Load(stream, _reader.Load) ?? _reader.Load(stream);

    public async Task<Histories> Read(params IReadOnlyCollection<StreamId> streams)
    {
        if (_overlay is not { } overlay)
            return await _reader.Load(streams);
        var found = new Dictionary<StreamId, History>(streams.Count);
        foreach (var stream in streams)
            found[stream] = await overlay.Load(stream, _reader.Load);
        return new(found);
    }

    /// <summary>Until it is disposed, writes are stored some hundreds to a transaction. For one writer alone: seeding, imports.</summary>
    public Overlay WriteInBulk() => _overlay is null
        ? _overlay = new(_lane, () => _overlay = null)
        : throw new InvalidOperationException("Writing in bulk already.");

    /// <summary>The result of an earlier command, or null: how "checking…" is settled after an unanswered commit.</summary>
    public Task<IReadOnlyList<Recorded>?> ResultOf(string commandId) => _reader.OfCommand(commandId);

    /// <summary>A context over the lists; dispose it.</summary>
    public CareRecordContext Lists() => Database.Lists();

    /// <summary>Stores a look at a record; returns when it is durable. Only then may the page be answered.</summary>
    public Task Log(View view) => _lane.Log(view);

    /// <summary>Operational writes that are no events (accounts, sessions, claims), in the same lane as everything else.</summary>
    public Task Operate(Func<System.Data.Common.DbConnection, System.Data.Common.DbTransaction, Task> work) => _lane.Operate(work);

    /// <summary>Gives every committed event its position now, not at the next commit.</summary>
    internal Task Number() => _lane.Number();

    /// <param name="order">Who, and the form's once-only id.</param>
    /// <param name="streams">The streams the decision reads; it may append to these and to streams that do not exist yet.</param>
    /// <param name="decide">Pure: may be called several times.</param>
    /// <param name="shown">The stream and version the form showed: changes by others to the same thing since then refuse.</param>
    /// <exception cref="SentOtherwiseException">The order's id stands for a form that said something else; nothing of this one is stored.</exception>
    /// <exception cref="CommitUnansweredException">Nobody knows whether it was stored; the same order again gives the first result.</exception>
    /// <exception cref="RecordUnavailableException">Nothing was stored.</exception>
    public async Task<Outcome> Write(
        Order order,
        IReadOnlyCollection<StreamId> streams,
        Func<Histories, Moment, Decision> decide,
        (StreamId Stream, int Version)? shown = null)
    {
        // First without waiting for anybody; after a lost race in turn.
        if (await Try(order, streams, decide, shown) is { } outcome)
            return outcome;
        using var turn = await _turns.Take(streams);
        for (var attempt = 1; attempt < MostTries; attempt++)
        {
            if (await Try(order, streams, decide, shown) is { } later)
                return later;
        }

        throw new TimeoutException($"Others wrote to {string.Join(", ", streams)} {MostTries} times in a row; nothing was stored.");
    }

    // Null: somebody was quicker; decide again.
    private async Task<Outcome?> Try(
        Order order, IReadOnlyCollection<StreamId> streams, Func<Histories, Moment, Decision> decide, (StreamId Stream, int Version)? shown)
    {
        var histories = await Read(streams);
        // A script that seeds moves its own clock.
        if (_overlay is null && Watch.Jumped() is { } off)
            throw new RecordUnavailableException(new ClockIsWrongException(off));
        var now = Moment.Now(Clock);
        var decision = decide(histories, now);
        if (decision is Accepted { Events.Count: > 0 } asked && SinceShown.Changed(histories, asked, order.By, shown) is { } changed)
            decision = new Refused(changed);
        if (decision is Refused refused)
            return await FirstResult(order) ?? new Outcome.No(refused.Because);
        var accepted = (Accepted)decision;
        if (accepted.Events.Count > 0)
            return await Append(order, Seal(order, histories, accepted, now));
        if (await FirstResult(order) is { } first)
            return first;
        // "Already so" says that something is stored.
        await Promised(order);
        return new Outcome.Done([], Again: false);
    }

    /// <summary>
    /// Writes an erasure event and, in the same transaction, takes the parts and every list row made from them. The service's
    /// stream holds the event.
    /// </summary>
    internal async Task<Outcome> WriteErasing(
        Order order, IReadOnlyCollection<StreamId> streams, IReadOnlyList<(long Leaf, int Ordinal)> parts, Func<History, Decision> decide)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var histories = await _reader.Load([Streams.Service, .. streams.Where(s => s != Streams.Service)]);
            if (decide(histories[Streams.Service]) is not Accepted accepted)
                return await FirstResult(order) ?? new Outcome.No(((Refused)decide(histories[Streams.Service])).Because);
            var pending = Seal(order, histories, accepted, Moment.Now(Clock));
            var rows = new List<RowChange>(pending.Rows);
            foreach (var stream in streams)
                rows.AddRange(Candour.CareRecord.Store.Lists.Changes(histories[stream], await _reader.LoadWithout(stream, parts)));
            if (await Append(order, pending with { Rows = rows, Erase = parts }) is { } outcome)
            {
                _reader.Forget();
                return outcome;
            }
        }

        throw new TimeoutException("Others wrote to these streams all the time; nothing was erased.");
    }

    public async ValueTask DisposeAsync()
    {
        await _lane.DisposeAsync();
        _reader.Dispose();
        await Database.DisposeAsync();
    }

    // Null: a stream has moved on; decide again.
    private async Task<Outcome?> Append(Order order, Pending pending)
    {
        if (_overlay is not { } overlay)
            return await Store(order, pending);
        await overlay.Add(pending);
        return new Outcome.Done([.. pending.Events.Select(e => e.Recorded)], Again: false);
    }

    private async Task<Outcome?> Store(Order order, Pending pending) => await _lane.Write(pending) switch
    {
        Stored.Yes => Done(pending),
        Stored.Before or Stored.Unknown => await Settle(order),
        Stored.NotPromised => throw new CommitUnansweredException(order.CommandId, new NotPromisedException()),
        Stored.Taken => new Outcome.No(new JustTaken()),
        _ => null,
    };

    private Outcome.Done Done(Pending pending)
    {
        _reader.Grew(pending);
        return new([.. pending.Events.Select(e => e.Recorded)], Again: false);
    }

    private async Task<Outcome?> FirstResult(Order order)
    {
        if (await _reader.OfCommand(order.CommandId) is not { } events)
            return null;
        await Promised(order);
        if (order.Sent is { } sent && await SentForms.Find(Database, order.CommandId) is { } before && before != sent)
            throw new SentOtherwiseException(order.CommandId, events[0].Envelope.At);
        return new Outcome.Done(events, Again: true);
    }

    // To say that something is stored is to promise it: what is read on one machine may not be where a COMMIT promises it.
    private async Task Promised(Order order)
    {
        try
        {
            await _lane.Promised();
        }
        catch (RecordUnavailableException e)
        {
            throw new CommitUnansweredException(order.CommandId, e.InnerException ?? e);
        }
    }

    // COMMIT did not answer: only the record can tell. A server that was cut off may take a moment to finish what it had begun.
    private async Task<Outcome> Settle(Order order)
    {
        Exception because = new TimeoutException("COMMIT was not answered, and the record does not hold the command yet.");
        for (var look = 0; look < 5; look++)
        {
            try
            {
                if (await FirstResult(order) is { } found)
                    return found;
            }
            catch (RecordUnavailableException e)
            {
                because = e;
                // Whoever waits has waited twice already.
                if (e.TooSlow)
                    break;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }

        throw new CommitUnansweredException(order.CommandId, because);
    }

    private Pending Seal(Order order, Histories histories, Accepted accepted, Moment now)
    {
        var expected = histories.All.ToDictionary(h => h.Stream, h => h.Version);
        var grown = new Dictionary<StreamId, List<Recorded>>();
        var sealedEvents = new List<SealedEvent>(accepted.Events.Count);
        var before = histories.All.ToDictionary(h => h.Stream);
        foreach (var (stream, e) in accepted.Events)
        {
            if (!grown.TryGetValue(stream, out var events))
            {
                // A stream nobody asked for must be new; the append refuses it otherwise.
                if (before.TryAdd(stream, History.Empty(stream)))
                    expected.Add(stream, 0);
                grown[stream] = events = [.. before[stream].Events];
            }

            var last = events.Count == 0 ? (Moment?)null : events[^1].Envelope.At;
            var sealedEvent = SealedEvent.Of(
                new()
                {
                    Stream = stream,
                    Sequence = events.Count == 0 ? 1 : events[^1].Envelope.Sequence + 1,
                    Type = e.GetType().Name,
                    By = order.By,
                    ClientTime = order.ClientTime,
                    At = last > now ? last.Value : now,
                    ClockWentBack = last > now,
                    CommandId = order.CommandId,
                },
                e,
                _salts);
            events.Add(sealedEvent.Recorded);
            sealedEvents.Add(sealedEvent);
        }

        // In bulk each stream's rows are worked out once a transaction, by the overlay.
        if (_overlay is not null)
            return new(order.CommandId, expected, sealedEvents, []);
        var pairs = grown.Select(g => (Before: before[g.Key], After: new History(g.Key, g.Value))).ToList();
        var rows = pairs.SelectMany(p => Candour.CareRecord.Store.Lists.Changes(p.Before, p.After)).ToList();
        return new(order.CommandId, expected, sealedEvents, rows) { Grown = pairs, Sent = order.Sent };
    }
}

/// <summary>Two people chose the same slot and the other was quicker.</summary>
public sealed record JustTaken() : Refusal("That has just been taken. Choose another.");
