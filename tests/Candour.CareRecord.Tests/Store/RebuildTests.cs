using Candour.CareRecord.Erasure;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Store;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Store;

public sealed class RebuildTests
{
    private const string Name = "Jo Zebra Demo";
    private static readonly StreamId Jo = Streams.Staff("0000000000000J0Q");

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task A_list_that_went_wrong_is_found_told_and_mended_from_the_events(Kept kept)
    {
        await using var a = await With(kept);
        (await new Rebuild(a.Record.Database).Run(swap: false)).ListsWereEqual.ShouldBeTrue();
        await Execute(a, "update staff_list set name = 'somebody else'");

        var told = await new Rebuild(a.Record.Database).Run(swap: false);
        told.ListsWereEqual.ShouldBeFalse();
        // The row that stands and the row that should: one each way.
        told.Differences["staff_list"].ShouldBe(2);
        (await NameInList(a)).ShouldBe("somebody else");

        await new Rebuild(a.Record.Database).Run(swap: true);
        (await NameInList(a)).ShouldBe(Name);
        (await new Rebuild(a.Record.Database).Run(swap: false)).ListsWereEqual.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task A_name_that_is_erased_leaves_the_list_too_and_no_rebuild_brings_it_back(Kept kept)
    {
        await using var a = await With(kept);
        var list = Path.Combine(a.Folder ?? Path.GetTempPath(), $"erased-{a.Postgres?.Name ?? "sqlite"}.txt");
        var eraser = new Eraser(a.Record, list, a.Postgres?.Owner);
        var erase = new EraseParts(await eraser.Find(Jo, PartKind.Identity), ErasureCode.E5, "Case 12", "A test.", "asker");
        (await eraser.Erase(new("erase", new("approver", "records_officer")), erase)).ShouldBeOfType<Outcome.Done>();

        (await NameInList(a)).ShouldNotBe(Name);
        await new Rebuild(a.Record.Database).Run(swap: true);
        (await NameInList(a)).ShouldNotBe(Name);
    }

    // Erased when every event has been read and the lists stand beside, not yet swapped.
    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task A_name_erased_while_a_rebuild_runs_is_not_put_back_by_it(Kept kept)
    {
        await using var a = await With(kept);
        await Execute(a, "update staff_list set name = 'somebody else'");
        var eraser = new Eraser(a.Record, Path.Combine(a.Folder ?? Path.GetTempPath(), $"erased-{a.Postgres?.Name ?? "sqlite"}.txt"), a.Postgres?.Owner);
        var parts = await eraser.Find(Jo, PartKind.Identity);
        Task<Outcome>? erasing = null;
        await new Rebuild(a.Record.Database).Run(swap: true, _ => (erasing ??= Task.Run(() => eraser.Erase(
            new("erase", new("approver", "records_officer")), new EraseParts(parts, ErasureCode.E5, "Case 12", "A test.", "asker")))).GetAwaiter().GetResult());

        (await erasing!).ShouldBeOfType<Outcome.Done>();
        (await NameInList(a)).ShouldNotBe(Name);
        (await new Rebuild(a.Record.Database).Run(swap: false)).ListsWereEqual.ShouldBeTrue();
    }

    private static async Task<ARecord> With(Kept kept)
    {
        var a = await ARecord.On(kept);
        var joins = new JoinStaff { Name = Name, From = new(2026, 1, 5) };
        (await a.Record.Write(new("joins", By.Worker), [Jo], (h, _) => joins.Decide(h[Jo]))).ShouldBeOfType<Outcome.Done>();
        (await NameInList(a)).ShouldBe(Name);
        return a;
    }

    private static Task<string?> NameInList(ARecord a) => Execute(a, "select name from staff_list");

    private static async Task<string?> Execute(ARecord a, string sql)
    {
        await using var connection = await a.Record.Database.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync() as string;
    }
}
