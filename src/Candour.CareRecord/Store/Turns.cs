namespace Candour.CareRecord.Store;

/// <summary>
/// Lets writers of this process who lost a race for a stream take turns, so that nobody loses for ever however many there
/// are. First tries need no turn: most streams have one writer.
/// </summary>
internal sealed class Turns
{
    private readonly SemaphoreSlim[] _stripes = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Waits for the turn of all these streams; dispose to give it on.</summary>
    public async Task<IDisposable> Take(IEnumerable<StreamId> streams)
    {
        // In one order, so that two writers never wait for each other.
        var stripes = streams.Select(s => (uint)s.GetHashCode() % 64).Distinct().Order().ToList();
        foreach (var stripe in stripes)
            await _stripes[stripe].WaitAsync();
        return new Turn(_stripes, stripes);
    }

    private sealed class Turn(SemaphoreSlim[] stripes, List<uint> held) : IDisposable
    {
        public void Dispose() => held.ForEach(h => stripes[h].Release());
    }
}
