using Candour.Clinical;

namespace Candour.CareRecord;

/// <summary>
/// Whether this machine's clock can be believed. The wall clock is held against the clock that only counts what has passed,
/// and against the database's where that is another machine's. While it is wrong nothing is written: a day too many would end
/// somebody's care early, and a day too few would hide that a worry is overdue. It is believed again as soon as it is right. A
/// machine that slept, or was moved while it ran, looks like a jump ahead: one that has held steady is believed, because a
/// service that can save nothing is the greater harm. After a jump back for good an operator starts Candour again.
/// </summary>
public sealed class ClockWatch
{
    /// <summary>Furthest back, and furthest ahead.</summary>
    public static readonly TimeSpan MostBack = TimeSpan.FromSeconds(2), MostAhead = TimeSpan.FromSeconds(5);

    /// <summary>How long a clock that jumped ahead has to run evenly before it is believed.</summary>
    public static readonly TimeSpan SteadyFor = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private long _ticks;
    private Moment _wall;
    private (long Ticks, Moment Wall)? _ahead;

    /// <param name="databaseToo">False where the clock is a script's or a test's, which no database shares.</param>
    public ClockWatch(TimeProvider clock, bool databaseToo)
    {
        _clock = clock;
        DatabaseToo = databaseToo;
        (_ticks, _wall) = Both() ?? (clock.GetTimestamp(), Moment.Now(clock));
    }

    public bool DatabaseToo { get; }

    /// <summary>How far the clock has jumped since it was last right; null when it is right.</summary>
    public TimeSpan? Jumped()
    {
        lock (_lock)
        {
            if (Both() is not var (ticks, wall))
                return null;
            var off = wall.Since(_wall) - _clock.GetElapsedTime(_ticks, ticks);
            if (off < -MostBack || (off > MostAhead && !HasHeld(ticks, wall)))
                return off;
            _ahead = null;
            // A small step back is not taken as the new right: many of them are one large one.
            if (off >= TimeSpan.Zero)
                (_ticks, _wall) = (ticks, wall);
            return null;
        }
    }

    // Both clocks at one moment. A process that was held up between the two readings would see a jump that is none, or take the
    // pause for right and every later reading for a jump back; where it is held up each time, nothing is judged.
    private (long Ticks, Moment Wall)? Both()
    {
        for (var i = 0; i < 3; i++)
        {
            var ticks = _clock.GetTimestamp();
            var wall = Moment.Now(_clock);
            if (_clock.GetElapsedTime(ticks) <= AtOnce)
                return (ticks, wall);
        }

        return null;
    }

    private bool HasHeld(long ticks, Moment wall)
    {
        var since = _ahead ??= (ticks, wall);
        var passed = _clock.GetElapsedTime(since.Ticks, ticks);
        if ((wall.Since(since.Wall) - passed).Duration() > MostBack)
            _ahead = (ticks, wall);
        return _ahead == since && passed >= SteadyFor;
    }

    /// <summary>How far the database's clock stands from ours; null when near enough. It was read between two moments of ours.</summary>
    public TimeSpan? Apart(Moment database, Moment before, Moment after) => !DatabaseToo ? null
        : database.Since(after) > MostAhead ? database.Since(after)
        : before.Since(database) > MostAhead ? database.Since(before)
        : null;

    /// <summary>Now by the watched clock.</summary>
    public Moment Now => Moment.Now(_clock);
}

/// <summary>The clock of this machine, or of the database's, is wrong: nothing is written until it is right.</summary>
public sealed class ClockIsWrongException(TimeSpan by) : Exception("The clock is wrong.")
{
    public TimeSpan By { get; } = by;
}
