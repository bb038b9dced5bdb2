using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Candour.CareRecord.Store;
using Candour.Clinical;

namespace Candour.CareRecord.Referrals.Store;

/// <summary>A self-referral not yet sent. Not part of the record; gone after 24 hours.</summary>
internal sealed class DraftRow
{
    public required string Provider { get; init; }

    /// <summary>SHA-256 of the browser's token, in hex.</summary>
    public required string TokenHash { get; init; }

    /// <summary>The answers, sealed under a key that only the browser's token makes. A copy of the database cannot be read.</summary>
    public required byte[] Sealed { get; init; }

    public required long Ends { get; init; }

    /// <summary>Danger told that nobody could be given yet, because there is no way to reach them; null: none.</summary>
    public string? Danger { get; init; }
}

/// <summary>
/// Drafts of self-referrals: on the server, sealed by AES-GCM under a key drawn from the browser's own token, so that the
/// service itself cannot read what somebody has not sent.
/// </summary>
public sealed class Drafts(TheRecord record, Randomness randomness)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>A new draft and the token for the browser's cookie.</summary>
    public async Task<(string Token, SelfReferral Draft)> Begin()
    {
        var token = Convert.ToBase64String(randomness.Bytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var draft = new SelfReferral { PersonId = Ids.New(randomness), ReferralId = Ids.New(randomness) };
        await Save(token, draft);
        return (token, draft);
    }

    /// <summary>Null when there is none, or it has ended.</summary>
    public async Task<SelfReferral?> Find(string? token)
    {
        if (token is not { Length: 43 })
            return null;
        await using var connection = await record.Database.Open();
        var found = await Sql.Rows(
            connection, null, row => (Sealed: (byte[])row[0], Ends: row.GetInt64(1)),
            "select sealed, ends from refer_draft where provider=@p0 and token_hash=@p1", record.Database.Provider, Hash(token));
        return found is [var draft] && Moment.Now(record.Clock).Milliseconds < draft.Ends ? Unseal(token, draft.Sealed) : null;
    }

    /// <summary>Keeps the answers for another 24 hours from now.</summary>
    public Task Save(string token, SelfReferral draft)
    {
        var ends = Moment.Now(record.Clock).Plus(Lifetime).Milliseconds;
        var danger = draft.SentOn is null && !draft.CanBeReached && draft.SafeNow is SafeNow.NotSure or SafeNow.NeedsHelpToday ? draft.SafeNow.ToString() : null;
        return record.Operate((connection, transaction) => Sql.Run(
            connection, transaction,
            """
            insert into refer_draft (provider, token_hash, sealed, ends, danger) values (@p0,@p1,@p2,@p3,@p4)
            on conflict (provider, token_hash) do update set sealed=excluded.sealed, ends=excluded.ends, danger=excluded.danger
            """,
            record.Database.Provider, Hash(token), Seal(token, draft), ends, danger));
    }

    public Task End(string token) => record.Operate((connection, transaction) => Sql.Run(
        connection, transaction, "delete from refer_draft where provider=@p0 and token_hash=@p1", record.Database.Provider, Hash(token)));

    /// <summary>
    /// Takes away drafts that have ended. For each that told danger and left no way to reach the person one event on the
    /// service's stream, so that it is counted.
    /// </summary>
    public async Task<int> TakeAway()
    {
        var now = Moment.Now(record.Clock);
        await using var connection = await record.Database.Open();
        var ended = await Sql.Rows(
            connection, null, row => (Hash: row.GetString(0), Danger: row.IsDBNull(1) ? null : row.GetString(1)),
            "select token_hash, danger from refer_draft where provider=@p0 and ends<=@p1", record.Database.Provider, now.Milliseconds);
        foreach (var (hash, danger) in ended)
        {
            if (danger is not null)
            {
                await record.Write(
                    new($"danger-unreached-{hash[..32]}", By.Worker), [Streams.Service],
                    (h, _) => Decision.Accept(Streams.Service, new DangerWithoutAddress { SafeNow = Enum.Parse<SafeNow>(danger) }));
            }

            await record.Operate((c, t) => Sql.Run(
                c, t, "delete from refer_draft where provider=@p0 and token_hash=@p1 and ends<=@p2", record.Database.Provider, hash, now.Milliseconds));
        }

        return ended.Count;
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"candour/draft/1\n{token}")));

    private static byte[] Key(string token) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.ASCII.GetBytes(token), 32, info: "candour/draft-key/1"u8.ToArray());

    private static byte[] Seal(string token, SelfReferral draft) => Sealing.Seal(Key(token), JsonSerializer.SerializeToUtf8Bytes(draft));

    private static SelfReferral? Unseal(string token, byte[] sealedBytes) => JsonSerializer.Deserialize<SelfReferral>(Sealing.Open(Key(token), sealedBytes));
}
