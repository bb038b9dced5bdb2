using Candour.CareRecord.Policies;
using Candour.CareRecord.Store;
using Candour.Testing;
using Npgsql;

namespace Candour.CareRecord.Tests.Store;

/// <summary>The connection is cut in the middle of a COMMIT: whether it was stored is read, never guessed.</summary>
public sealed class UnansweredCommitTests
{
    private static readonly By Jo = new("jo", Roles.ServiceLead);

    [Fact]
    public async Task A_commit_whose_answer_never_arrived_is_found_by_its_command_id()
    {
        await using var a = await ARecord.On(Kept.InPostgres);
        await using var wire = new Wire(a.Postgres!.Application, nameof(PolicySet));
        await using var record = await Over(wire, a);
        wire.Next = Cut.BeforeTheAnswer;
        (await Write(record, "c1")).ShouldBeOfType<Outcome.Done>().Events.Count.ShouldBe(1);
        (await a.Record.Read(Streams.Policy)).Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_commit_the_server_never_heard_of_is_neither_saved_nor_failed_and_is_stored_once_when_sent_again()
    {
        await using var a = await ARecord.On(Kept.InPostgres);
        await using var wire = new Wire(a.Postgres!.Application, nameof(PolicySet));
        await using var record = await Over(wire, a);
        wire.Next = Cut.BeforeTheServer;
        (await Should.ThrowAsync<CommitUnansweredException>(() => Write(record, "c1"))).CommandId.ShouldBe("c1");
        (await a.Record.Read(Streams.Policy)).Exists.ShouldBeFalse();

        (await Write(record, "c1")).ShouldBeOfType<Outcome.Done>();
        (await Write(record, "c1")).ShouldBeOfType<Outcome.Done>().Again.ShouldBeTrue();
        (await a.Record.Read(Streams.Policy)).Version.ShouldBe(1);
    }

    [Fact]
    public async Task Stored_behind_a_wire_that_stays_cut_is_not_said_to_have_failed_and_the_same_order_gives_the_first_result()
    {
        await using var a = await ARecord.On(Kept.InPostgres);
        await using var wire = new Wire(a.Postgres!.Application, nameof(PolicySet));
        await using var record = await Over(wire, a);
        (wire.Next, wire.StaysCut) = (Cut.BeforeTheAnswer, true);
        await Should.ThrowAsync<CommitUnansweredException>(() => Write(record, "c1"));
        (await a.Record.Read(Streams.Policy)).Version.ShouldBe(1);

        (wire.IsDown, wire.StaysCut) = (false, false);
        (await Write(record, "c1")).ShouldBeOfType<Outcome.Done>().Again.ShouldBeTrue();
        (await a.Record.Read(Streams.Policy)).Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_commit_that_takes_longer_than_anybody_waits_is_not_cancelled_and_the_same_order_gives_the_first_result()
    {
        await using var a = await ARecord.On(Kept.InPostgres);
        await using (var owner = new NpgsqlConnection(a.Postgres!.Owner))
        {
            await owner.OpenAsync();
            await using var slow = new NpgsqlCommand(
                """
                create function slow() returns trigger language plpgsql as 'begin perform pg_sleep(7); return null; end';
                create constraint trigger slow after insert on command deferrable initially deferred
                  for each row when (new.id = 'c1') execute function slow();
                """,
                owner);
            await slow.ExecuteNonQueryAsync();
        }

        await Should.ThrowAsync<CommitUnansweredException>(() => Write(a.Record, "c1"));
        (await Write(a.Record, "c1")).ShouldBeOfType<Outcome.Done>().Again.ShouldBeTrue();
        (await a.Record.Read(Streams.Policy)).Version.ShouldBe(1);
        (await Write(a.Record, "c2")).ShouldBeOfType<Outcome.Done>().Again.ShouldBeFalse();
    }

    private static Task<TheRecord> Over(Wire wire, ARecord a) =>
        TheRecord.Open(Database.Postgres(wire.Through, ARecord.Provider), a.Clock, new SeededRandomness(23));

    private static Task<Outcome> Write(TheRecord record, string command) => record.Write(
        new(command, Jo), [Streams.Policy], (_, _) => Decision.Accept(Streams.Policy, RecordTests.Setting("area", "x")));
}
