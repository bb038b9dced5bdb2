using Candour.CareRecord;
using Candour.CareRecord.Store;

namespace Candour.Web.Hosting;

/// <summary>
/// Opens when the database stops answering in time, so that people are told at once instead of after five seconds, and what
/// little it can do is left to patients and to whoever answers a risk: pages of staff are shed first. While it is open the
/// database is asked once a second; it closes when an answer comes.
/// </summary>
internal sealed class Circuit(TheRecord record)
{
    /// <summary>
    /// Requests in ten seconds that had no answer in time: from here on staff pages are shed, then all. All are shed at once
    /// when the database does not even answer the probe.
    /// </summary>
    public const int ShedsStaff = 3, ShedsAll = 12;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10), BetweenProbes = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Queue<long> _late = [];
    private bool _open;
    private bool _silent;
    private long _probedAt;

    /// <summary>A request had no answer in time.</summary>
    public void TooLate()
    {
        lock (_lock)
        {
            var now = record.Clock.GetTimestamp();
            _late.Enqueue(now);
            Forget(now);
            if (!_open && _late.Count >= ShedsStaff)
                (_open, _probedAt) = (true, now);
        }
    }

    /// <param name="staff">A page of staff that is not about a risk.</param>
    public bool LetsThrough(bool staff)
    {
        // Read without the lock: it is closed nearly always, and a request more or less does not matter.
        if (!Volatile.Read(ref _open))
            return true;
        var lets = false;
        lock (_lock)
        {
            var now = record.Clock.GetTimestamp();
            lets = !_open || (!staff && !_silent && _late.Count < ShedsAll);
            if (!_open || record.Clock.GetElapsedTime(_probedAt, now) < BetweenProbes)
                return lets;
            _probedAt = now;
        }

        _ = Task.Run(Probe);
        return lets;
    }

    // The smallest question there is. Answered in a second, the database is back; otherwise it answers nobody.
    private async Task Probe()
    {
        var asked = record.Read(Streams.Service);
        try
        {
            await asked.WaitAsync(BetweenProbes);
            lock (_lock)
            {
                (_open, _silent) = (false, false);
                _late.Clear();
            }
        }
        catch (Exception e) when (Faults.IsOfTheStore(e))
        {
            Volatile.Write(ref _silent, true);
        }
    }

    private void Forget(long now)
    {
        while (_late.TryPeek(out var first) && record.Clock.GetElapsedTime(first, now) > Window)
            _late.Dequeue();
    }
}

/// <summary>The database is not asked just now, for it does not answer.</summary>
internal sealed class DatabaseIsSilentException() : IOException("The database does not answer.");
