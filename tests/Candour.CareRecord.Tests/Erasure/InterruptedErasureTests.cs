using System.Text;
using Candour.CareRecord.Erasure;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Store;
using Candour.Testing;
using Microsoft.Data.Sqlite;

namespace Candour.CareRecord.Tests.Erasure;

/// <summary>An erasure that stops on its way is taken up again, and one that a restored copy has forgotten is done again.</summary>
public sealed class InterruptedErasureTests
{
    private const string Marker = "zebra-in-the-words";

    [Fact]
    public async Task While_somebody_reads_an_old_page_of_the_file_the_erasure_says_that_it_is_not_finished_and_finishes_when_sent_again()
    {
        await using var a = await With(Kept.InSqlite);
        await using (var reader = new SqliteConnection($"Data Source={a.Folder}/candour.db;Pooling=False"))
        {
            await reader.OpenAsync();
            await using var reading = reader.BeginTransaction(deferred: true);
            await Sql.Rows(reader, reading, r => r.GetInt64(0), "select count(*) from part");
            (await Should.ThrowAsync<ErasureUnfinishedException>(() => Erase(a))).CommandId.ShouldBe("erase");
            FilesOf(a).ShouldContain(Marker);
            ListOf(a).Unfinished().ShouldHaveSingleItem().Command.ShouldBe("erase");
        }

        (await Erase(a)).ShouldBeOfType<Outcome.Done>().Again.ShouldBeTrue();
        FilesOf(a).ShouldNotContain(Marker);
        ListOf(a).Unfinished().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_erasure_whose_tables_could_not_be_written_anew_is_finished_when_sent_again()
    {
        await using var a = await With(Kept.InPostgres);
        await Should.ThrowAsync<ErasureUnfinishedException>(() => Erase(a, owner: "Host=127.0.0.1;Port=9;Username=nobody;Timeout=1"));
        (await Erase(a, a.Postgres!.Owner)).ShouldBeOfType<Outcome.Done>().Again.ShouldBeTrue();
        ListOf(a).Unfinished().ShouldBeEmpty();
        ListOf(a).Erased().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task One_killed_after_its_commit_is_finished_from_the_list(Kept kept)
    {
        await using var a = await With(kept);
        (await Erase(a, a.Postgres?.Owner)).ShouldBeOfType<Outcome.Done>();
        // As the file stood when the process was killed: begun, and nothing after it.
        var file = FileOf(a);
        await File.WriteAllLinesAsync(file, (await File.ReadAllLinesAsync(file)).Where(l => l.StartsWith("begun ", StringComparison.Ordinal)));

        (await new Eraser(a.Record, file, a.Postgres?.Owner).Replay()).ShouldBe(new Replayed(Finished: 1, ErasedAgain: 0, Undecided: 0));
        ListOf(a).Unfinished().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_restored_copy_brings_back_is_erased_again_from_the_list_and_only_that()
    {
        await using var a = await With(Kept.InSqlite);
        using var elsewhere = new SqliteFolder();
        var copy = elsewhere.File("copy");
        await Backup.Sqlite(a.Folder!, copy, a.Clock.Now);
        (await Erase(a)).ShouldBeOfType<Outcome.Done>();

        var database = Database.Sqlite(copy, ARecord.Provider);
        await Preparing.Sqlite(database);
        await using var restored = await TheRecord.Open(database, a.Clock, new SeededRandomness(31));
        (await restored.Read(Streams.Policy)).All<PolicySet>().First().Why.ShouldBe(Marker);

        var eraser = new Eraser(restored, FileOf(a));
        (await eraser.Replay()).ShouldBe(new Replayed(Finished: 0, ErasedAgain: 1, Undecided: 0));
        (await restored.Read(Streams.Policy)).All<PolicySet>().Select(p => p.Why).ShouldBe([null, "Words that stay."]);
        var again = (await restored.Read(Streams.Service)).Last<PartsErased>()!;
        (again.Code, again.AskedBy, again.Parts.Count).ShouldBe((ErasureCode.E3, "asker", 1));
        File.ReadAllText(Path.Combine(copy, "candour.db"), Encoding.Latin1).ShouldNotContain(Marker);

        await restored.Number();
        (await Verify.Run(copy, null, ARecord.Provider)).ShouldBeEmpty();
        (await eraser.Replay()).ShouldBe(new Replayed(Finished: 0, ErasedAgain: 0, Undecided: 0));
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task Another_part_that_now_stands_at_the_place_of_an_erased_one_is_left_alone(Kept kept)
    {
        await using var a = await With(kept);
        var part = (await new Eraser(a.Record, FileOf(a)).Find(Streams.Policy, PartKind.Words))[0];
        // After a restore the record went on otherwise: the same place, and not what was erased.
        ListOf(a).Begin("lost", [new(part.Position, part.Ordinal, new string('a', 64))], ErasureCode.E3, "asker", a.Clock.Now);
        ListOf(a).Finish("lost");
        (await new Eraser(a.Record, FileOf(a), a.Postgres?.Owner).Replay()).ErasedAgain.ShouldBe(0);
        (await a.Record.Read(Streams.Policy)).All<PolicySet>().First().Why.ShouldBe(Marker);
    }

    [Fact]
    public async Task One_that_was_begun_and_that_the_record_does_not_hold_is_told_and_erases_nothing()
    {
        await using var a = await With(Kept.InSqlite);
        var part = (await new Eraser(a.Record, FileOf(a)).Find(Streams.Policy, PartKind.Words))[0];
        var leaf = await a.Record.Database.Statements.Rows(
            r => r.GetFieldValue<byte[]>(0), "select commitments from leaf where provider=@p0 and id=@p1", ARecord.Provider, part.Position);
        ListOf(a).Begin("never", [new(part.Position, part.Ordinal, Convert.ToHexStringLower(leaf[0].AsSpan(32, 32)))], ErasureCode.E3, "asker", a.Clock.Now);
        (await new Eraser(a.Record, FileOf(a)).Replay()).ShouldBe(new Replayed(Finished: 0, ErasedAgain: 0, Undecided: 1));
        (await a.Record.Read(Streams.Policy)).All<PolicySet>().First().Why.ShouldBe(Marker);
    }

    [Fact]
    public async Task A_refused_erasure_leaves_no_line()
    {
        await using var a = await With(Kept.InSqlite);
        (await Erase(a, asker: "approver")).ShouldBeOfType<Outcome.No>();
        File.Exists(FileOf(a)).ShouldBeFalse();
    }

    private static async Task<ARecord> With(Kept kept)
    {
        var a = await ARecord.On(kept);
        File.Delete(FileOf(a));
        foreach (var (command, why) in new[] { ("set", Marker), ("other", "Words that stay.") })
        {
            (await a.Record.Write(
                new(command, By.Worker), [Streams.Policy],
                (_, _) => Decision.Accept(Streams.Policy, Store.RecordTests.Setting(command, "Northmere") with { Why = why }))).ShouldBeOfType<Outcome.Done>();
        }

        return a;
    }

    private static async Task<Outcome> Erase(ARecord a, string? owner = null, string asker = "asker")
    {
        var eraser = new Eraser(a.Record, FileOf(a), owner);
        // The first one's words; sent again they are named as they were, though they are gone.
        var parts = new[] { new PartToErase(2, 1, PartKind.Words) };
        await a.Record.Number();
        return await eraser.Erase(new("erase", new("approver", "records_officer")), new(parts, ErasureCode.E3, "Case 12", "A test.", asker));
    }

    private static string FileOf(ARecord a) => Path.Combine(a.Folder ?? Path.GetTempPath(), $"erased-{a.Postgres?.Name ?? "sqlite"}.txt");

    private static ErasureList ListOf(ARecord a) => new(FileOf(a));

    private static string FilesOf(ARecord a) =>
        string.Concat(Directory.GetFiles(a.Folder!, "candour.db*").Select(f =>
        {
            using var file = new FileStream(f, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file, Encoding.Latin1);
            return reader.ReadToEnd();
        }));
}
