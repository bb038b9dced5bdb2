using System.Data.Common;
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

    /// <summary>
    /// Counts a guess before it is looked at, in the transaction that asks how many there were: of many sent at the same moment
    /// no more are looked at than of as many one by one. Forgets what is too old to count.
    /// </summary>
    /// <returns>False when under one of the keys there were too many already: this one is not looked at.</returns>
    public async Task<bool> Take(IReadOnlyList<(string Key, int Most)> keys)
    {
        var taken = true;
        await record.Operate(async (connection, transaction) => taken = await Take(connection, transaction, keys));
        return taken;
    }

    /// <summary>It was right after all: the guess that was counted last under each key is forgotten.</summary>
    public Task Right(IReadOnlyList<(string Key, int Most)> keys) => record.Operate(async (connection, transaction) =>
    {
        foreach (var (key, _) in keys)
        {
            await Sql.Run(
                connection, transaction,
                "delete from wrong_guess where provider=@p0 and key_hash=@p1 and number=(select max(number) from wrong_guess where provider=@p0 and key_hash=@p1)",
                record.Database.Provider, RecoveryCode.Hash(key));
        }
    });

    private async Task<bool> Take(DbConnection connection, DbTransaction transaction, IReadOnlyList<(string Key, int Most)> keys)
    {
        var provider = record.Database.Provider;
        await Sql.Run(connection, transaction, "delete from wrong_guess where provider=@p0 and at<=@p1", provider, Since());
        foreach (var (key, most) in keys)
        {
            var counts = await Sql.Rows(
                connection, transaction, row => row.GetInt64(0), "select count(*) from wrong_guess where provider=@p0 and key_hash=@p1", provider, RecoveryCode.Hash(key));
            if (counts[0] >= most)
                return false;
        }

        foreach (var (key, _) in keys)
        {
            await Sql.Run(
                connection, transaction,
                "insert into wrong_guess (provider, key_hash, number, at) select @p0, @p1, coalesce(max(number), 0) + 1, @p2 from wrong_guess where provider=@p0 and key_hash=@p1",
                provider, RecoveryCode.Hash(key), Moment.Now(record.Clock).Milliseconds);
        }

        return true;
    }

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
