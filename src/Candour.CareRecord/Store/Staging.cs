using System.Data.Common;
using Npgsql;

namespace Candour.CareRecord.Store;

/// <summary>Writes rows into the tables beside: prepared statements on SQLite, batches on PostgreSQL.</summary>
internal sealed class Staging(DbConnection connection, DbTransaction transaction, Database database) : IAsyncDisposable
{
    private const int RowsInABatch = 400;

    private readonly Dictionary<string, DbCommand> _statements = [];
    private readonly Dictionary<ListTable, string> _inserts = [];
    private NpgsqlBatch? _batch;

    public Task Add(ListTable list, object row)
    {
        if (!_inserts.TryGetValue(list, out var sql))
        {
            var columns = string.Join(", ", list.Columns.Select(c => c.Quoted).Prepend("provider"));
            _inserts[list] = sql = $"insert into rebuilt_{list.Name} ({columns}) values ({Places(list.Columns.Count + 1)})";
        }

        return Run(sql, Schema.UpsertValues(list, row, database.Provider));
    }

    /// <summary>Replaces or removes the row of the same key.</summary>
    public async Task Change(RowChange change)
    {
        await Run(
            change.Table.DeleteSql.Replace($"from {change.Table.Name} ", $"from rebuilt_{change.Table.Name} ", StringComparison.Ordinal),
            Schema.DeleteValues(change.Table, change.Row, database.Provider));
        if (!change.Remove)
            await Add(change.Table, change.Row);
    }

    public async Task Flush()
    {
        if (_batch is null)
            return;
        await _batch.ExecuteNonQueryAsync();
        await _batch.DisposeAsync();
        _batch = null;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var statement in _statements.Values)
            await statement.DisposeAsync();
        if (_batch is not null)
            await _batch.DisposeAsync();
    }

    private async Task Run(string sql, IEnumerable<object?> values)
    {
        if (database.IsPostgres)
        {
            _batch ??= new((NpgsqlConnection)connection, (NpgsqlTransaction)transaction) { Timeout = 0 };
            var command = new NpgsqlBatchCommand(Schema.Numbered(sql));
            foreach (var value in values)
                command.Parameters.Add(new() { Value = value ?? DBNull.Value });
            _batch.BatchCommands.Add(command);
            if (_batch.BatchCommands.Count >= RowsInABatch)
                await Flush();
            return;
        }

        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = connection.CreateCommand();
            statement.CommandText = sql;
            statement.Transaction = transaction;
            _statements.Add(sql, statement);
        }

        var i = 0;
        foreach (var value in values)
        {
            if (statement.Parameters.Count == i)
            {
                var parameter = statement.CreateParameter();
                parameter.ParameterName = $"@p{i}";
                statement.Parameters.Add(parameter);
            }

            statement.Parameters[i++].Value = value ?? DBNull.Value;
        }

        await statement.ExecuteNonQueryAsync();
    }

    private static string Places(int count) => string.Join(",", Enumerable.Range(0, count).Select(i => $"@p{i}"));
}
