using System.Collections.Concurrent;
using System.Data.Common;

namespace Candour.CareRecord.Store;

/// <summary>
/// Runs reading statements. On SQLite a few connections are kept open with their statements prepared, because preparing
/// costs more than reading; on PostgreSQL the driver does both. Text and parameters are the same on both: @p0, @p1 … in order.
/// </summary>
internal sealed class Statements(Func<Task<DbConnection>> open, bool postgres) : IAsyncDisposable
{
    private const int MostKept = 8;

    private readonly ConcurrentBag<Held> _idle = [];
    private readonly ConcurrentDictionary<string, string> _numbered = new();
    private volatile bool _closed;

    /// <exception cref="RecordUnavailableException">The database cannot be read now.</exception>
    public async Task<T> Query<T>(string sql, Func<DbDataReader, Task<T>> read, params object?[] values)
    {
        try
        {
            // The driver takes three times as long to give up a server that hangs; what comes then is dropped.
            if (postgres)
                return await OnPostgres(sql, read, values).WaitAsync(TimeSpan.FromSeconds(Database.MostSeconds));

            var held = _idle.TryTake(out var kept) ? kept : new Held(await open());
            try
            {
                var result = await Run(held.Command(sql), read, values, named: true);
                if (_closed || _idle.Count >= MostKept)
                    await held.DisposeAsync();
                else
                    _idle.Add(held);
                return result;
            }
            catch
            {
                await held.DisposeAsync();
                throw;
            }
        }
        catch (Exception e) when (e is DbException or IOException or TimeoutException)
        {
            throw new RecordUnavailableException(e);
        }
    }

    /// <inheritdoc cref="Query"/>
    public Task<List<T>> Rows<T>(Func<DbDataReader, T> row, string sql, params object?[] values) => Query(
        sql,
        async reader =>
        {
            var rows = new List<T>();
            while (await reader.ReadAsync())
                rows.Add(row(reader));
            return rows;
        },
        values);

    public async ValueTask DisposeAsync()
    {
        _closed = true;
        while (_idle.TryTake(out var held))
            await held.DisposeAsync();
    }

    private async Task<T> OnPostgres<T>(string sql, Func<DbDataReader, Task<T>> read, object?[] values)
    {
        await using var connection = await open();
        await using var command = connection.CreateCommand();
        command.CommandText = _numbered.GetOrAdd(sql, Schema.Numbered);
        return await Run(command, read, values, named: false);
    }

    private static async Task<T> Run<T>(DbCommand command, Func<DbDataReader, Task<T>> read, object?[] values, bool named)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (command.Parameters.Count == i)
            {
                var parameter = command.CreateParameter();
                if (named)
                    parameter.ParameterName = $"@p{i}";
                command.Parameters.Add(parameter);
            }

            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        await using var reader = await command.ExecuteReaderAsync();
        return await read(reader);
    }

    private sealed class Held(DbConnection connection) : IAsyncDisposable
    {
        private readonly Dictionary<string, DbCommand> _commands = [];

        public DbCommand Command(string sql)
        {
            if (!_commands.TryGetValue(sql, out var command))
            {
                command = connection.CreateCommand();
                command.CommandText = sql;
                _commands.Add(sql, command);
            }

            return command;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var command in _commands.Values)
                await command.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
