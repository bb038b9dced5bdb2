using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Store;
using Candour.Testing;
using Npgsql;

namespace Candour.CareRecord.Tests.Store;

/// <summary>
/// A server that is to wait for a standby and gives up waiting commits, and says so with a warning: what it stored stands on one
/// machine only and goes with it. Here the standby never was, and the waiting is cut short by hand.
/// </summary>
public sealed class NotPromisedTests : IDisposable
{
    private readonly FailingPostgres _server = new();

    [Fact]
    public async Task A_commit_answered_with_a_warning_is_acknowledged_to_nobody_until_the_standby_has_it()
    {
        await using var postgres = await FreshDatabase.Create(_server.Superuser);
        var database = Database.Postgres(postgres.Application, ARecord.Provider);
        await Preparing.Postgres(postgres.Owner, postgres.ApplicationRole);
        await using var record = await TheRecord.Open(database, new FixedClock(), new SeededRandomness(29));
        (await Write(record, "c0")).ShouldBeOfType<Outcome.Done>();
        await Tell("alter system set synchronous_standby_names = 'nobody'");
        await Tell("select pg_reload_conf()");

        // The server takes that up in its own time.
        var version = 1;
        while (!await GaveUpWaiting(Write(record, $"early{version}")))
            version++;

        var looking = record.Log(new("p", null, By.Worker, "s", "notes", "test", "view", true, new FixedClock().Now));
        await GaveUpWaiting(looking);
        await Should.ThrowAsync<RecordUnavailableException>(() => looking);

        var keeping = new FormKeys(record).Add("k1", "<key/>");
        (await GaveUpWaiting(keeping)).ShouldBeTrue();
        await Should.ThrowAsync<RecordUnavailableException>(() => keeping);

        var writing = Write(record, "c1");
        await GaveUpWaiting(writing);
        (await Should.ThrowAsync<CommitUnansweredException>(() => writing)).CommandId.ShouldBe("c1");
        // It stands there; to say so would be to promise it.
        version = (await record.Read(Streams.Policy)).Version;
        (await record.Read(Streams.Policy)).All<PolicySet>().Last().Value.ShouldBe("c1");
        await Should.ThrowAsync<RecordUnavailableException>(() => Write(record, "c1"));
        await Should.ThrowAsync<RecordUnavailableException>(() => Refused(record, "c1"));
        await Should.ThrowAsync<RecordUnavailableException>(() => record.Write(new("so", By.Worker), [Streams.Policy], (_, _) => Decision.AlreadySo));

        await Tell("alter system reset synchronous_standby_names");
        await Tell("select pg_reload_conf()");
        (await Write(record, "c1")).ShouldBeOfType<Outcome.Done>().Again.ShouldBeTrue();
        (await record.Read(Streams.Policy)).Version.ShouldBe(version);
        await new FormKeys(record).Add("k1", "<key/>");
    }

    public void Dispose() => _server.Dispose();

    /// <summary>Cuts every waiting for the standby short until this has ended; whether there was any.</summary>
    private async Task<bool> GaveUpWaiting(Task what)
    {
        var any = false;
        while (!what.IsCompleted)
            any |= await Tell("select count(pg_cancel_backend(pid)) from pg_stat_activity where wait_event = 'SyncRep'") is > 0L;
        return any;
    }

    private async Task<object?> Tell(string sql)
    {
        await using var source = NpgsqlDataSource.Create(_server.Superuser);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    private static Task<Outcome> Write(TheRecord record, string command) => record.Write(
        new(command, By.Worker), [Streams.Policy], (_, _) => Decision.Accept(Streams.Policy, RecordTests.Setting("area", command)));

    // Decided again it would be refused: then the first result is asked for too.
    private static Task<Outcome> Refused(TheRecord record, string command) => record.Write(
        new(command, By.Worker), [Streams.Policy], (_, _) => new JustTaken());
}
