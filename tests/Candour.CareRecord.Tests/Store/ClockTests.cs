using Candour.CareRecord.Policies;
using Candour.CareRecord.Store;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Store;

/// <summary>A clock that jumps. Leap day and the changes of the clock in England are no jumps: moments are UTC.</summary>
public sealed class ClockTests
{
    private static readonly By Jo = new("jo", Roles.ServiceLead);

    [Theory]
    [InlineData(-3)]
    [InlineData(6)]
    [InlineData(-3600)]
    [InlineData(3600)]
    [InlineData(-86400)]
    [InlineData(86400)]
    public async Task While_the_clock_is_wrong_nothing_is_written_and_when_it_is_right_again_it_is(int seconds)
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        a.Clock.Jump(TimeSpan.FromSeconds(seconds));
        var refused = await Should.ThrowAsync<RecordUnavailableException>(() => Write(a.Record, "c1"));
        refused.InnerException.ShouldBeOfType<ClockIsWrongException>().By.ShouldBe(TimeSpan.FromSeconds(seconds));
        a.Clock.Advance(TimeSpan.FromMinutes(1));
        await Should.ThrowAsync<RecordUnavailableException>(() => Write(a.Record, "c2"));
        (await a.Record.Read(Streams.Policy)).Exists.ShouldBeFalse();

        a.Clock.Jump(TimeSpan.FromSeconds(-seconds));
        (await Write(a.Record, "c1")).ShouldBeOfType<Outcome.Done>();
        (await a.Record.Read(Streams.Policy)).Events.Single().Envelope.At.ShouldBe(a.Clock.Now);
    }

    [Fact]
    public async Task A_machine_that_slept_is_believed_once_its_clock_has_held_for_two_minutes()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        a.Clock.Jump(TimeSpan.FromHours(9));
        await Should.ThrowAsync<RecordUnavailableException>(() => Write(a.Record, "c1"));
        a.Clock.Advance(TimeSpan.FromSeconds(100));
        // Another jump: the two minutes begin again.
        a.Clock.Jump(TimeSpan.FromHours(1));
        await Should.ThrowAsync<RecordUnavailableException>(() => Write(a.Record, "c2"));
        a.Clock.Advance(TimeSpan.FromSeconds(119));
        await Should.ThrowAsync<RecordUnavailableException>(() => Write(a.Record, "c3"));
        a.Clock.Advance(TimeSpan.FromSeconds(1));
        (await Write(a.Record, "c4")).ShouldBeOfType<Outcome.Done>();
    }

    [Fact]
    public async Task A_clock_that_went_back_is_not_believed_however_long_it_holds()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        a.Clock.Jump(TimeSpan.FromHours(-1));
        await Should.ThrowAsync<RecordUnavailableException>(() => Write(a.Record, "c1"));
        a.Clock.Advance(TimeSpan.FromMinutes(30));
        await Should.ThrowAsync<RecordUnavailableException>(() => Write(a.Record, "c2"));
    }

    [Fact]
    public async Task Many_small_steps_back_are_one_large_one()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        a.Clock.Jump(TimeSpan.FromSeconds(-1));
        (await Write(a.Record, "c1")).ShouldBeOfType<Outcome.Done>();
        a.Clock.Jump(TimeSpan.FromSeconds(-1.5));
        await Should.ThrowAsync<RecordUnavailableException>(() => Write(a.Record, "c2"));
    }

    [Theory]
    [InlineData(-6, false)]
    [InlineData(6, false)]
    [InlineData(-3600, false)]
    [InlineData(2, true)]
    [InlineData(-2, true)]
    public async Task The_databases_clock_has_to_agree(int seconds, bool agrees)
    {
        await using var a = await ARecord.On(Kept.InPostgres);
        await using var record = await TheRecord.Open(
            Database.Postgres(a.Postgres!.Application, ARecord.Provider), new Shifted(TimeSpan.FromSeconds(seconds)), new SeededRandomness(5), databaseClockToo: true);
        if (agrees)
            (await Write(record, "c1")).ShouldBeOfType<Outcome.Done>();
        else
            (await Should.ThrowAsync<RecordUnavailableException>(() => Write(record, "c1"))).InnerException.ShouldBeOfType<ClockIsWrongException>();
        // A look is stored whatever the clock says: nobody reads unseen.
        await record.Log(new View("PERSON0000000001", null, Jo, "s", "notes", "", "view", true, Moment.Now(record.Clock)));
        (await a.Record.Read(Streams.Policy)).Exists.ShouldBe(agrees);
    }

    [Theory]
    [InlineData("2028-02-28T23:59:59.000Z", 86401)]
    [InlineData("2028-02-29T23:59:59.000Z", 2)]
    [InlineData("2027-02-28T23:59:59.000Z", 2)]
    [InlineData("2026-03-29T00:59:59.000Z", 2)]
    [InlineData("2026-10-25T00:59:59.000Z", 3602)]
    [InlineData("2026-12-31T23:59:59.000Z", 2)]
    public async Task Time_that_passes_is_no_jump_and_order_is_position(string from, int seconds)
    {
        var start = Moment.Parse(from);
        await using var a = await ARecord.On(Kept.InSqlite, new FixedClock(start));
        await Write(a.Record, "c1");
        a.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await Write(a.Record, "c2");
        var events = (await a.Record.Read(Streams.Policy)).Events;
        events.Select(e => e.Envelope.CommandId).ShouldBe(["c1", "c2"]);
        events.Select(e => e.Envelope.At).ShouldBe([start, start.Plus(TimeSpan.FromSeconds(seconds))]);
        events.ShouldAllBe(e => !e.Envelope.ClockWentBack);
    }

    [Fact]
    public async Task Started_again_by_an_operator_on_an_earlier_clock_it_writes_in_order_and_says_so()
    {
        using var folder = new SqliteFolder();
        var later = new FixedClock();
        var first = Database.Sqlite(folder.Path, ARecord.Provider);
        await Preparing.Sqlite(first);
        await using (var record = await TheRecord.Open(first, later, new SeededRandomness(1)))
            await Write(record, "c1");
        var earlier = new FixedClock(later.Now.Minus(TimeSpan.FromDays(1)));
        await using var again = await TheRecord.Open(Database.Sqlite(folder.Path, ARecord.Provider), earlier, new SeededRandomness(2));
        await Write(again, "c2");
        var events = (await again.Read(Streams.Policy)).Events;
        events.Select(e => (e.Envelope.CommandId, e.Envelope.ClockWentBack)).ShouldBe([("c1", false), ("c2", true)]);
        events[1].Envelope.At.ShouldBe(events[0].Envelope.At);
    }

    private static Task<Outcome> Write(TheRecord record, string command) => record.Write(
        new(command, Jo), [Streams.Policy], (_, _) => Decision.Accept(Streams.Policy, RecordTests.Setting("area", command)));

    private sealed class Shifted(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
