using Microsoft.Extensions.Caching.Memory;

namespace Candour.CareRecord.Store;

/// <summary>
/// Histories read before. Events never change, so a history is good as long as its stream's head is the one in the database,
/// which is asked each time; only an erasure takes something away, and each writes to the service's stream, so that stream's
/// head is asked too. The least used go first.
/// </summary>
internal sealed class KnownHistories : IDisposable
{
    private const int MostEvents = 40_000;

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = MostEvents });

    /// <summary>What is known of a stream as of this head of the service's stream; null when nothing is.</summary>
    public History? Of(StreamId stream, int service) =>
        _known.TryGetValue(stream, out Known? known) && known!.Service == service ? known.History : null;

    public void Keep(History history, int service) => _known.Set(
        history.Stream, new Known(history, service), new MemoryCacheEntryOptions { Size = history.Events.Count + 1 });

    public void Dispose() => _known.Dispose();

    private sealed record Known(History History, int Service);
}
