using Candour.CareRecord.Erasure;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Store;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Store;

/// <summary>Histories are remembered between reads; what another process does in the meantime is seen all the same.</summary>
public sealed class KnownHistoriesTests
{
    private static readonly By Asker = new("asker", Roles.PrivacyOfficer);

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task A_stream_that_grew_is_read_on_from_where_it_was_known(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        await Set(a.Record, "one", "first");
        var before = await a.Record.Read(Streams.Policy);
        await Set(a.Record, "two", "second");
        var after = await a.Record.Read(Streams.Policy);

        before.Version.ShouldBe(1);
        after.All<PolicySet>().Select(p => p.Why).ShouldBe(["first", "second"]);
        after.Events[0].ShouldBeSameAs(before.Events[0]);
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task What_this_process_wrote_is_known_as_it_is_stored(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        await Set(a.Record, "one", "first");
        await a.Record.Read(Streams.Policy);
        await Set(a.Record, "two", "Zoë 🌱 \"second\"");
        var known = await a.Record.Read(Streams.Policy);

        using var afresh = new Reader(a.Record.Database);
        known.Events.ShouldBe((await afresh.Load(Streams.Policy)).Events);
        known.Version.ShouldBe(2);
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task Each_of_many_writers_reads_what_it_wrote(Kept kept)
    {
        await using var a = await ARecord.On(kept);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            for (var i = 0; i < 20; i++)
            {
                var word = $"{writer}/{i}";
                await Set(a.Record, word, word);
                (await a.Record.Read(Streams.Policy)).Any<PolicySet>(p => p.Why == word).ShouldBeTrue(word);
            }
        }));

        (await a.Record.Read(Streams.Policy)).Version.ShouldBe(160);
    }

    [Fact]
    public async Task What_another_process_wrote_is_seen_at_the_next_read()
    {
        await using var here = await ARecord.On(Kept.InPostgres);
        await using var there = await here.Another();
        await Set(here.Record, "one", "first");
        (await there.Record.Read(Streams.Policy)).Version.ShouldBe(1);

        await Set(here.Record, "two", "second");

        (await there.Record.Read(Streams.Policy)).All<PolicySet>().Select(p => p.Why).ShouldBe(["first", "second"]);
    }

    [Theory]
    [InlineData(PartKind.Words, 2)]
    [InlineData(PartKind.Core, 1)]
    public async Task What_another_process_erased_is_gone_at_the_next_read(PartKind kind, int left)
    {
        await using var here = await ARecord.On(Kept.InPostgres);
        await using var there = await here.Another();
        await Set(here.Record, "one", "a private word");
        await Set(here.Record, "two", null);
        (await there.Record.Read(Streams.Policy)).First<PolicySet>()!.Why.ShouldBe("a private word");

        var eraser = new Eraser(here.Record, Path.GetTempFileName(), here.Postgres!.Owner);
        var first = (await eraser.Find(Streams.Policy, PartKind.Core, PartKind.Words)).Where(p => p.Position == 2);
        var parts = kind == PartKind.Core ? first : first.Where(p => p.Kind == PartKind.Words);
        (await eraser.Erase(new("erase", new("approver", "records_officer")), new([.. parts], ErasureCode.E1, "Case 12", "A test.", Asker.Actor)))
            .ShouldBeOfType<Outcome.Done>();

        var now = await there.Record.Read(Streams.Policy);
        now.Events.Count.ShouldBe(left);
        now.All<PolicySet>().ShouldAllBe(p => p.Why == null);
    }

    private static async Task Set(TheRecord record, string command, string? why) => (await record.Write(
        new(command, Asker), [Streams.Policy],
        (_, _) => Decision.Accept(Streams.Policy, new PolicySet { Name = "area", Value = "Northmere", From = new(2026, 11, 20), Why = why })))
        .ShouldBeOfType<Outcome.Done>();
}
