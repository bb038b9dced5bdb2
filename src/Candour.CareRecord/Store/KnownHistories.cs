using Microsoft.Extensions.Caching.Memory;

namespace Candour.CareRecord.Store;

/// <summary>
/// Histories read before. Events never change, so a history is good as long as its stream's head is the one in the database,
/// which is asked each time; only an erasure takes something away, and each writes to the service's stream, so that stream's
/// head is asked too. Where this process alone writes, <see cref="Growth"/> answers instead. The least used go first; what is large, as the photo of a paper form, is not remembered.
/// </summary>
internal sealed class KnownHistories : IDisposable
{
    // Of stored bytes; in memory they take some three times that.
    private const int MostBytes = 16 * 1024 * 1024, MostBytesOfOne = 512 * 1024;

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <summary>What is known of a stream as of this head of the service's stream; null when nothing is.</summary>
    public Known? Of(StreamId stream, int service) =>
        _known.TryGetValue(stream, out Known? known) && known!.Service == service ? known : null;

    /// <summary>The history that was read at this growth of the stream; null when none was, or somebody asks who cannot count.</summary>
    public History? Of(StreamId stream, (int Stream, int Service)? growth) =>
        growth is not null && _known.TryGetValue(stream, out Known? known) && known!.Growth == growth ? known.History : null;

    /// <summary>What is known as this very history; null when something else is, or nothing.</summary>
    public Known? Find(History history) =>
        _known.TryGetValue(history.Stream, out Known? known) && ReferenceEquals(known!.History, history) ? known : null;

    public void Keep(Known known)
    {
        if (known is { History.Exists: true, Bytes: <= MostBytesOfOne })
            _known.Set(known.History.Stream, known, new MemoryCacheEntryOptions { Size = known.Bytes });
    }

    /// <summary>Forgets everything: what was erased here does not stay in memory.</summary>
    public void Clear() => _known.Clear();

    public void Dispose() => _known.Dispose();

    /// <param name="Service">The head of the service's stream when it was read.</param>
    /// <param name="Bytes">Stored bytes of its events.</param>
    /// <param name="Growth">Counted before it was read; null where others write too.</param>
    public sealed record Known(History History, int Service, long Bytes, (int Stream, int Service)? Growth);
}
