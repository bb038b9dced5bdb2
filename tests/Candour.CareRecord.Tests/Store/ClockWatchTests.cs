using Candour.Testing;

namespace Candour.CareRecord.Tests.Store;

/// <summary>A process that is held up (a machine that is moved, a collection of rubbish) between reading the one clock and the other.</summary>
public sealed class ClockWatchTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4.9)]
    [InlineData(6)]
    [InlineData(3600)]
    public void A_pause_between_two_readings_is_no_jump_then_or_later(double seconds)
    {
        var clock = new HeldUp();
        var watch = new ClockWatch(clock, databaseToo: false);
        clock.Pause = TimeSpan.FromSeconds(seconds);
        clock.Times = 1;
        watch.Jumped().ShouldBeNull();
        watch.Jumped().ShouldBeNull("the pause is not taken for right, and what follows for a jump back");
        clock.Inner.Advance(TimeSpan.FromMinutes(5));
        watch.Jumped().ShouldBeNull();
        clock.Inner.Jump(TimeSpan.FromSeconds(-3));
        watch.Jumped().ShouldBe(TimeSpan.FromSeconds(-3), "a real jump is seen all the same");
    }

    [Fact]
    public void Held_up_at_every_reading_nothing_is_judged_and_afterwards_it_is()
    {
        var clock = new HeldUp();
        var watch = new ClockWatch(clock, databaseToo: false);
        (clock.Pause, clock.Times) = (TimeSpan.FromSeconds(3), int.MaxValue);
        watch.Jumped().ShouldBeNull();
        clock.Times = 0;
        watch.Jumped().ShouldBeNull();
        clock.Inner.Jump(TimeSpan.FromSeconds(6));
        watch.Jumped().ShouldBe(TimeSpan.FromSeconds(6));
    }

    /// <summary>Time passes while the wall clock is being read.</summary>
    private sealed class HeldUp : TimeProvider
    {
        public FixedClock Inner { get; } = new();

        public TimeSpan Pause { get; set; }

        public int Times { get; set; }

        public override long TimestampFrequency => Inner.TimestampFrequency;

        public override long GetTimestamp() => Inner.GetTimestamp();

        public override DateTimeOffset GetUtcNow()
        {
            if (Times > 0)
            {
                Times--;
                Inner.Advance(Pause);
            }

            return Inner.GetUtcNow();
        }
    }
}
