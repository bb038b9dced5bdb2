using Candour.Clinical;

namespace Candour.Testing;

/// <summary>
/// A clock that stands still until a test moves it. Timers made from it fire in order while it is moved, each at its own
/// time, on the thread that moves it. Ways of moving: <see cref="Advance"/> and <see cref="Skip"/>
/// let time pass; <see cref="Jump"/> puts the wall clock elsewhere, as an operator or a faulty time server would, and no time passes.
/// </summary>
public sealed class FixedClock(Moment start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Alarm> _alarms = [];
    private DateTimeOffset _now = start.ToDateTimeOffset();
    private long _elapsed;

    /// <summary>Starts on Monday 5 October 2026 at 10:12 in the morning in England.</summary>
    public FixedClock()
        : this(Moment.Utc(2026, 10, 5, 9, 12))
    {
    }

    public Moment Now => Moment.Now(this);

    /// <summary>Ticks of 100 nanoseconds, as <see cref="TimeSpan"/>.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override long GetTimestamp()
    {
        lock (_lock)
            return _elapsed;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Lets time pass and fires every timer that comes due on the way.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        long until;
        lock (_lock)
            until = _elapsed + by.Ticks;
        while (NextBefore(until) is { } alarm)
            alarm.Fire();
    }

    /// <summary>Lets time pass until the wall clock shows the moment; it must not lie in the past.</summary>
    public void AdvanceTo(Moment moment) => Advance(moment.Since(Now));

    /// <summary>Lets time pass unwatched: both clocks move, and timers that came due wait until time passes again.</summary>
    public void Skip(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        lock (_lock)
            MoveElapsedTo(_elapsed + by.Ticks);
    }

    /// <summary>Puts the wall clock forward or back. No time passes: no timer fires and elapsed time stays.</summary>
    public void Jump(TimeSpan by)
    {
        lock (_lock)
            _now += by;
    }

    /// <summary>Moves to the earliest alarm due by then and takes it; null, and the clock at the end, when there is none.</summary>
    private Alarm? NextBefore(long until)
    {
        lock (_lock)
        {
            var next = _alarms.Where(a => a.Due <= until).MinBy(a => a.Due);
            MoveElapsedTo(next is null ? until : Math.Max(next.Due, _elapsed));
            next?.Rearm();
            return next;
        }
    }

    private void MoveElapsedTo(long elapsed)
    {
        _now += TimeSpan.FromTicks(elapsed - _elapsed);
        _elapsed = elapsed;
    }

    private sealed class Alarm(FixedClock clock, Action ring) : ITimer
    {
        private TimeSpan _period;

        public long Due { get; private set; }

        public void Fire() => ring();

        /// <summary>Called under the lock when the alarm is taken: on to the next round, or off.</summary>
        public void Rearm()
        {
            if (_period > TimeSpan.Zero)
                Due += _period.Ticks;
            else
                clock._alarms.Remove(this);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._alarms.Remove(this);
                _period = period == Timeout.InfiniteTimeSpan ? TimeSpan.Zero : period;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock._elapsed + dueTime.Ticks;
                    clock._alarms.Add(this);
                }

                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
