using Candour.CareRecord.Store;

namespace Candour.CareRecord.Access.Store;

/// <summary>Keys that protect form tokens, as the framework writes them.</summary>
public sealed class FormKeys(TheRecord record)
{
    public async Task<IReadOnlyList<string>> All()
    {
        await using var connection = await record.Database.Open();
        return await Sql.Rows(
            connection, null, row => row.GetString(0), "select xml from form_key where provider=@p0 order by name", record.Database.Provider);
    }

    public Task Add(string name, string xml) => record.Operate((connection, transaction) => Sql.Run(
        connection, transaction, "insert into form_key (provider, name, xml) values (@p0,@p1,@p2) on conflict do nothing",
        record.Database.Provider, name, xml));
}

/// <summary>A key as stored.</summary>
internal sealed class FormKeyRow
{
    public required string Provider { get; init; }

    public required string Name { get; init; }

    public required string Xml { get; init; }
}
