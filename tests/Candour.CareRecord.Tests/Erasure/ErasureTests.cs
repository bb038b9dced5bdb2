using System.Text;
using Candour.CareRecord.Erasure;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Store;
using Candour.Testing;
using Npgsql;

namespace Candour.CareRecord.Tests.Erasure;

public sealed class ErasureTests
{
    private const string Marker = "zebra-in-the-words";
    private static readonly By Asker = new("asker", Roles.PrivacyOfficer);
    private static readonly By Approver = new("approver", "records_officer");

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task Words_go_and_the_rest_of_the_event_stays(Kept kept)
    {
        await using var a = await With(kept, Marker);
        var outcome = await Erase(a, ErasureCode.E3, PartKind.Words);

        outcome.ShouldBeOfType<Outcome.Done>();
        var setting = (await a.Record.Read(Streams.Policy)).All<PolicySet>().Single();
        setting.Why.ShouldBeNull();
        setting.Value.ShouldBe("Northmere");
        (await a.Record.Read(Streams.Service)).Last<PartsErased>()!.Parts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task No_byte_of_the_words_is_left_in_the_database_files()
    {
        await using var a = await With(Kept.InSqlite, Marker);
        FilesOf(a).ShouldContain(Marker);
        await Erase(a, ErasureCode.E3, PartKind.Words);
        FilesOf(a).ShouldNotContain(Marker);
        FilesOf(a).ShouldContain("Northmere");
    }

    // Short words are written over by what moves up into their place; of long ones a plain VACUUM leaves most where it was.
    [Theory]
    [InlineData(1)]
    [InlineData(80)]
    public async Task No_byte_of_the_words_is_left_in_the_files_of_the_tables_of_PostgreSQL(int times)
    {
        await using var a = await With(Kept.InPostgres, string.Concat(Enumerable.Repeat(Marker, times)));
        (await Set(a, "after", "walrus-in-the-words")).ShouldBeOfType<Outcome.Done>();
        (await TableFilesOf(a)).Contains(Marker, StringComparison.Ordinal).ShouldBeTrue();
        var eraser = new Eraser(a.Record, ListOf(a), a.Postgres!.Owner);
        var first = (await eraser.Find(Streams.Policy, PartKind.Words)).Take(1).ToList();
        (await eraser.Erase(new("erase", Approver), new(first, ErasureCode.E3, "Case 12", "A test.", Asker.Actor))).ShouldBeOfType<Outcome.Done>();

        var left = await TableFilesOf(a);
        left.Contains(Marker, StringComparison.Ordinal).ShouldBeFalse("the erased words");
        left.Contains("walrus-in-the-words", StringComparison.Ordinal).ShouldBeTrue("words of another event");
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task With_its_core_the_whole_event_is_forgotten_and_the_stream_goes_on(Kept kept)
    {
        await using var a = await With(kept, Marker);
        (await Erase(a, ErasureCode.E1, PartKind.Core, PartKind.Words)).ShouldBeOfType<Outcome.Done>();
        (await a.Record.Read(Streams.Policy)).Exists.ShouldBeFalse();

        (await Set(a, "again", null)).ShouldBeOfType<Outcome.Done>();
        (await a.Record.Read(Streams.Policy)).Version.ShouldBe(1);
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task A_core_is_not_erased_while_words_of_its_event_would_stay_unreachable(Kept kept)
    {
        await using var a = await With(kept, Marker);
        (await Erase(a, ErasureCode.E1, PartKind.Core)).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<ErasureStrandsParts>();
        (await a.Record.Read(Streams.Policy)).All<PolicySet>().Single().Why.ShouldBe(Marker);

        // The words first, or all at once.
        (await Erase(a, ErasureCode.E3, PartKind.Words)).ShouldBeOfType<Outcome.Done>();
        (await Erase(a, ErasureCode.E1, [PartKind.Core], Approver, "core")).ShouldBeOfType<Outcome.Done>();
        (await a.Record.Read(Streams.Policy)).Exists.ShouldBeFalse();
    }

    [Theory]
    [InlineData(ErasureCode.E3)]
    [InlineData(ErasureCode.E5)]
    public async Task Scores_contacts_and_times_are_not_erased_on_request(ErasureCode code)
    {
        await using var a = await With(Kept.InSqlite, Marker);
        (await Erase(a, code, PartKind.Core)).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<ErasureNotUnderThisCode>();
        (await a.Record.Read(Streams.Policy)).Exists.ShouldBeTrue();
    }

    [Fact]
    public async Task One_person_alone_cannot_erase()
    {
        await using var a = await With(Kept.InSqlite, Marker);
        (await Erase(a, ErasureCode.E3, [PartKind.Words], by: Asker)).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<ErasureNeedsTwoPeople>();
    }

    [Fact]
    public async Task What_is_erased_stands_in_the_list_that_restores_replay()
    {
        await using var a = await With(Kept.InSqlite, Marker);
        await Erase(a, ErasureCode.E3, PartKind.Words);
        var lines = await File.ReadAllLinesAsync(ListOf(a));
        lines.Length.ShouldBe(2);
        // Where it stood, its commitment, the code, who asked and when: nothing of what it said.
        lines[0].ShouldMatch(@"^begun erase \d+\.1 [0-9a-f]{64} E3 asker \d{4}-\d\d-\d\dT[0-9:.]+Z$");
        lines[1].ShouldBe("finished erase");
    }

    private static async Task<ARecord> With(Kept kept, string why)
    {
        var a = await ARecord.On(kept);
        (await Set(a, "set", why)).ShouldBeOfType<Outcome.Done>();
        return a;
    }

    private static Task<Outcome> Set(ARecord a, string command, string? why) => a.Record.Write(
        new(command, Asker), [Streams.Policy],
        (_, _) => Decision.Accept(Streams.Policy, new PolicySet { Name = "area", Value = "Northmere", From = new(2026, 11, 20), Why = why }));

    private static Task<Outcome> Erase(ARecord a, ErasureCode code, params PartKind[] kinds) => Erase(a, code, kinds, Approver);

    private static async Task<Outcome> Erase(ARecord a, ErasureCode code, PartKind[] kinds, By by, string command = "erase")
    {
        var eraser = new Eraser(a.Record, ListOf(a), a.Postgres?.Owner);
        var parts = await eraser.Find(Streams.Policy, kinds);
        return await eraser.Erase(new(command, by), new(parts, code, "Case 12", "A test.", Asker.Actor));
    }

    private static string ListOf(ARecord a) =>
        Path.Combine(a.Folder ?? Path.GetTempPath(), $"erased-{a.Postgres?.Name ?? "sqlite"}.txt");

    private static string FilesOf(ARecord a) =>
        string.Concat(Directory.GetFiles(a.Folder!, "candour.db*").Select(f =>
        {
            using var file = new FileStream(f, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file, Encoding.Latin1);
            return reader.ReadToEnd();
        }));

    /// <summary>Every file of the database, as they lie on the disk of the server of this run.</summary>
    private static async Task<string> TableFilesOf(ARecord a)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(PrivatePostgres.Superuser) { Database = a.Postgres!.Name }.ConnectionString);
        await connection.OpenAsync();
        await using (var checkpoint = new NpgsqlCommand("checkpoint", connection))
            await checkpoint.ExecuteNonQueryAsync();
        await using var where = new NpgsqlCommand(
            "select current_setting('data_directory') || '/base/' || oid from pg_database where datname = current_database()", connection);
        var folder = (string)(await where.ExecuteScalarAsync())!;
        return string.Concat(Directory.GetFiles(folder).Select(f => Encoding.Latin1.GetString(File.ReadAllBytes(f))));
    }
}
