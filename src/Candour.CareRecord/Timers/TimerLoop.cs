using Candour.CareRecord.Store;
using Candour.CareRecord.Timers.Store;
using Candour.Clinical;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Candour.CareRecord.Timers;

/// <summary>
/// The one loop behind everything that happens by the clock, in lines that run beside each other: a mail server that never
/// answers holds up no rung of the ladder. Each line comes round every few seconds, or at once when nudged, takes what work is
/// free, does it, and leaves a heartbeat. It never ends by itself: what fails is kept apart, and a database that is gone is
/// waited for.
/// </summary>
public sealed partial class TimerLoop(TheRecord record, IEnumerable<IDueWork> works, Randomness randomness, ILogger<TimerLoop> log)
    : BackgroundService, IAsyncDisposable
{
    /// <summary>The longest wait between two rounds.</summary>
    public static readonly TimeSpan Round = TimeSpan.FromSeconds(15);

    private readonly IReadOnlyList<IDueWork> _works = Unique(works);
    private readonly string _holder = Ids.New(randomness);
    private readonly IReadOnlyDictionary<DueLine, SemaphoreSlim> _nudges = Heartbeat.Lines.ToDictionary(l => l, _ => new SemaphoreSlim(0, 1));

    /// <summary>Comes round at once: somebody waits for a message.</summary>
    public void Nudge()
    {
        foreach (var nudge in _nudges.Values.Where(n => n.CurrentCount == 0))
        {
            try
            {
                nudge.Release();
            }
            catch (SemaphoreFullException)
            {
                // Another nudge was quicker; one is enough.
            }
        }
    }

    /// <summary>One round of every line, and how much was done. For tests that move the clock.</summary>
    public async Task<int> Turn()
    {
        var done = 0;
        foreach (var line in Heartbeat.Lines)
            done += await Turn(line);
        return done;
    }

    private async Task<int> Turn(DueLine line)
    {
        var now = Moment.Now(record.Clock);
        var (works, beat) = (_works.Where(w => w.Line == line).ToList(), Heartbeat.Of(line));
        var names = works.Select(w => w.Name).Append(beat).ToList();
        var taken = await Claims.Take(record, names, _holder, now);
        var ran = new List<string>();
        var done = 0;
        try
        {
            foreach (var work in works.Where(w => taken.Contains(w.Name)))
            {
                if (await Run(work, now) is not { } count)
                    continue;
                done += count;
                ran.Add(work.Name);
            }

            if (taken.Contains(beat))
                ran.Add(beat);
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
        foreach (var nudge in _nudges.Values)
            nudge.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Heartbeat.Lines.Select(line => Task.Run(() => Keep(line, stoppingToken), CancellationToken.None)));

    private async Task Keep(DueLine line, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await Turn(line);
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                RoundFailed(e, Heartbeat.Of(line));
            }

            await Wait(_nudges[line], stopping);
        }
    }

    private async Task Wait(SemaphoreSlim nudge, CancellationToken stopping)
    {
        using var late = new CancellationTokenSource(Round, record.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stopping);
        try
        {
            await nudge.WaitAsync(either.Token);
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
        return all.GroupBy(w => w.Name).FirstOrDefault(g => g.Count() > 1 || Heartbeat.Lines.Any(l => g.Key == Heartbeat.Of(l))) is { } twice
            ? throw new InvalidOperationException($"Two pieces of due work are called '{twice.Key}'.")
            : all;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of {Task} failed.")]
    private partial void RoundFailed(Exception exception, string task);
}
