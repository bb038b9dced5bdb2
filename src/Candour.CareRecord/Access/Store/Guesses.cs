using Candour.CareRecord.Store;
using Candour.Clinical;

namespace Candour.CareRecord.Access.Store;

/// <summary>
/// Wrong guesses of the last 15 minutes. Few are allowed for one account from one address, more for one account from
/// anywhere: an outsider cannot lock a colleague out with a handful, and cannot try many from many places either.
/// </summary>
public sealed class Guesses(TheRecord record)
{
    public const int PerAddress = 10;
    public const int PerAccount = 100;

    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(15);

    public async Task<bool> TooMany(string key, int most)
    {
        await using var connection = await record.Database.Open();
        var counts = await Sql.Rows(
            connection, null, row => row.GetInt64(0), "select count(*) from wrong_guess where provider=@p0 and key_hash=@p1 and at>@p2",
            record.Database.Provider, RecoveryCode.Hash(key), Since());
        return counts[0] >= most;
    }

    /// <summary>Remembers one wrong guess under each key, and forgets what is too old to count.</summary>
    public Task Wrong(IReadOnlyList<string> keys) => record.Operate(async (connection, transaction) =>
    {
        var provider = record.Database.Provider;
        await Sql.Run(connection, transaction, "delete from wrong_guess where provider=@p0 and at<=@p1", provider, Since());
        foreach (var key in keys)
        {
            await Sql.Run(
                connection, transaction,
                "insert into wrong_guess (provider, key_hash, number, at) select @p0, @p1, coalesce(max(number), 0) + 1, @p2 from wrong_guess where provider=@p0 and key_hash=@p1",
                provider, RecoveryCode.Hash(key), Moment.Now(record.Clock).Milliseconds);
        }
    });

    private long Since() => Moment.Now(record.Clock).Minus(Remembered).Milliseconds;
}

/// <summary>One wrong guess. The key (account, address) is hashed.</summary>
internal sealed class WrongGuessRow
{
    public required string Provider { get; init; }

    public required string KeyHash { get; init; }

    public required long Number { get; init; }

    public required long At { get; init; }
}

/// <summary>A recovery code, hashed.</summary>
internal sealed class RecoveryCodeRow
{
    public required string Provider { get; init; }

    public required string Account { get; init; }

    public required string CodeHash { get; init; }

    public long? Used { get; init; }
}
