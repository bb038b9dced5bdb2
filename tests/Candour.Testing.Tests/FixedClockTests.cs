using Candour.Clinical;

namespace Candour.Testing.Tests;

public sealed class FixedClockTests
{
    private readonly FixedClock _clock = new(Moment.Utc(2026, 10, 5, 9));
    private readonly List<Moment> _rings = [];

    [Fact]
    public void Time_stands_still_until_it_is_moved()
    {
        _clock.Now.ShouldBe(Moment.Utc(2026, 10, 5, 9));
        _clock.Advance(TimeSpan.FromMinutes(90));
        _clock.Now.ShouldBe(Moment.Utc(2026, 10, 5, 10, 30));
        _clock.AdvanceTo(Moment.Utc(2026, 10, 6));
        _clock.Now.ShouldBe(Moment.Utc(2026, 10, 6));
    }

    [Fact]
    public void A_timer_fires_once_at_its_own_time()
    {
        using var timer = Ring(TimeSpan.FromMinutes(10), Timeout.InfiniteTimeSpan);
        _clock.Advance(TimeSpan.FromMinutes(9));
        _rings.ShouldBeEmpty();
        _clock.Advance(TimeSpan.FromHours(1));
        _rings.ShouldBe([Moment.Utc(2026, 10, 5, 9, 10)]);
    }

    [Fact]
    public void A_repeating_timer_fires_every_period_until_it_is_disposed()
    {
        var timer = Ring(TimeSpan.Zero, TimeSpan.FromMinutes(20));
        _clock.Advance(TimeSpan.FromMinutes(45));
        timer.Dispose();
        _clock.Advance(TimeSpan.FromHours(5));
        _rings.ShouldBe([Moment.Utc(2026, 10, 5, 9), Moment.Utc(2026, 10, 5, 9, 20), Moment.Utc(2026, 10, 5, 9, 40)]);
    }

    [Fact]
    public void Timers_fire_in_the_order_of_their_times()
    {
        using var late = Ring(TimeSpan.FromMinutes(3), Timeout.InfiniteTimeSpan);
        using var early = Ring(TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        _clock.Advance(TimeSpan.FromMinutes(5));
        _rings.ShouldBe([Moment.Utc(2026, 10, 5, 9, 1), Moment.Utc(2026, 10, 5, 9, 3)]);
    }

    [Fact]
    public async Task A_delay_on_the_clock_ends_when_the_clock_is_moved()
    {
        var delay = Task.Delay(TimeSpan.FromDays(1), _clock, TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromHours(23));
        delay.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromHours(1));
        await delay;
        _clock.Now.ShouldBe(Moment.Utc(2026, 10, 6, 9));
    }

    [Fact]
    public void A_wall_clock_that_jumps_fires_no_timer_and_passes_no_time()
    {
        using var timer = Ring(TimeSpan.FromMinutes(30), Timeout.InfiniteTimeSpan);
        var before = _clock.GetTimestamp();
        _clock.Jump(TimeSpan.FromDays(-1));
        _clock.Now.ShouldBe(Moment.Utc(2026, 10, 4, 9));
        _clock.GetElapsedTime(before).ShouldBe(TimeSpan.Zero);
        _rings.ShouldBeEmpty();
        _clock.Advance(TimeSpan.FromMinutes(30));
        _rings.ShouldBe([Moment.Utc(2026, 10, 4, 9, 30)]);
    }

    [Fact]
    public void Time_cannot_be_advanced_backwards() =>
        Should.Throw<ArgumentOutOfRangeException>(() => _clock.Advance(TimeSpan.FromSeconds(-1)));

    private ITimer Ring(TimeSpan due, TimeSpan period) => _clock.CreateTimer(_ => _rings.Add(_clock.Now), null, due, period);
}
