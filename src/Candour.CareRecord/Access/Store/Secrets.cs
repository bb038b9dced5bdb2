using Candour.CareRecord.Store;

namespace Candour.CareRecord.Access.Store;

/// <summary>Random keys of the service itself, made when first asked for: never in a setting, a log or the record.</summary>
public sealed class Secrets(TheRecord record, Randomness randomness)
{
    public async Task<byte[]> Get(string name, int length)
    {
        if (await Read(name) is { } there)
            return there;
        await record.Operate((connection, transaction) => Sql.Run(
            connection, transaction, "insert into secret (provider, name, value) values (@p0,@p1,@p2) on conflict do nothing",
            record.Database.Provider, name, Convert.ToHexString(randomness.Bytes(length))));
        return await Read(name) ?? throw new InvalidOperationException($"The key {name} was not stored.");
    }

    private async Task<byte[]?> Read(string name)
    {
        await using var connection = await record.Database.Open();
        var found = await Sql.Rows(
            connection, null, row => row.GetString(0), "select value from secret where provider=@p0 and name=@p1", record.Database.Provider, name);
        return found is [var value] ? Convert.FromHexString(value) : null;
    }
}

/// <summary>A key as stored, in hex.</summary>
internal sealed class SecretRow
{
    public required string Provider { get; init; }

    public required string Name { get; init; }

    public required string Value { get; init; }
}
