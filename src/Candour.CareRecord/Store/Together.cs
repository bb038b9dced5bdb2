namespace Candour.CareRecord.Store;

/// <summary>
/// Questions to a database across a network, many in one: whoever asks while one is on its way goes with the next. An answer is
/// never older than its question, and somebody alone waits for nobody.
/// </summary>
/// <param name="ask">Answers for all these keys, in their order.</param>
internal sealed class Together<TKey, TAnswer>(Func<IReadOnlyList<TKey>, Task<IReadOnlyList<TAnswer>>> ask)
{
    private readonly Lock _gate = new();
    private List<Asked> _waiting = [];
    private bool _asking;

    public Task<TAnswer> Ask(TKey key)
    {
        var asked = new Asked(key);
        lock (_gate)
        {
            _waiting.Add(asked);
            if (_asking)
                return asked.Answer.Task;
            _asking = true;
        }

        _ = AskAll();
        return asked.Answer.Task;
    }

    private async Task AskAll()
    {
        while (Taken() is { } together)
        {
            try
            {
                var answers = await ask([.. together.Select(a => a.Key)]);
                for (var i = 0; i < together.Count; i++)
                    together[i].Answer.SetResult(answers[i]);
            }
            catch (Exception e)
            {
                // Whatever it was, nobody may wait for ever. Where nothing answers, nobody who waits already waits as long again.
                if (e is RecordUnavailableException { TooSlow: true } && Waiting() is { } late)
                    together.AddRange(late);
                foreach (var asked in together)
                    asked.Answer.TrySetException(e);
            }
        }
    }

    // Null, and the next to ask begins again: nobody waits.
    private List<Asked>? Taken()
    {
        lock (_gate)
        {
            _asking = _waiting.Count > 0;
            return _asking ? Waiting() : null;
        }
    }

    private List<Asked> Waiting()
    {
        lock (_gate)
        {
            var waiting = _waiting;
            _waiting = [];
            return waiting;
        }
    }

    private sealed record Asked(TKey Key)
    {
        public TaskCompletionSource<TAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
