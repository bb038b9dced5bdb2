namespace Candour.CareRecord.Store;

/// <summary>
/// For writing many decisions by one writer (seeding, imports): histories stay in memory and commands are stored some
/// hundreds to a transaction. The same decisions, the same append; only the waiting for each commit is left out. Lists show
/// what is decided after <see cref="Flush"/>.
/// </summary>
public sealed class Overlay : IAsyncDisposable
{
    private const int DecisionsInATransaction = 500;

    private readonly Lane _lane;
    private readonly Action _end;
    private readonly Dictionary<StreamId, History> _histories = [];
    private readonly Dictionary<StreamId, IReadOnlyDictionary<ListTable, List<object>>> _rows = [];
    private readonly HashSet<StreamId> _grown = [];
    private readonly List<Pending> _waiting = [];

    internal Overlay(Lane lane, Action end)
    {
        _lane = lane;
        _end = end;
    }

    /// <summary>Stores everything decided so far.</summary>
    /// <exception cref="InvalidOperationException">Somebody else wrote to the same streams meanwhile.</exception>
    public async Task Flush()
    {
        if (_waiting.Count == 0)
            return;
        // Each stream's rows are worked out once, however often it grew, and go with the last command.
        var changes = new List<RowChange>();
        foreach (var stream in _grown)
        {
            var rows = Lists.RowsOf(_histories[stream]);
            changes.AddRange(Lists.Difference(_rows.GetValueOrDefault(stream) ?? Lists.RowsOf(History.Empty(stream)), rows));
            _rows[stream] = rows;
        }

        _grown.Clear();
        _waiting[^1] = _waiting[^1] with { Rows = changes };

        // Put one after another before any is awaited: the lane takes them together.
        var storing = _waiting.Select(_lane.Write).ToList();
        var waiting = _waiting.ToList();
        _waiting.Clear();
        var answers = await Task.WhenAll(storing);
        for (var i = 0; i < answers.Length; i++)
        {
            if (answers[i] != Stored.Yes)
                throw new InvalidOperationException($"Command {waiting[i].CommandId} was not stored: {answers[i]}.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Flush();
        _end();
    }

    internal async Task<History> Load(StreamId stream, Func<StreamId, Task<History>> load)
    {
        if (!_histories.TryGetValue(stream, out var history))
        {
            _histories[stream] = history = await load(stream);
            if (history.Exists)
                _rows[stream] = Lists.RowsOf(history);
        }

        return history;
    }

    internal async Task Add(Pending pending)
    {
        foreach (var grown in pending.Events.GroupBy(e => e.Envelope.Stream))
        {
            _grown.Add(grown.Key);
            var before = _histories.TryGetValue(grown.Key, out var there) ? there : History.Empty(grown.Key);
            _histories[grown.Key] = new(grown.Key, [.. before.Events, .. grown.Select(e => e.Recorded)]);
        }

        _waiting.Add(pending);
        if (_waiting.Count >= DecisionsInATransaction)
            await Flush();
    }
}
