using Candour.CareRecord.Store;

namespace Candour.Load;

/// <summary>
/// The list rows of a large service without its events: each list is copied again and again under the ids that
/// <see cref="Copies"/> would give. For pages that read lists alone; a rebuild would take these rows away.
/// </summary>
internal static class RowCopies
{
    public static async Task Write(Database database, int from, int until)
    {
        await using var connection = await database.Open();
        for (var copy = from; copy <= until; copy++)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var list in Lists.All)
            {
                var columns = list.Columns.Where(c => c.Name != "provider").Select(c => $"\"{c.Name}\"").ToList();
                await using var command = connection.CreateCommand();
                command.Transaction = transaction;
                command.CommandText =
                    $"""
                     insert into {list.Name} (provider, {string.Join(", ", columns)})
                     select provider, {string.Join(", ", columns.Select(c => Other(c, Copies.Suffix(copy))))} from {list.Name}
                     where provider='RDM' and {Original(list)} on conflict do nothing
                     """;
                await command.ExecuteNonQueryAsync();
            }

            await transaction.CommitAsync();
        }
    }

    private static string Other(string column, string suffix) =>
        $"case when length({column}) >= 16 and substr({column}, 1, 16) not glob '*[^0-9A-Z]*' then substr({column}, 1, 13) || '{suffix}' || substr({column}, 17) else {column} end";

    /// <summary>Rows of the simulated year itself: the ids of copies have a 0 where their number begins.</summary>
    private static string Original(ListTable list) =>
        string.Join(" and ", list.Key.Select(c => $"(typeof(\"{c.Name}\") <> 'text' or substr(\"{c.Name}\", 14, 1) <> '0')"));
}
