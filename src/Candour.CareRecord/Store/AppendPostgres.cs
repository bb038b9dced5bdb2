using System.Data;
using System.Data.Common;
using Npgsql;
using static Candour.CareRecord.Store.InsertsPostgres;

namespace Candour.CareRecord.Store;

/// <summary>
/// The append on PostgreSQL: two round trips a batch. The first takes the provider's lock (so that one process at a time
/// appends) and reads the heads; the second inserts everything and commits. No timeout and no cancellation on the COMMIT:
/// whoever waits for it is told after a while that nobody knows, and it goes on by itself. A server that answers it with a
/// warning has not promised anything (it may have given up waiting for its standby): until a later COMMIT is answered without
/// one, which stands behind all that came before it, nothing is acknowledged.
/// </summary>
/// <param name="appending">Connections without a timeout, which the driver would also use for COMMIT: every other command brings its own.</param>
/// <param name="source">For operational work, whose commands are not ours.</param>
internal sealed class AppendPostgres(NpgsqlDataSource appending, NpgsqlDataSource source, string provider, Randomness salts, ClockWatch watch) : Append
{
    private static readonly string NumberSqlPostgres = Schema.Numbered(NumberSql);
    private readonly InsertsPostgres _inserts = new(provider, salts);
    private NpgsqlConnection? _connection;
    private bool _warned;
    private bool _unnumbered = true;
    private volatile bool _owes = true;

    public override bool Owes => _owes;

    public override async Task Store(IReadOnlyList<Pending> commands, IReadOnlyList<View> views)
    {
        try
        {
            await StoreTogether(commands, views);
        }
        catch (PostgresException e) when (IsOfOneCommand(e) && commands.Count > 0 && commands.Count + views.Count > 1)
        {
            // One command took a key that another stream holds, or brought what no row can hold. Alone, each shows which it was.
            foreach (var command in commands.Where(c => !c.Ended.Task.IsCompleted))
                await StoreAlone(command);
            await StoreTogether([], views);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            foreach (var command in commands)
                command.Ended.TrySetResult(Stored.Taken);
        }
    }

    public override async Task Number()
    {
        var connection = await Open();
        await InTransaction(connection, async transaction =>
        {
            await using var batch = Batch(connection, transaction);
            batch.BatchCommands.Add(LockCommand());
            batch.BatchCommands.Add(NumberCommand());
            await batch.ExecuteNonQueryAsync();
        });
    }

    public override async Task Promise()
    {
        await InTransaction(await Open(), async transaction =>
        {
            await using var batch = Batch(transaction.Connection!, transaction);
            batch.BatchCommands.Add(PromiseCommand());
            await batch.ExecuteNonQueryAsync();
        });
        if (_warned)
            throw new NotPromisedException();
        _owes = false;
    }

    public override async Task Operate(Func<DbConnection, DbTransaction, Task> work)
    {
        await using var connection = await source.OpenConnectionAsync();
        var warned = false;
        connection.Notice += (_, e) => warned |= IsWarning(e.Notice);
        await using var transaction = await connection.BeginTransactionAsync();
        await work(connection, transaction);
        warned = false;
        await transaction.CommitAsync();
        // A draft called saved, a session called ended, a code called spent would be as before on the standby that takes over.
        if (warned)
            throw new NotPromisedException();
    }

    public override async ValueTask DisposeAsync()
    {
        if (_connection is not null)
            await _connection.DisposeAsync();
    }

    private async Task StoreAlone(Pending command)
    {
        try
        {
            await StoreTogether([command], []);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            command.Ended.TrySetResult(Stored.Taken);
        }
        catch (PostgresException e) when (IsOfOneCommand(e))
        {
            command.Ended.TrySetException(new RecordUnavailableException(e));
        }
    }

    // Classes of errors that lie in what is stored, not in the server: wrong data, a broken constraint, too much for a row or an index.
    private static bool IsOfOneCommand(PostgresException e) => e.SqlState[..2] is "22" or "23" or "54";

    private async Task StoreTogether(IReadOnlyList<Pending> commands, IReadOnlyList<View> views)
    {
        var connection = await Open();
        List<(Pending Command, Stored Answer)> answers = [];
        var owed = _owes;
        await InTransaction(
            connection,
            async transaction =>
            {
                await using var batch = Batch(connection, transaction);
                if (commands.Count == 0)
                {
                    // Looks alone decide on nothing: one round trip. Locked they are, too, so that they stand in the order of their numbers.
                    batch.BatchCommands.Add(LockCommand());
                    if (_unnumbered)
                        batch.BatchCommands.Add(NumberCommand());
                    _inserts.Add(batch, [], views, 0);
                }
                else
                {
                    var (heads, before, lastLeaf, clockIsApart) = await ReadHeads(connection, transaction, commands);
                    if (clockIsApart is { } apart)
                        commands = Refuse(commands, new ClockIsWrongException(apart));
                    // Answered only after the commit: "stored before" and "stale" may rest on what this very batch stores.
                    answers = [.. commands.Select(c => (Command: c, Answer: AnswerTo(c, heads, before)))];
                    _inserts.Add(batch, [.. answers.Where(a => a.Answer == Stored.Yes).Select(a => a.Command)], views, lastLeaf);
                }

                if (owed)
                    batch.BatchCommands.Add(PromiseCommand());
                if (batch.BatchCommands.Count > 0)
                    await batch.ExecuteNonQueryAsync();
            },
            unanswered: () => answers.ForEach(a => a.Command.Ended.TrySetResult(Stored.Unknown)));
        _unnumbered = commands.Count > 0;
        if (_warned)
        {
            answers.ForEach(a => a.Command.Ended.TrySetResult(a.Answer == Stored.Yes ? Stored.NotPromised : a.Answer));
            throw new NotPromisedException();
        }

        if (owed)
            _owes = false;
        answers.ForEach(a => a.Command.Ended.TrySetResult(a.Answer));
    }

