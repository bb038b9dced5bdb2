using Candour.CareRecord.Policies;
using Candour.CareRecord.Store;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Store;

public sealed class RecordTests
{
    private static readonly By Jo = new("jo", Roles.ServiceLead);
    private static readonly By Sam = new("sam", Roles.ServiceLead);

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task What_is_written_is_read_back_whole(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        var e = Setting("Area", "Northmere, Südmoor 😀");
        (await Write(a.Record, "c1", Jo, e)).ShouldBeOfType<Outcome.Done>().Again.ShouldBeFalse();

        var history = await a.Record.Read(Streams.Policy);
        history.Version.ShouldBe(1);
        history.Events[0].Event.ShouldBe(e);
        history.Events[0].Envelope.ShouldBe(new Envelope
        {
            Stream = Streams.Policy, Sequence = 1, Type = nameof(PolicySet), By = Jo, At = a.Clock.Now, CommandId = "c1",
        });
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task Fifty_equal_posts_at_once_are_one_event_and_all_get_the_first_result(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Write(a.Record, "same", Jo, Setting("area", "x"))));
        var done = outcomes.Select(o => o.ShouldBeOfType<Outcome.Done>()).ToList();
        done.Count(d => !d.Again).ShouldBe(1);
        done.ShouldAllBe(d => d.Events.Count == 1 && d.Events[0].Envelope.Sequence == 1);
        (await a.Record.Read(Streams.Policy)).Version.ShouldBe(1);
    }

    [Fact]
    public async Task What_no_index_can_hold_fails_alone_and_sinks_nobody_who_is_stored_with_it()
    {
        await using var a = await ARecord.On(Kept.InPostgres);
        var tooLong = Convert.ToHexString(new SeededRandomness(7).Bytes(8_000));
        var writes = Enumerable.Range(0, 60).Select(i => (Bad: i % 3 == 0, Ends: Alone(i, i % 3 == 0 ? $"{i}/{tooLong}" : $"c{i}"))).ToList();
        foreach (var (bad, ends) in writes)
        {
            if (bad)
                await Should.ThrowAsync<RecordUnavailableException>(() => ends);
            else
                (await ends).ShouldBeOfType<Outcome.Done>();
        }

        Task<Outcome> Alone(int i, string command)
        {
            var stream = Streams.Staff($"STAFF00000000{i:000}");
            return a.Record.Write(new(command, Jo), [stream], (_, _) => Decision.Accept(stream, Setting("area", $"{i}")));
        }
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task Writers_at_once_on_one_stream_all_land_without_gaps(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Write(a.Record, $"c{i}", Jo, Setting("area", $"{i}"))));
        var history = await a.Record.Read(Streams.Policy);
        history.Events.Select(e => e.Envelope.Sequence).ShouldBe(Enumerable.Range(1, 40));
        history.All<PolicySet>().Select(p => p.Value).Distinct().Count().ShouldBe(40);
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task A_page_shown_before_somebody_changed_the_same_thing_is_refused(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        await Write(a.Record, "c1", Jo, Setting("area", "Northmere"));
        await Write(a.Record, "c2", Sam, Setting("area", "Southmere"));

        var late = await Write(a.Record, "c3", Jo, Setting("area", "Eastmere"), shown: 1);
        var refusal = late.ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<SomeoneChangedThis>();
        refusal.Who.ShouldBe(Sam);
        refusal.Yourself.ShouldBeFalse();
        (await a.Record.Read(Streams.Policy)).Version.ShouldBe(2);
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    [Trait("Hazard", "H17")]
    public async Task A_page_shown_before_its_own_reader_changed_the_same_thing_elsewhere_is_refused_too(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        await Write(a.Record, "c1", Jo, Setting("area", "Northmere"));
        await Write(a.Record, "c2", Jo, Setting("area", "Southmere"), shown: 1);

        var late = await Write(a.Record, "c3", Jo, Setting("area", "Eastmere"), shown: 1);
        var refusal = late.ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<SomeoneChangedThis>();
        refusal.Yourself.ShouldBeTrue();
        refusal.Message.ShouldStartWith("You changed this record at ");
        (await a.Record.Read(Streams.Policy)).Version.ShouldBe(2);

        // On what the page shows from then on it is saved; and the first form, pressed twice, still gives its first result.
        (await Write(a.Record, "c4", Jo, Setting("area", "Eastmere"), shown: refusal.Now)).ShouldBeOfType<Outcome.Done>().Again.ShouldBeFalse();
        (await Write(a.Record, "c2", Jo, Setting("area", "Southmere"), shown: 1)).ShouldBeOfType<Outcome.Done>().Again.ShouldBeTrue();
        (await a.Record.Read(Streams.Policy)).All<PolicySet>().Select(s => s.Value).ShouldBe(["Northmere", "Southmere", "Eastmere"]);
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task A_change_to_something_else_is_in_nobodys_way(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        await Write(a.Record, "c1", Sam, Setting("phone", "01632 960000"));
        (await Write(a.Record, "c2", Jo, Setting("area", "Northmere"), shown: 0)).ShouldBeOfType<Outcome.Done>();
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task Time_within_a_stream_never_goes_back_and_the_jump_is_recorded(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        await Write(a.Record, "c1", Jo, Setting("area", "x"));
        var first = a.Clock.Now;
        a.Clock.Jump(TimeSpan.FromSeconds(-1));
        await Write(a.Record, "c2", Jo, Setting("area", "y"));

        var second = (await a.Record.Read(Streams.Policy)).Events[1].Envelope;
        second.At.ShouldBe(first);
        second.ClockWentBack.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task A_refusal_stores_nothing(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        var outcome = await a.Record.Write(new("c1", Jo), [Streams.Policy], (_, _) => new JustTaken());
        outcome.ShouldBeOfType<Outcome.No>();
        (await a.Record.Read(Streams.Policy)).Exists.ShouldBeFalse();
        (await a.Record.ResultOf("c1")).ShouldBeNull();
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task Two_streams_grow_together_or_not_at_all(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        var other = Streams.Staff("0000000000000001");
        var first = true;
        var outcome = await a.Record.Write(new("both", Jo), [Streams.Policy, other], (h, _) =>
        {
            if (first)
            {
                // Somebody is quicker between our reading and our append.
                first = false;
                Write(a.Record, "quicker", Sam, Setting("area", "x")).GetAwaiter().GetResult();
            }

            return Decision.Accept(Streams.Policy, Setting("area", "y")).And(other, Setting("area", $"{h[Streams.Policy].Version}"));
        });
        outcome.ShouldBeOfType<Outcome.Done>();
        (await a.Record.Read(Streams.Policy)).Version.ShouldBe(2);
        // Decided again on the history with the other's event in it.
        (await a.Record.Read(other)).All<PolicySet>().Single().Value.ShouldBe("1");
    }

    internal static PolicySet Setting(string name, string value) => new() { Name = name, Value = value, From = new(2026, 11, 20) };

    private static Task<Outcome> Write(TheRecord record, string command, By by, Event e, int? shown = null) => record.Write(
        new(command, by), [Streams.Policy], (_, _) => Decision.Accept(Streams.Policy, e),
        shown is { } version ? (Streams.Policy, version) : null);
}
