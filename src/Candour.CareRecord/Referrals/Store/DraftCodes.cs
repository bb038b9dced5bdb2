using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Candour.CareRecord.Links;
using Candour.CareRecord.Store;
using Candour.Clinical;

namespace Candour.CareRecord.Referrals.Store;

/// <summary>
/// The way back to a self-referral on another phone or computer: eight letters and numbers, shown once and written down by the
/// person, and the date of birth in the answers. No message carries it and no outbox holds it. The database keeps a slow hash of
/// the code and, sealed under a key that only the code makes, the token that opens the draft.
/// </summary>
public sealed class DraftCodes(TheRecord record, Drafts drafts, Randomness randomness) : IDisposable
{
    public const int MostTries = 5;

    // One after another: tries made at once are counted one by one.
    private readonly SemaphoreSlim _one = new(1);

    // As for codes on paper: forty bits must not be tried out against a stolen database.
    private const int Rounds = 210_000;

    /// <summary>A new code for the draft; the one before opens nothing any more. Null without a birth date to ask for, or once it is sent.</summary>
    /// <param name="token">The token in the browser.</param>
    public async Task<string?> Show(string token)
    {
        if (await drafts.Find(token) is not { SentOn: null, BirthDate: not null } draft)
            return null;
        if (draft.WayBack is { } before)
            await Remove(before);
        var code = NewLink.OnPaper(randomness).Token;
        var hash = NewLink.HashOfTyped(code)!;
        await Keep(hash, code, new(token, 0));
        await drafts.Save(token, draft with { WayBack = hash });
        return NewLink.Printed(code);
    }

    /// <summary>The browser's token when code and birth date are right, else the words. A code opens once; five wrong dates end it.</summary>
    public async Task<(string? Token, Refusal? Because)> Open(string? typed, DateOnly born)
    {
        await _one.WaitAsync();
        try
        {
            return await Try(typed, born);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<(string? Token, Refusal? Because)> Try(string? typed, DateOnly born)
    {
        var code = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant();
        if (code.Length != NewLink.PaperLength || NewLink.HashOfTyped(code) is not { } hash || await Find(hash, code) is not { } way
            || await drafts.Find(way.Token) is not { SentOn: null } draft)
        {
            return (null, new NoDraftForCode());
        }

        if (draft.BirthDate == born)
        {
            await Remove(hash);
            await drafts.Save(way.Token, draft with { WayBack = null });
            return (way.Token, null);
        }

        if (way.Wrong + 1 >= MostTries)
        {
            await Remove(hash);
            return (null, new DraftCodeClosed());
        }

        await Keep(hash, code, way with { Wrong = way.Wrong + 1 });
        return (null, new NotTheBirthDateTyped(MostTries - way.Wrong - 1));
    }

    /// <summary>Nothing is left to open.</summary>
    public Task Remove(string hash) => record.Operate((connection, transaction) => Sql.Run(
        connection, transaction, "delete from refer_draft where provider=@p0 and token_hash=@p1", record.Database.Provider, hash));

    private Task Keep(string hash, string code, WayBack way) => record.Operate((connection, transaction) => Sql.Run(
        connection, transaction,
        """
        insert into refer_draft (provider, token_hash, sealed, ends) values (@p0,@p1,@p2,@p3)
        on conflict (provider, token_hash) do update set sealed=excluded.sealed
        """,
        record.Database.Provider, hash, Sealing.Seal(Key(code), JsonSerializer.SerializeToUtf8Bytes(way)),
        Moment.Now(record.Clock).Plus(Drafts.Lifetime).Milliseconds));

    private async Task<WayBack?> Find(string hash, string code)
    {
        await using var connection = await record.Database.Open();
        var found = await Sql.Rows(
            connection, null, row => (Sealed: (byte[])row[0], Ends: row.GetInt64(1)),
            "select sealed, ends from refer_draft where provider=@p0 and token_hash=@p1", record.Database.Provider, hash);
        return found is [var one] && Moment.Now(record.Clock).Milliseconds < one.Ends ? JsonSerializer.Deserialize<WayBack>(Sealing.Open(Key(code), one.Sealed)) : null;
    }

    private static byte[] Key(string code) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(code), "candour/draft-code-key/1"u8, Rounds, HashAlgorithmName.SHA512, 32);

    /// <summary>What a code seals.</summary>
    /// <param name="Wrong">Wrong birth dates so far.</param>
    private sealed record WayBack(string Token, int Wrong);
}

public sealed record NoDraftForCode()
    : Refusal("We cannot find that code. Check its letters and numbers. A code works once, for 24 hours. You can also call us, or begin again.")
{
    public override string? Field => "Code";
}

public sealed record NotTheBirthDateTyped(int Left)
    : Refusal($"That is not the date of birth you gave. You have {(Left == 1 ? "1 more try" : $"{Left} more tries")} with this code.")
{
    public override string? Field => "Birth.Day";
}

public sealed record DraftCodeClosed() : Refusal("We have closed this code to protect you. You can call us, or begin again.")
{
    public override string? Field => "Code";
}
