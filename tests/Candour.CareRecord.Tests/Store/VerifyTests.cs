using Candour.CareRecord.Erasure;
using Candour.CareRecord.Store;
using Candour.CareRecord.Tests.Messages;
using Candour.Testing;
using Npgsql;

namespace Candour.CareRecord.Tests.Store;

/// <summary>One flipped byte anywhere in what was sealed is found, and its position named.</summary>
public sealed class VerifyTests
{
    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task A_whole_record_is_found_whole_while_it_is_in_use(Kept kept)
    {
        await using var a = await Filled(kept);
        (await Verify.Run(a.Folder, a.Postgres?.Application, ARecord.Provider)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("update part set bytes = substr(bytes, 1, 20) || x'00' || substr(bytes, 22) where leaf = 7 and ordinal = 0", 7, "Leaf 7, part 0 is not what was sealed.")]
    [InlineData("update part set salt = case substr(salt, 1, 1) when x'00' then x'01' else x'00' end || substr(salt, 2) where leaf = 9 and ordinal = 1", 9, "Leaf 9, part 1 is not what was sealed.")]
    [InlineData("update leaf set commitments = case substr(commitments, 1, 1) when x'00' then x'01' else x'00' end || substr(commitments, 2) where id = 4", 4, "Leaf 4 does not follow from its commitments.")]
    [InlineData("update leaf set hash = case substr(hash, 1, 1) when x'00' then x'01' else x'00' end || substr(hash, 2) where id = 4", 4, "Leaf 4 does not follow from its commitments.")]
    [InlineData("delete from part where leaf = 5 and ordinal = 0", 5, "Leaf 5, part 0 is missing and nobody erased it.")]
    [InlineData("update event_index set stream = 'person/SOMEBODYELSE0000' where leaf = 6", 6, "Leaf 6 stands in the index as person/SOMEBODYELSE0000, event ")]
    [InlineData("delete from event_index where leaf = 6", 6, "Leaf 6 is in no stream.")]
    [InlineData("update position set position = 999 where leaf = 8", 999, "Leaf 8 stands at position 999 behind position 7.")]
    [InlineData("update event_index set type = 'X' where leaf = 6", 6, "Leaf 6 stands in the index as person/VE")]
    [InlineData("update event_index set type = 'StaffJoined' where leaf = 6", 6, "Leaf 6 stands in the index as person/VE")]
    [InlineData("update part set kind = 2 where leaf = 7 and ordinal = 0", 7, "Leaf 7: its parts are not of the kinds they are marked as.")]
    [InlineData("update part set kind = 9 where leaf = 7 and ordinal = 0", 7, "Leaf 7: its parts are not of the kinds they are marked as.")]
    [InlineData("update part set salt = x'00' where leaf = 7 and ordinal = 0", 7, "Leaf 7, part 0 is not what was sealed.")]
    [InlineData("update leaf set commitments = substr(commitments, 2) where id = 4", 4, "Leaf 4 does not follow from its commitments.")]
    public async Task Damage_is_found_and_its_first_position_named(string damage, long position, string words)
    {
        await using var a = await Filled(Kept.InSqlite);
        await using (var connection = await a.Record.Database.Open())
        {
            foreach (var guard in await Sql.Rows(connection, null, r => r.GetString(0), "select name from sqlite_master where type='trigger'"))
                await Sql.Run(connection, null, $"drop trigger {guard}");
            (await Sql.Run(connection, null, damage)).ShouldBe(1);
        }

        var found = await Verify.Run(a.Folder, null, ARecord.Provider);
        found[0].Words.ShouldStartWith(words);
        found[0].Position.ShouldBe(position);
    }

    [Fact]
    public async Task A_flipped_byte_in_PostgreSQL_is_found()
    {
        await using var a = await Filled(Kept.InPostgres);
        await using (var owner = new NpgsqlConnection(a.Postgres!.Owner + $";Options=-c app.provider={ARecord.Provider}"))
        {
            await owner.OpenAsync();
            await using var flip = new NpgsqlCommand("update part set bytes = set_byte(bytes, 30, get_byte(bytes, 30) # 1) where leaf = 7 and ordinal = 0", owner);
            (await flip.ExecuteNonQueryAsync()).ShouldBe(1);
        }

        var found = (await Verify.Run(null, a.Postgres.Application, ARecord.Provider)).ShouldHaveSingleItem();
        (found.Position, found.Words).ShouldBe((7, "Leaf 7, part 0 is not what was sealed."));
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task After_a_lawful_erasure_all_is_well_in_the_record_and_in_its_copies(Kept kept)
    {
        await using var a = await Filled(kept);
        await EraseOne(a);
        (await Verify.Run(a.Folder, a.Postgres?.Application, ARecord.Provider)).ShouldBeEmpty();

        await using var connection = await a.Record.Database.Open();
        var manifest = await BackupManifest.Of(connection, "postgresql", ARecord.Provider, a.Clock.Now);
        (await BackupCheck.Run(connection, manifest, exactly: true)).ShouldBeEmpty();
        if (kept == Kept.InPostgres)
            return;
        using var to = new SqliteFolder();
        await Backup.Sqlite(a.Folder!, Path.Combine(to.Path, "copy"), a.Clock.Now);
        (await Backup.Check(Path.Combine(to.Path, "copy"), restored: null)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("delete from part where leaf = 12 and ordinal = 0", "Leaf 12, part 0 is missing and nobody erased it.")]
    [InlineData("delete from event_index where leaf = 12", "Leaf 12 is in no stream.")]
    public async Task What_goes_beside_a_lawful_erasure_is_still_reported(string damage, string words)
    {
        await using var a = await Filled(Kept.InSqlite);
        await EraseOne(a);
        await using (var connection = await a.Record.Database.Open())
        {
            foreach (var guard in await Sql.Rows(connection, null, r => r.GetString(0), "select name from sqlite_master where type='trigger'"))
                await Sql.Run(connection, null, $"drop trigger {guard}");
            await Sql.Run(connection, null, damage);
            // Marked as erased, and by an erasure event: which does not name it.
            var by = (await Sql.Rows(connection, null, r => r.GetInt64(0), "select max(by_leaf) from erased"))[0];
            await Sql.Run(connection, null, "insert into erased (provider, leaf, ordinal, by_leaf) values (@p0, 12, 0, @p1)", ARecord.Provider, by);
        }

        (await Verify.Run(a.Folder, null, ARecord.Provider)).Select(d => d.Words).ShouldContain(words);
    }

    [Fact]
    public async Task An_erasure_whose_own_event_is_damaged_is_told_and_what_it_erased_is_missing()
    {
        await using var a = await Filled(Kept.InSqlite);
        await EraseOne(a);
        await using (var connection = await a.Record.Database.Open())
        {
            await Sql.Run(connection, null, "drop trigger part_update");
            (await Sql.Run(connection, null, "update part set bytes = x'7b7d' where ordinal = 0 and leaf = (select max(by_leaf) from erased)")).ShouldBe(1);
        }

        var found = (await Verify.Run(a.Folder, null, ARecord.Provider, most: 100)).Select(d => d.Words).ToList();
        found.ShouldContain(words => words.EndsWith("part 0 is not what was sealed.", StringComparison.Ordinal));
        found.ShouldContain(words => words.EndsWith("is missing and nobody erased it.", StringComparison.Ordinal));
    }

    /// <summary>Everything of one of five people, retention being over.</summary>
    private static async Task EraseOne(ARecord a)
    {
        var eraser = new Eraser(a.Record, Path.Combine(a.Folder ?? Path.GetTempPath(), $"erased-{a.Postgres?.Name ?? "sqlite"}.txt"), a.Postgres?.Owner);
        var parts = await eraser.Find(Streams.Person("VE00000000000000"), PartKind.Core, PartKind.Words, PartKind.Identity);
        (await eraser.Erase(new("erase", new("approver", "records_officer")), new EraseParts(parts, ErasureCode.E1, "Case 12", "Retention is over.", "asker")))
            .ShouldBeOfType<Outcome.Done>();
        await a.Record.Number();
    }

    private static async Task<ARecord> Filled(Kept kept)
    {
        var a = await ARecord.On(kept);
        for (var i = 0; i < 5; i++)
        {
            var person = Streams.Person($"VE{i:00}000000000000");
            await a.Write([person], (_, _) => Decision.Accept(person, [.. Amira.WhoMayBeReached().Events.Select(e => e.Event), Amira.Rules]));
        }

        await a.Record.Number();
        return a;
    }
}