    /// <param name="unanswered">Called when COMMIT was sent and not answered, before the exception goes on.</param>
    private async Task InTransaction(NpgsqlConnection connection, Func<NpgsqlTransaction, Task> work, Action? unanswered = null)
    {
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        try
        {
            try
            {
                await work(transaction);
            }
            catch (PostgresException)
            {
                // By hand: the driver's own rollback would have no bound.
                await using var back = new NpgsqlCommand("rollback", connection) { CommandTimeout = Database.MostSeconds };
                await back.ExecuteNonQueryAsync();
                throw;
            }

            _warned = false;
            var commit = transaction.CommitAsync(CancellationToken.None);
            try
            {
                await commit.WaitAsync(TimeSpan.FromSeconds(Database.MostSeconds));
            }
            catch (Exception e) when (e is NpgsqlException or IOException or ObjectDisposedException or TimeoutException)
            {
                _owes = true;
                unanswered?.Invoke();
                if (!commit.IsCompleted)
                    _ = LeaveToIt(commit, connection, transaction);
                throw;
            }
        }
        finally
        {
            if (ReferenceEquals(connection, _connection))
                await transaction.DisposeAsync();
        }
    }

    /// <summary>The connection is the unanswered COMMIT's alone from now on; what comes next has another and waits for its lock.</summary>
    private async Task LeaveToIt(Task commit, NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        _connection = null;
        try
        {
            await commit;
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
        catch (Exception e) when (e is NpgsqlException or IOException or ObjectDisposedException)
        {
            // Only reading by command id tells what became of it.
            await connection.DisposeAsync();
        }
    }

    private static NpgsqlBatch Batch(NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        new(connection, transaction) { Timeout = Database.MostSeconds };

    private async Task<(Dictionary<string, int> Heads, HashSet<string> Before, long LastLeaf, TimeSpan? ClockIsApart)> ReadHeads(
        NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<Pending> commands)
    {
        await using var batch = Batch(connection, transaction);
        batch.BatchCommands.Add(LockCommand());
        batch.BatchCommands.Add(NumberCommand());
        batch.BatchCommands.Add(Sql("select coalesce(max(id), 0), (extract(epoch from clock_timestamp()) * 1000)::bigint from leaf where provider=$1", provider));
        batch.BatchCommands.Add(Sql(
            "select stream, max(sequence) from event_index where provider=$1 and stream = any($2) group by stream",
            provider, commands.SelectMany(c => c.Expected.Keys).Select(s => s.ToString()).Distinct().ToArray()));
        batch.BatchCommands.Add(Sql(
            "select id from command where provider=$1 and id = any($2)", provider, commands.Select(c => c.CommandId).ToArray()));
        var asked = watch.Now;
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        await reader.ReadAsync();
        var lastLeaf = reader.GetInt64(0);
        var apart = watch.Apart(new(reader.GetInt64(1)), asked, watch.Now);
        await reader.NextResultAsync();
        var heads = new Dictionary<string, int>();
        while (await reader.ReadAsync())
            heads[reader.GetString(0)] = reader.GetInt32(1);
        await reader.NextResultAsync();
        var before = new HashSet<string>();
        while (await reader.ReadAsync())
            before.Add(reader.GetString(0));
        return (heads, before, lastLeaf, apart);
    }

    private static Stored AnswerTo(Pending command, Dictionary<string, int> heads, HashSet<string> before)
    {
        if (before.Contains(command.CommandId))
            return Stored.Before;
        if (command.Expected.Any(x => heads.GetValueOrDefault(x.Key.ToString()) != x.Value))
            return Stored.Stale;
        before.Add(command.CommandId);
        foreach (var e in command.Events)
            heads[e.Envelope.Stream.ToString()] = e.Envelope.Sequence;
        return Stored.Yes;
    }

    // Something for the log of the server: a COMMIT that has written nothing waits for nobody.
    private static NpgsqlBatchCommand PromiseCommand() => Sql("select pg_logical_emit_message(true, 'candour', 'promise')");

    private static bool IsWarning(PostgresNotice notice) => notice.Severity == "WARNING" || notice.InvariantSeverity == "WARNING";

    private NpgsqlBatchCommand LockCommand() => Sql("select pg_advisory_xact_lock(hashtext('candour/append/' || $1))", provider);

    private NpgsqlBatchCommand NumberCommand() => Sql(NumberSqlPostgres, provider);

    private async Task<NpgsqlConnection> Open()
    {
        if (_connection is { State: ConnectionState.Open })
            return _connection;
        if (_connection is not null)
            await _connection.DisposeAsync();
        var opened = _connection = await appending.OpenConnectionAsync();
        opened.Notice += (_, e) =>
        {
            if (!IsWarning(e.Notice))
                return;
            // Of a COMMIT that was left to itself, too.
            _owes = true;
            _warned |= ReferenceEquals(opened, _connection);
        };
        return opened;
    }
}
