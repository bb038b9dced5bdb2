using System.Security.Cryptography;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Store;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Access;

public sealed class ViewTreeTests
{
    private static readonly By Jo = new("S1", Roles.Pwp);

    /// <summary>Slow and obvious: pairs are joined level by level, an odd one goes up as it is.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(13)]
    [InlineData(100)]
    public void The_root_is_that_of_joining_pairs_level_by_level(int looks)
    {
        var commitments = Enumerable.Range(0, looks).Select(i => SHA256.HashData(BitConverter.GetBytes(i))).ToArray();
        var level = commitments.Select(c => Leaf.Hash(Leaf.Data(c))).ToList();
        while (level.Count > 1)
        {
            level = [.. level.Chunk(2).Select(pair => pair.Length == 2
                ? SHA256.HashData([0x01, .. pair[0], .. pair[1]])
                : pair[0])];
        }

        ViewTree.Root(commitments).ShouldBe(level[0]);
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task Each_hour_with_looks_is_committed_once_and_holds(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        var work = new CommitsViews();
        for (var i = 0; i < 5; i++)
            await a.Record.Log(Look("P1", i));
        (await work.Run(a.Record, a.Clock.Now)).ShouldBe(0);
        a.Clock.Advance(TimeSpan.FromHours(1));
        await a.Record.Log(Look("P2", 9) with { At = a.Clock.Now });
        (await work.Run(a.Record, a.Clock.Now)).ShouldBe(5);
        (await work.Run(a.Record, a.Clock.Now)).ShouldBe(0);
        a.Clock.Advance(TimeSpan.FromHours(1));
        (await work.Run(a.Record, a.Clock.Now)).ShouldBe(1);
        var committed = (await a.Record.Read(Streams.Service)).All<ViewsCommitted>().ToList();
        committed.Select(c => c.Count).ShouldBe([5, 1]);
        foreach (var one in committed)
        {
            (await CommitsViews.Holds(a.Record, one)).ShouldBeTrue();
            (await CommitsViews.Holds(a.Record, one with { Count = one.Count + 1 })).ShouldBeFalse();
            (await CommitsViews.Holds(a.Record, one with { To = one.To + 1, Count = one.Count + 1 })).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task A_look_stored_behind_one_of_the_next_hour_is_committed_with_it_and_both_hold(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        var work = new CommitsViews();
        await a.Record.Log(Look("P1", 1) with { At = a.Clock.Now });
        a.Clock.Advance(TimeSpan.FromHours(1));
        var slow = a.Clock.Now;
        a.Clock.Advance(TimeSpan.FromHours(1));
        await a.Record.Log(Look("P2", 2) with { At = a.Clock.Now });
        await a.Record.Log(Look("P3", 3) with { At = slow });
        (await work.Run(a.Record, a.Clock.Now)).ShouldBe(1);
        a.Clock.Advance(TimeSpan.FromHours(1));
        (await work.Run(a.Record, a.Clock.Now)).ShouldBe(2);
        foreach (var one in (await a.Record.Read(Streams.Service)).All<ViewsCommitted>())
            (await CommitsViews.Holds(a.Record, one)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_patient_sees_who_looked_without_gap_or_count_of_what_is_withheld()
    {
        await using var with = await ARecord.On(Kept.InSqlite);
        await using var without = await ARecord.On(Kept.InSqlite);
        foreach (var a in new[] { with, without })
        {
            await a.Record.Log(Look("P1", 1));
            if (a == with)
            {
                await a.Record.Log(Look("P1", 2) with { PatientSees = false, Part = "safeguarding" });
                await a.Record.Log(Look("P1", 3) with { Effect = "refused" });
            }

            await a.Record.Log(Look("P1", 4) with { Effect = "break-glass", Why = "He is at the front desk and wants to leave" });
            await a.Record.Log(Look("P2", 5));
        }

        var shown = await Shown(with);
        shown.ShouldBe(await Shown(without));
        shown.Select(l => (l.Part, l.InAnEmergency)).ShouldBe([("notes", true), ("notes", false)]);
        shown[0].Why.ShouldBe("He is at the front desk and wants to leave");
    }

    private static Task<IReadOnlyList<LookLine>> Shown(ARecord a) => new WhoLooked(a.Record, new Accounts(a.Record, a.Randomness)).At("P1");

    private static View Look(string person, int i) =>
        new(person, null, Jo, $"session{i}", "notes", "", "view", PatientSees: true, Clinical.Moment.Utc(2026, 10, 5, 9, 12, 0, i));
}
