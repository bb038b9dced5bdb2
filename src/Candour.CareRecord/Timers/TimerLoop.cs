using Candour.CareRecord.Store;
using Candour.CareRecord.Timers.Store;
using Candour.Clinical;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Candour.CareRecord.Timers;

/// <summary>
/// The one loop behind everything that happens by the clock. It comes round every few seconds, or at once when nudged,
/// takes what work is free, does it, and leaves a heartbeat. It never ends by itself: what fails is kept apart, and a
/// database that is gone is waited for.
/// </summary>
public sealed partial class TimerLoop(TheRecord record, IEnumerable<IDueWork> works, Randomness randomness, ILogger<TimerLoop> log)
    : BackgroundService, IAsyncDisposable
{
    /// <summary>The longest wait between two rounds.</summary>
    public static readonly TimeSpan Round = TimeSpan.FromSeconds(15);

    private readonly IReadOnlyList<IDueWork> _works = Unique(works);
    private readonly string _holder = Ids.New(randomness);
    private readonly SemaphoreSlim _nudge = new(0, 1);

    /// <summary>Comes round at once: somebody waits for a message.</summary>
    public void Nudge()
    {
        if (_nudge.CurrentCount == 0)
        {
            try
            {
                _nudge.Release();
            }
            catch (SemaphoreFullException)
            {
                // Another nudge was quicker; one is enough.
            }
        }
    }

    /// <summary>One round, and how much was done. Called by the loop, and by tests that move the clock.</summary>
    public async Task<int> Turn()
    {
        var now = Moment.Now(record.Clock);
        var names = _works.Select(w => w.Name).Append(Heartbeat.Loop).ToList();
        var taken = await Claims.Take(record, names, _holder, now);
        var ran = new List<string>();
        var done = 0;
        try
        {
            foreach (var work in _works.Where(w => taken.Contains(w.Name)))
            {
                if (await Run(work, now) is not { } count)
                    continue;
                done += count;
                ran.Add(work.Name);
            }

            if (taken.Contains(Heartbeat.Loop))
                ran.Add(Heartbeat.Loop);
        }
        finally
        {
            await Claims.GiveBack(record, taken, ran, _holder, Moment.Now(record.Clock));
        }

        return done;
    }

    /// <summary>Ends when the round under way has ended: nothing writes after that.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        Dispose();
    }

    public override void Dispose()
    {
        _nudge.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Turn();
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                RoundFailed(e, "timers");
            }

            await Wait(stoppingToken);
        }
    }

    private async Task Wait(CancellationToken stopping)
    {
        using var late = new CancellationTokenSource(Round, record.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stopping);
        try
        {
            await _nudge.WaitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // Either the round is up or the site stops; the loop sees which.
        }
    }

    private async Task<int?> Run(IDueWork work, Moment now)
    {
        if (await Troubles.Waits(record, work.Name, now))
            return null;
        try
        {
            var done = await work.Run(record, now);
            if (await Troubles.Find(record, work.Name, "") is not null)
                await Troubles.Forget(record, work.Name, "");
            return done;
        }
        catch (Exception e) when (e is not (RecordUnavailableException or OperationCanceledException))
        {
            RoundFailed(e, work.Name);
            await Troubles.WorkFailed(record, work.Name, now, e);
            return null;
        }
    }

    private static IReadOnlyList<IDueWork> Unique(IEnumerable<IDueWork> works)
    {
        var all = works.ToList();
        return all.GroupBy(w => w.Name).FirstOrDefault(g => g.Count() > 1 || g.Key == Heartbeat.Loop) is { } twice
            ? throw new InvalidOperationException($"Two pieces of due work are called '{twice.Key}'.")
            : all;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of {Task} failed.")]
    private partial void RoundFailed(Exception exception, string task);
}
