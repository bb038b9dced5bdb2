using System.Globalization;
using System.Text;
using Candour.CareRecord;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Store;
using Candour.Cli.Demo;
using Candour.Clinical;
using Candour.Clinical.Instruments;
using Candour.Clinical.Pathways.Readings;
using Candour.Testing;

namespace Candour.Web.Tests.Commands;

/// <summary>The demonstration's year as it stands in a record: the same for the same seed and end day, and refused next to nothing.</summary>
public sealed class SeedingTests
{
    private const int People = 60;
    private static readonly Moment Now = Moment.Utc(2026, 11, 20, 12);

    [Fact]
    public async Task Sixty_people_seeded_twice_make_the_same_record_and_recover_as_the_pathway_reads_it()
    {
        using var folder = new SqliteFolder();
        var (first, second) = (folder.File("first"), folder.File("second"));
        var seeded = await Seed(first);
        var again = await Seed(second);

        seeded.People.ShouldBe(People);
        // Whoever can be reached one way alone is never closed for no reply: the record says no, rightly, and nothing else.
        seeded.Refused.Keys.Where(reason => reason != "CloseForNoReply: OneWayOfTwo").ShouldBeEmpty();
        seeded.Refused.Values.Sum().ShouldBeLessThanOrEqualTo(2);
        again.Events.ShouldBe(seeded.Events);
        (await Leaves(second)).ShouldBe(await Leaves(first));
        await LooksLikeAYear(first);
    }

    /// <summary>Read from the record alone, through the pathway: nothing here knows what was intended.</summary>
    private static async Task LooksLikeAYear(string folder)
    {
        await using var database = Database.Sqlite(folder, "RXX");
        await using var record = await TheRecord.Open(database, new FixedClock(Now), new SeededRandomness(1));
        var (finished, cases, recovered) = (0, 0, 0);
        var today = London.DayOf(Now);
        foreach (var (referral, person) in await Referrals(database))
        {
            var histories = await record.Read([Streams.Referral(referral), Streams.Person(person)]);
            var pathway = PathwayProjection.Of(histories[Streams.Referral(referral)], histories[Streams.Person(person)], today);
            if (!CourseOfCare.IsFinished(pathway, today))
                continue;
            finished++;
            var (mood, worry) = (Ends(pathway, Instrument.Phq9, today), Ends(pathway, Instrument.Gad7, today));
            if (!mood.First && !worry.First)
                continue;
            cases++;
            recovered += mood.Last || worry.Last ? 0 : 1;
        }

        finished.ShouldBeInRange(10, People);
        // A half of those at caseness move to recovery; of so few people between a quarter and four in five do.
        ((double)recovered / cases).ShouldBeInRange(0.25, 0.8, $"{recovered} of {cases}");
    }

    /// <summary>Whether the first and the last counted score lie at or above the cut-off in force.</summary>
    private static (bool First, bool Last) Ends(Clinical.Pathways.Pathway pathway, Instrument instrument, DateOnly today)
    {
        var points = new List<ScorePoint>();
        ScoreSeries.Of(pathway, instrument, today, points);
        var counted = points.Where(p => p is { Mark: ScoreMark.Counted, Value: not null }).ToList();
        return counted.Count == 0 ? (false, false)
            : (instrument.IsCase(counted[0].Value!.Value, counted[0].Day) == true, instrument.IsCase(counted[^1].Value!.Value, counted[^1].Day) == true);
    }

    private static async Task<Seeding.Seeded> Seed(string folder)
    {
        await using var database = Database.Sqlite(folder, "RXX");
        await Preparing.Sqlite(database);
        return await Seeding.Run(database, 7, Now, People, _ => { });
    }

    private static async Task<List<(string Referral, string Person)>> Referrals(Database database) =>
        [.. (await Rows(database, "select referral, person from referral_list order by referral")).Select(r => r.Split('|')).Select(r => (r[0], r[1]))];

    /// <summary>Every leaf, its parts and where it stands, as the database keeps them.</summary>
    private static async Task<List<string>> Leaves(string folder)
    {
        await using var database = Database.Sqlite(folder, "RXX");
        return [.. await Rows(database, "select * from leaf order by id"), .. await Rows(database, "select * from part order by leaf, ordinal")];
    }

    private static async Task<List<string>> Rows(Database database, string sql)
    {
        await using var connection = await database.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            var row = new StringBuilder();
            for (var i = 0; i < reader.FieldCount; i++)
                row.Append(i == 0 ? "" : "|").Append(reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture));
            rows.Add(row.ToString());
        }

        return rows;
    }
}
