using System.Data.Common;

namespace Candour.CareRecord.Store;

/// <summary>
/// A hand-written statement with parameters @p0, @p1 … in order, the same text on both databases. For operational tables
/// (accounts, sessions, claims); the record itself is written by <see cref="Append"/> alone.
/// </summary>
internal static class Sql
{
    /// <returns>The number of rows changed.</returns>
    public static async Task<int> Run(DbConnection connection, DbTransaction? transaction, string sql, params object?[] values)
    {
        await using var command = Command(connection, transaction, sql, values);
        return await command.ExecuteNonQueryAsync();
    }

    public static async Task<List<T>> Rows<T>(
        DbConnection connection, DbTransaction? transaction, Func<DbDataReader, T> read, string sql, params object?[] values)
    {
        await using var command = Command(connection, transaction, sql, values);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(read(reader));
        return rows;
    }

    public static string? Text(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static long? Number(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    private static DbCommand Command(DbConnection connection, DbTransaction? transaction, string sql, object?[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            parameter.Value = values[i] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
