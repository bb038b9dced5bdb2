using System.Text;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Store;
using Candour.Testing;
using static Candour.CareRecord.Tests.Referrals.AReferral;

namespace Candour.CareRecord.Tests.Referrals;

public sealed class SamePersonTests
{
    private static readonly Person One = new() { Id = "A", BirthDate = new(1990, 1, 1) };
    private static readonly Person Two = new() { Id = "B", BirthDate = new(1990, 1, 1) };
    private static readonly History Pair = History.Empty(Streams.Pair("B", "A"))
        .With([new MayBeSamePerson { PersonA = "A", PersonB = "B", Because = [Likeness.SameNameAndBirthDate] }], By.Worker, default);

    [Fact]
    public void A_pair_is_one_stream_whichever_is_named_first() => Streams.Pair("A", "B").ShouldBe(Streams.Pair("B", "A"));

    [Fact]
    [Trait("Hazard", "H14")]
    public void Joining_takes_a_second_person()
    {
        var proposed = Pair.With([One<JoiningProposed>(SamePerson.Propose(Pair, One, Two, "same voice"))], Ada, default);
        var (a, b) = (PersonHistory("A"), PersonHistory("B"));
        Refusal<SecondPersonNeeded>(SamePerson.Agree(proposed, a, b, Ada));
        One<PersonsJoined>(SamePerson.Agree(proposed, a, b, Ben)).VersionA.ShouldBe(1);
    }

    [Fact]
    [Trait("Hazard", "H14")]
    public void Different_nhs_numbers_never_join() =>
        Refusal<DifferentNhsNumbers>(SamePerson.Propose(Pair, One with { NhsNumber = "9990000018" }, Two with { NhsNumber = "9990000026" }, "x"));

    [Fact]
    public void Different_birth_dates_are_put_right_first_whichever_record_comes_first_unless_one_nhs_number_is_known_of_both()
    {
        var (known, other) = (One with { NhsNumber = "9990000018" }, Two with { BirthDate = new(1990, 1, 2) });
        foreach (var (a, b) in new[] { (One, other), (other, One), (known, other), (other, known) })
            Refusal<DifferentBirthDates>(SamePerson.Propose(Pair, a, b, "x"));
        One<JoiningProposed>(SamePerson.Propose(Pair, known, other with { NhsNumber = "9990000018" }, "x"));
    }

    [Fact]
    [Trait("Hazard", "H14")]
    public async Task Joining_and_undoing_leaves_both_records_byte_for_byte_as_they_were()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        foreach (var id in new[] { "A", "B" })
            await a.Record.Write(new($"make-{id}", Ada), [Streams.Person(id)], (_, _) => Decision.Accept(Streams.Person(id), Registered()));
        var before = await Bytes(a.Record);
        var pair = Streams.Pair("A", "B");
        StreamId[] all = [pair, Streams.Person("A"), Streams.Person("B")];

        await Do(a.Record, "1", Ada, all, h => SamePerson.Notice(h[pair], "A", "B", [Likeness.SameNameAndBirthDate]));
        await Do(a.Record, "2", Ada, all, h => SamePerson.Propose(h[pair], Person.Of(h[all[1]])!, Person.Of(h[all[2]])!, "same voice"));
        await Do(a.Record, "3", Ben, all, h => SamePerson.Agree(h[pair], h[all[1]], h[all[2]], Ben));
        SamePerson.StateOf(await a.Record.Read(pair)).ShouldBe(PairState.Joined);
        await Do(a.Record, "4", Ada, all, h => SamePerson.Undo(h[pair], h[all[1]], h[all[2]], null));

        SamePerson.StateOf(await a.Record.Read(pair)).ShouldBe(PairState.Open);
        (await Bytes(a.Record)).ShouldBe(before);
    }

    [Fact]
    public void Undoing_after_a_new_entry_asks_why()
    {
        var joined = Pair.With([new PersonsJoined { VersionA = 1, VersionB = 1 }], Ben, default);
        var grown = PersonHistory("A").With([new PreferredLanguageGiven { Language = "pl" }], Ada, default);
        Refusal<WrittenSinceJoined>(SamePerson.Undo(joined, grown, PersonHistory("B"), null));
        One<JoiningUndone>(SamePerson.Undo(joined, grown, PersonHistory("B"), "two brothers")).Why.ShouldBe("two brothers");
    }

    private static PersonRegistered Registered() =>
        new() { FirstName = "Bo", LastName = "Sample", BirthDate = new(1990, 1, 1), FilledBy = FilledBy.Me };

    private static History PersonHistory(string id) => History.Empty(Streams.Person(id)).With([Registered()], Ada, default);

    private static async Task Do(TheRecord record, string command, By by, StreamId[] streams, Func<Histories, Decision> decide) =>
        (await record.Write(new(command, by), streams, (h, _) => decide(h))).ShouldBeOfType<Outcome.Done>();

    private static async Task<string> Bytes(TheRecord record)
    {
        await using var connection = await record.Database.Open();
        await using var command = connection.CreateCommand();
        command.CommandText =
            "select e.stream, e.sequence, p.ordinal, hex(p.salt), hex(p.bytes) from part p join event_index e on e.leaf = p.leaf where e.stream like 'person/%' order by 1, 2, 3";
        await using var reader = await command.ExecuteReaderAsync();
        var text = new StringBuilder();
        while (await reader.ReadAsync())
            text.AppendLine($"{reader.GetString(0)} {reader.GetInt64(1)} {reader.GetInt64(2)} {reader.GetString(3)} {reader.GetString(4)}");
        text.Length.ShouldBeGreaterThan(100);
        return text.ToString();
    }
}
