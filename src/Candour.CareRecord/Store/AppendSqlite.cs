using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Candour.CareRecord.Store;

/// <summary>The append on SQLite: one connection, one writer, <c>BEGIN IMMEDIATE</c>, a savepoint a command.</summary>
internal sealed class AppendSqlite(SqliteConnection connection, string provider, Randomness salts, Room room, Growth growth) : Append
{
    private readonly Dictionary<string, SqliteCommand> _statements = [];
    private long _lastLeaf = -1;

    public override Task Store(IReadOnlyList<Pending> commands, IReadOnlyList<View> views)
    {
        if (room.IsShort)
            commands = Refuse(commands, new NoRoomException());
        // Answered only after the commit: "stored before" and "stale" may rest on what this very batch stores.
        var answers = new List<(Pending Command, Stored Answer)>(commands.Count);
        Run("begin immediate");
        try
        {
            Run(NumberSql, provider);
            foreach (var command in commands)
                answers.Add((command, StoreOne(command)));
            foreach (var view in views)
                StoreView(view);
        }
        catch
        {
            Rollback();
            throw;
        }

        try
        {
            Commit(commands);
        }
        catch (SqliteException) when (!InTransaction())
        {
            // The transaction is over and nobody said how: only reading tells.
            answers.ForEach(a => a.Command.Ended.TrySetResult(Stored.Unknown));
            throw;
        }
        catch
        {
            Rollback();
            throw;
        }

        answers.ForEach(a => a.Command.Ended.TrySetResult(a.Answer));
        return Task.CompletedTask;
    }

    public override Task Number()
    {
        Run(NumberSql, provider);
        return Task.CompletedTask;
    }

    public override async Task Operate(Func<DbConnection, DbTransaction, Task> work)
    {
        await using var transaction = connection.BeginTransaction(deferred: false);
        await work(connection, transaction);
        await transaction.CommitAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var statement in _statements.Values)
            await statement.DisposeAsync();
        await connection.DisposeAsync();
    }

    private Stored StoreOne(Pending command)
    {
        if (Value("select 1 from command where provider=@p0 and id=@p1", provider, command.CommandId) is not null)
            return Stored.Before;
        if (command.Expected.Any(expected => Head(expected.Key) != expected.Value))
            return Stored.Stale;

        Run("savepoint one");
        var first = NextLeaf();
        var leaf = first;
        try
        {
            foreach (var e in command.Events)
                StoreEvent(leaf++, e);
            foreach (var (of, ordinal) in command.Erase)
                PartErasure.OnSqlite((sql, values) => Run(sql, values), provider, of, ordinal, leaf - 1);
            foreach (var change in command.Rows)
                StoreRow(change);
            Run("insert into command (provider, id, first_leaf, last_leaf) values (@p0,@p1,@p2,@p3)", provider, command.CommandId, first, leaf - 1);
            foreach (var (sql, values) in SentForms.Remember(provider, command))
                Run(sql, values);
            Run("release one");
            _lastLeaf = leaf - 1;
            return Stored.Yes;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == 19)
        {
            Run("rollback to one");
            Run("release one");
            return Stored.Taken;
        }
    }

    private void StoreEvent(long leaf, SealedEvent e)
    {
        Run(
            "insert into leaf (provider, id, commitments, hash) values (@p0,@p1,@p2,@p3)",
            provider, leaf, e.Commitments, Leaf.Hash(Leaf.Data(e.Commitments)));
        foreach (var part in e.Parts)
        {
            Run(
                "insert into part (provider, leaf, ordinal, kind, salt, bytes) values (@p0,@p1,@p2,@p3,@p4,@p5)",
                provider, leaf, part.Ordinal, (int)part.Kind, part.Salt, part.Bytes);
        }

        Run(
            "insert into event_index (provider, leaf, stream, sequence, type, at, command) values (@p0,@p1,@p2,@p3,@p4,@p5,@p6)",
            provider, leaf, e.Envelope.Stream.ToString(), e.Envelope.Sequence, e.Envelope.Type, e.Envelope.At.Milliseconds, e.Envelope.CommandId);
    }

    private void StoreRow(RowChange change)
    {
        if (change.Remove)
            Run(change.Table.DeleteSql, [.. Schema.DeleteValues(change.Table, change.Row, provider)]);
        else
            Run(change.Table.UpsertSql, [.. Schema.UpsertValues(change.Table, change.Row, provider)]);
    }

    private void StoreView(View view) => Run(
        "insert into view (provider, person, actor, at, salt, bytes) values (@p0,@p1,@p2,@p3,@p4,@p5)",
        provider, view.Person, view.By.Actor, view.At.Milliseconds, salts.Bytes(Leaf.SaltLength), Schema.BytesOf(view));

    private int Head(StreamId stream) => Convert.ToInt32(Value(
        "select max(sequence) from event_index where provider=@p0 and stream=@p1", provider, stream.ToString()) ?? 0);

    private long NextLeaf()
    {
        if (_lastLeaf < 0)
            _lastLeaf = Convert.ToInt64(Value("select max(id) from leaf where provider=@p0", provider) ?? 0L);
        return _lastLeaf + 1;
    }

    private void Commit(IReadOnlyList<Pending> commands)
    {
        try
        {
            Run("commit");
        }
        finally
        {
            growth.Note(commands.SelectMany(c => c.Events.Select(e => e.Envelope.Stream).Distinct()));
        }
    }

    private bool InTransaction() => SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0;

    private void Rollback()
    {
        _lastLeaf = -1;
        if (InTransaction())
            Run("rollback");
    }

    private void Run(string sql, params object?[] values) => Statement(sql, values).ExecuteNonQuery();

    private object? Value(string sql, params object?[] values) => Statement(sql, values).ExecuteScalar() is { } v and not DBNull ? v : null;

    private SqliteCommand Statement(string sql, object?[] values)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = connection.CreateCommand();
            statement.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
                statement.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" });
            _statements.Add(sql, statement);
        }

        for (var i = 0; i < values.Length; i++)
            statement.Parameters[i].Value = values[i] ?? DBNull.Value;
        return statement;
    }
}
