namespace Candour.CareRecord.Store;

/// <summary>
/// How often streams have grown, counted by the one process that may write: whoever compares need not ask the database.
/// Streams share counters; a stream that counts another's growth as its own is only read once more.
/// </summary>
internal sealed class Growth
{
    private readonly int[] _counts = new int[8192];

    /// <summary>To be read before the stream is: equal later on, nothing has been added since and nothing erased.</summary>
    public (int Stream, int Service) Of(StreamId stream) => (Volatile.Read(ref Count(stream)), Volatile.Read(ref Count(Streams.Service)));

    /// <summary>To be called when a commit has ended, however it ended, and before anybody is told: once for each stream of each command.</summary>
    public void Note(IEnumerable<StreamId> streams)
    {
        foreach (var stream in streams)
            Interlocked.Increment(ref Count(stream));
    }

    private ref int Count(StreamId stream) => ref _counts[(uint)stream.GetHashCode() % _counts.Length];
}
