using System.Data.Common;
using System.Threading.Channels;

namespace Candour.CareRecord.Store;

/// <summary>
/// The one lane through which a process writes: whatever waits goes into one transaction, so that one fsync carries many
/// people's answers (group commit). Nothing is queued beyond what callers wait for; if the database is gone every caller
/// is told at once.
/// </summary>
internal sealed class Lane : IAsyncDisposable
{
    private const int MostInOneCommit = 512;

    // Positions are given with the next commit; only when none comes for so long do they get one of their own.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(100);

    private readonly Channel<Item> _waiting = Channel.CreateUnbounded<Item>(new() { SingleReader = true });
    private readonly Append _append;
    private readonly Task _loop;

    public Lane(Append append)
    {
        _append = append;
        _loop = Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    }

    public Task<Stored> Write(Pending command)
    {
        Put(new(command, null, null, command.Ended));
        return command.Ended.Task;
    }

    /// <summary>Returns when the view is durable.</summary>
    public Task Log(View view)
    {
        var ended = new TaskCompletionSource<Stored>(TaskCreationOptions.RunContinuationsAsynchronously);
        Put(new(null, view, null, ended));
        return ended.Task;
    }

    public Task Operate(Func<DbConnection, DbTransaction, Task> work)
    {
        var ended = new TaskCompletionSource<Stored>(TaskCreationOptions.RunContinuationsAsynchronously);
        Put(new(null, null, () => _append.Operate(work), ended));
        return ended.Task;
    }

    /// <summary>Returns when all that was committed before is as safe as a COMMIT promises; mostly at once.</summary>
    /// <exception cref="RecordUnavailableException">The database has not promised it.</exception>
    public Task Promised()
    {
        if (!_append.Owes)
            return Task.CompletedTask;
        var ended = new TaskCompletionSource<Stored>(TaskCreationOptions.RunContinuationsAsynchronously);
        Put(new(null, null, () => _append.Owes ? _append.Promise() : Task.CompletedTask, ended));
        return ended.Task;
    }

    /// <summary>Returns when everything committed before has its position.</summary>
    public Task Number()
    {
        var ended = new TaskCompletionSource<Stored>(TaskCreationOptions.RunContinuationsAsynchronously);
        Put(new(null, null, _append.Number, ended));
        return ended.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        await _append.DisposeAsync();
    }

    private void Put(Item item)
    {
        if (!_waiting.Writer.TryWrite(item))
            item.Ended.TrySetException(new ObjectDisposedException(nameof(Lane), "The record is closing."));
    }

    private async Task Work()
    {
        var batch = new List<Item>(MostInOneCommit);
        var unnumbered = true;
        while (true)
        {
            if (!_waiting.Reader.TryPeek(out _))
            {
                var more = _waiting.Reader.WaitToReadAsync().AsTask();
                if (unnumbered && await Task.WhenAny(more, Task.Delay(Quiet)) != more)
                    unnumbered = !await TryNumber();
                if (!await more)
                    break;
            }

            // Whatever is ready to run goes first: under load it has more to store, and one fsync carries it too.
            await Task.Yield();
            batch.Clear();
            while (batch.Count < MostInOneCommit && _waiting.Reader.TryRead(out var item))
                batch.Add(item);
            await StoreBatch(batch);
            foreach (var item in batch.Where(i => i.IsApart))
                await Run(item);
            unnumbered = true;
        }

        await TryNumber();
    }

    private async Task StoreBatch(List<Item> batch)
    {
        var commands = batch.Where(i => i.Command is not null).Select(i => i.Command!).ToList();
        var views = batch.Where(i => i.View is not null).ToList();
        if (commands.Count + views.Count == 0)
            return;
        try
        {
            await _append.Store(commands, [.. views.Select(v => v.View!)]);
            views.ForEach(v => v.Ended.TrySetResult(Stored.Yes));
        }
        catch (Exception e)
        {
            // Whatever it was, no caller may wait for ever. Those already answered keep their answer.
            foreach (var item in batch.Where(i => !i.IsApart))
                item.Ended.TrySetException(new RecordUnavailableException(e));
        }
    }

    private async Task Run(Item item)
    {
        try
        {
            await item.Apart!();
            item.Ended.TrySetResult(Stored.Yes);
        }
        catch (Exception e)
        {
            item.Ended.TrySetException(e is DbException or TimeoutException or NotPromisedException ? new RecordUnavailableException(e) : e);
        }
    }

    private async Task<bool> TryNumber()
    {
        try
        {
            await _append.Number();
            return true;
        }
        catch (Exception e) when (e is DbException or IOException or InvalidOperationException or TimeoutException)
        {
            // The next commit numbers what is left.
            return false;
        }
    }

    private sealed record Item(
        Pending? Command, View? View, Func<Task>? Apart, TaskCompletionSource<Stored> Ended)
    {
        /// <summary>Runs in a transaction of its own, after the batch.</summary>
        public bool IsApart => Apart is not null;
    }
}
