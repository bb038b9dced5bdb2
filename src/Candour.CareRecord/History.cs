namespace Candour.CareRecord;

/// <summary>All events of one stream so far, oldest first. What a decision is made on.</summary>
public sealed class History(StreamId stream, IReadOnlyList<Recorded> events)
{
    public StreamId Stream { get; } = stream;

    public IReadOnlyList<Recorded> Events { get; } = events;

    /// <summary>The sequence of the last event; 0 for a stream that does not exist yet.</summary>
    public int Version => Events.Count == 0 ? 0 : Events[^1].Envelope.Sequence;

    public bool Exists => Events.Count > 0;

    public static History Empty(StreamId stream) => new(stream, []);

    /// <summary>Every event of the type, oldest first.</summary>
    public IEnumerable<T> All<T>()
        where T : Event => Events.Select(e => e.Event).OfType<T>();

    /// <summary>Every event of the type with what surrounds it, oldest first.</summary>
    public IEnumerable<(Envelope Envelope, T Event)> Recorded<T>()
        where T : Event => Events.Where(e => e.Event is T).Select(e => (e.Envelope, (T)e.Event));

    public bool Any<T>(Func<T, bool>? where = null)
        where T : Event => All<T>().Any(where ?? (_ => true));

    public T? First<T>(Func<T, bool>? where = null)
        where T : Event => All<T>().FirstOrDefault(where ?? (_ => true));

    public T? Last<T>(Func<T, bool>? where = null)
        where T : Event => All<T>().LastOrDefault(where ?? (_ => true));

    /// <summary>This history as it will be once these are appended: for decisions that read what the same write adds.</summary>
    public History With(IEnumerable<Event> next, By by, Candour.Clinical.Moment now)
    {
        var longer = Events.ToList();
        foreach (var e in next)
        {
            longer.Add(new(
                new() { Stream = Stream, Sequence = longer.Count + 1, Type = e.GetType().Name, By = by, At = now, CommandId = "" }, e));
        }

        return new(Stream, longer);
    }

    /// <summary>Events after the given version: what happened since a page was shown.</summary>
    public IEnumerable<Recorded> Since(int version) => Events.Where(e => e.Envelope.Sequence > version);
}

/// <summary>The histories a decision was given, by stream. A stream asked for and not yet begun is empty.</summary>
public sealed class Histories(IReadOnlyDictionary<StreamId, History> byStream)
{
    public History this[StreamId stream] =>
        byStream.TryGetValue(stream, out var history)
            ? history
            : throw new InvalidOperationException($"The decision was not given {stream}; name it in the write.");

    public IEnumerable<History> All => byStream.Values;
}
