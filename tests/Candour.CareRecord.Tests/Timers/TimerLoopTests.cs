using Candour.CareRecord.Timers;
using Candour.CareRecord.Timers.Store;
using Candour.Clinical;
using Candour.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Candour.CareRecord.Tests.Timers;

public sealed class TimerLoopTests
{
    public static TheoryData<Kept> Both { get; } = [Kept.InSqlite, Kept.InPostgres];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Every_round_does_the_work_and_leaves_a_heartbeat(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        var work = new Counting("remind");
        using var loop = Loop(a, work);
        (await Heartbeat.Age(a.Record, a.Clock.Now)).ShouldBeNull();
        (await Heartbeat.IsLate(a.Record, a.Clock.Now)).ShouldBeTrue();

        (await loop.Turn()).ShouldBe(1);
        (await loop.Turn()).ShouldBe(1);
        work.Runs.ShouldBe(2);
        a.Clock.Advance(TimeSpan.FromMinutes(2));
        (await Heartbeat.Age(a.Record, a.Clock.Now)).ShouldBe(TimeSpan.FromMinutes(2));
        (await Heartbeat.IsLate(a.Record, a.Clock.Now)).ShouldBeFalse();
        a.Clock.Advance(TimeSpan.FromSeconds(1));
        (await Heartbeat.IsLate(a.Record, a.Clock.Now)).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Work_that_throws_is_shown_tried_again_and_holds_up_nothing(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        var broken = new Counting("escalate") { Broken = true };
        var fine = new Counting("remind");
        using var loop = Loop(a, broken, fine);

        for (var minute = 0; minute < 60; minute++)
        {
            await loop.Turn();
            a.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        fine.Runs.ShouldBe(60);
        broken.Runs.ShouldBe(9, "after 0, 1, 3, 7, 15, then every ten minutes: 25, 35, 45, 55");
        var trouble = (await Troubles.All(a.Record)).ShouldHaveSingleItem();
        trouble.ShouldSatisfyAllConditions(
            () => trouble.Work.ShouldBe("escalate"), () => trouble.Tries.ShouldBe(9), () => trouble.SetAside.ShouldBeFalse(),
            () => trouble.Fault.ShouldBe("InvalidOperationException"), () => trouble.Owner.ShouldBe(Roles.Administrator));

        broken.Broken = false;
        a.Clock.Advance(TimeSpan.FromMinutes(10));
        await loop.Turn();
        (await Troubles.All(a.Record)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task One_thing_that_fails_five_times_is_set_aside_with_an_owner_and_a_person_can_set_it_going(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        var tries = 0;
        Task<bool> Try(bool fails) => Troubles.Try(a.Record, "remind", "A1", a.Clock.Now, () =>
        {
            tries++;
            return fails ? throw new InvalidOperationException("planted") : Task.CompletedTask;
        });
        for (var i = 0; i < 20; i++)
        {
            (await Try(fails: true)).ShouldBeFalse();
            a.Clock.Advance(TimeSpan.FromHours(1));
        }

        tries.ShouldBe(5);
        (await Troubles.All(a.Record)).ShouldHaveSingleItem().SetAside.ShouldBeTrue();
        await Troubles.TryAgain(a.Record, "remind", "A1");
        (await Try(fails: false)).ShouldBeTrue();
        (await Troubles.All(a.Record)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_machines_one_does_a_work_and_a_dead_ones_claim_runs_out()
    {
        await using var a = await ARecord.On(Kept.InPostgres);
        await using var b = await a.Another();
        (await Claims.Take(a.Record, ["remind", "outbox"], "A", a.Clock.Now)).Order().ShouldBe(["outbox", "remind"]);
        (await Claims.Take(b.Record, ["remind", "outbox"], "B", a.Clock.Now)).ShouldBeEmpty();

        await Claims.GiveBack(a.Record, ["remind"], ["remind"], "A", a.Clock.Now);
        (await Claims.Take(b.Record, ["remind", "outbox"], "B", a.Clock.Now)).ShouldBe(["remind"]);

        // A died with the outbox in hand.
        a.Clock.Advance(Claims.Lease);
        (await Claims.Take(b.Record, ["outbox"], "B", a.Clock.Now)).ShouldBe(["outbox"]);
        // What A gives back late does not take it from B.
        await Claims.GiveBack(a.Record, ["outbox"], ["outbox"], "A", a.Clock.Now);
        (await Claims.Take(a.Record, ["outbox"], "A", a.Clock.Now)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Twenty_askers_at_once_get_one_claim_between_them()
    {
        await using var a = await ARecord.On(Kept.InPostgres);
        await using var b = await a.Another();
        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            Claims.Take(i % 2 == 0 ? a.Record : b.Record, ["remind"], $"H{i}", a.Clock.Now)));
        taken.Sum(t => t.Count).ShouldBe(1);
    }

    [Fact]
    public async Task The_loop_wakes_by_its_own_clock_and_when_nudged()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var work = new Counting("remind");
        using var loop = Loop(a, work);
        await loop.StartAsync(CancellationToken.None);
        await work.Ran(1);
        loop.Nudge();
        loop.Nudge();
        await work.Ran(2);
        while (work.Runs < 5)
        {
            // Each round sets its own alarm; moving on by a round rings it.
            a.Clock.Advance(TimerLoop.Round);
            await Task.Yield();
        }

        await loop.StopAsync(CancellationToken.None);
        work.Runs.ShouldBeGreaterThanOrEqualTo(5);
    }

    [Fact]
    [Trait("Hazard", "H01")]
    public async Task Work_that_does_not_end_holds_up_no_other_line_is_never_done_twice_at_once_and_shows()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var stuck = new Counting("outbox") { Line = DueLine.Sending, Until = new TaskCompletionSource<int>() };
        var alarm = new Counting("ladder") { Line = DueLine.Alarms };
        var remind = new Counting("remind");
        using var loop = Loop(a, stuck, alarm, remind);
        await loop.StartAsync(CancellationToken.None);
        await stuck.Ran(1);
        await alarm.Ran(1);
        await remind.Ran(1);
        for (var round = 2; round < 10; round++)
        {
            loop.Nudge();
            await alarm.Ran(round);
            await remind.Ran(round);
        }

        await loop.Turn();
        stuck.Runs.ShouldBe(1);
        a.Clock.Skip(TimeSpan.FromMinutes(3));
        loop.Nudge();
        await alarm.Ran(alarm.Runs + 1);
        (await Heartbeat.IsLate(a.Record, a.Clock.Now)).ShouldBeTrue("one line has not come round for three minutes");
        stuck.Until.SetResult(1);
        await loop.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Two_works_of_one_name_are_a_bug_that_shows()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        Should.Throw<InvalidOperationException>(() => Loop(a, new Counting("remind"), new Counting("remind")));
    }

    private static TimerLoop Loop(ARecord a, params IDueWork[] works) => new(a.Record, works, a.Randomness, NullLogger<TimerLoop>.Instance);

    private sealed class Counting(string name) : IDueWork
    {
        private readonly SemaphoreSlim _ran = new(0);

        public string Name => name;

        public DueLine Line { get; init; } = DueLine.Everyday;

        /// <summary>Not null: a run ends with it.</summary>
        public TaskCompletionSource<int>? Until { get; init; }

        public bool Broken { get; set; }

        public int Runs { get; private set; }

        public Task<int> Run(TheRecord record, Moment now)
        {
            Runs++;
            _ran.Release();
            return Broken ? throw new InvalidOperationException("planted") : Until?.Task ?? Task.FromResult(1);
        }

        public async Task Ran(int runs)
        {
            while (Runs < runs)
                await _ran.WaitAsync();
        }
    }
}
