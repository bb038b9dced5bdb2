using Candour.CareRecord.Erasure;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Store;
using Candour.Testing;
using Npgsql;

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

    [Theory]
    [InlineData("update part set bytes = substr(bytes, 1, 20) || x'00' || substr(bytes, 22) where leaf = 3 and ordinal = 0", "staff/0000000000000J1Q, event 1 (leaf 3): one of its parts cannot be taken apart past byte 20.")]
    [InlineData("update part set bytes = substr(bytes, 1, 20) where leaf = 3 and ordinal = 0", "staff/0000000000000J1Q, event 1 (leaf 3): one of its parts cannot be taken apart past byte 20.")]
    [InlineData("update part set bytes = x'7b7d' where leaf = 3 and ordinal = 0", "staff/0000000000000J1Q, event 1 (leaf 3): a value in it is not of the kind that belongs there.")]
    [InlineData("update part set bytes = '{\"later\":1}' where leaf = 3 and ordinal = 0", "staff/0000000000000J1Q, event 1 (leaf 3): The record holds a value 'later' that this version does not know.")]
    [InlineData("delete from part where leaf = 3 and ordinal = 0", "staff/0000000000000J1Q, event 1 (leaf 3): its coded part is missing.")]
    [InlineData("update event_index set type = 'OfALaterVersion' where leaf = 3", "staff/0000000000000J1Q, event 1 (leaf 3): it is of a kind this version does not know (OfALaterVersion).")]
    [InlineData("update event_index set stream = 'nowhere' where leaf = 3", "nowhere, event 1 (leaf 3): a value in it is not of the kind that belongs there.")]
    public async Task An_event_that_cannot_be_read_is_named_and_nothing_is_changed(string damage, string words)
    {
        await using var a = await With(Kept.InSqlite);
        await Joins(a, Streams.Staff("0000000000000J1Q"), "Al Sample");
        foreach (var guard in await Triggers(a))
            await Execute(a, $"drop trigger {guard}");
        await Execute(a, damage);
        await Execute(a, "update staff_list set name = 'somebody else'");

        var told = (await Should.ThrowAsync<UnreadableEventsException>(() => new Rebuild(a.Record.Database).Run(swap: true))).Message;
        told.Split('\n').Count(line => line.StartsWith("  ", StringComparison.Ordinal)).ShouldBe(1);
        told.ShouldContain($"  {words}");
        told.ShouldContain("nothing was changed: this event cannot be read.");
        told.ShouldContain("Next, run \"candour verify\"");
        (await NameInList(a)).ShouldBe("somebody else");
    }

    [Fact]
    public async Task An_event_of_a_later_version_in_PostgreSQL_is_named()
    {
        await using var a = await With(Kept.InPostgres);
        await using (var owner = new NpgsqlConnection(a.Postgres!.Owner + $";Options=-c app.provider={ARecord.Provider}"))
        {
            await owner.OpenAsync();
            await using var later = new NpgsqlCommand("update event_index set type = 'OfALaterVersion' where leaf = 2", owner);
            (await later.ExecuteNonQueryAsync()).ShouldBe(1);
        }

        (await Should.ThrowAsync<UnreadableEventsException>(() => new Rebuild(a.Record.Database).Run(swap: true))).Message
            .ShouldContain($"{Jo}, event 1 (leaf 2): it is of a kind this version does not know (OfALaterVersion).");
    }

    private static async Task<ARecord> With(Kept kept)
    {
        var a = await ARecord.On(kept);
        await Joins(a, Jo, Name);
        (await NameInList(a)).ShouldBe(Name);
        return a;
    }

    private static async Task Joins(ARecord a, StreamId who, string name)
    {
        var joins = new JoinStaff { Name = name, From = new(2026, 1, 5) };
        (await a.Record.Write(new($"joins {name}", By.Worker), [who], (h, _) => joins.Decide(h[who]))).ShouldBeOfType<Outcome.Done>();
    }

    private static async Task<List<string>> Triggers(ARecord a)
    {
        await using var connection = await a.Record.Database.Open();
        return await Sql.Rows(connection, null, r => r.GetString(0), "select name from sqlite_master where type='trigger'");
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
