using System.Collections.Concurrent;

namespace Candour.Crash;

/// <summary>One thing posted for a form: an answer to a question, or the sending of the whole form (question 0).</summary>
internal sealed record Posted(Form Form, int Question, int Value)
{
    public bool IsSending => Question == 0;
}

/// <summary>What the patients' browsers know: what the server acknowledged, and what it left unanswered when it died.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentQueue<Posted> _acknowledged = new();
    private readonly ConcurrentQueue<(Posted Posted, Func<Uri, Task> Again)> _unanswered = new();
    private int _posts;
    private (int After, TaskCompletionSource Reached) _mark = (int.MaxValue, new());

    public IReadOnlyCollection<Posted> Acknowledged => _acknowledged;

    public IReadOnlyCollection<Posted> Unanswered => [.. _unanswered.Select(u => u.Posted)];

    /// <summary>Done when so many more posts have left the browsers.</summary>
    public Task After(int posts)
    {
        _mark = (_posts + posts, new(TaskCreationOptions.RunContinuationsAsynchronously));
        return _mark.Reached.Task;
    }

    public void Left()
    {
        if (Interlocked.Increment(ref _posts) >= _mark.After)
            _mark.Reached.TrySetResult();
    }

    public void Acknowledge(Posted posted) => _acknowledged.Enqueue(posted);

    /// <param name="again">Sends the same bytes to the server's new address, as a browser's "try again" does.</param>
    public void LeaveOpen(Posted posted, Func<Uri, Task> again) => _unanswered.Enqueue((posted, again));

    /// <summary>Every post that was never answered is sent again, unchanged, and has to be acknowledged now.</summary>
    public async Task<int> SendAgain(Uri server)
    {
        var count = 0;
        for (; _unanswered.TryDequeue(out var open); count++)
        {
            await open.Again(server);
            Acknowledge(open.Posted);
        }

        return count;
    }
}
