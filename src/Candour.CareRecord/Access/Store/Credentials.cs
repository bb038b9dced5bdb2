using Candour.CareRecord.Store;
using Candour.Clinical;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Candour.CareRecord.Access.Store;

/// <summary>
/// What proves an account: a password hashed with PBKDF2-HMAC-SHA-512 (210,000 rounds or more), codes of an authenticator
/// each good once, recovery codes each good once, and a limit on wrong guesses.
/// </summary>
public sealed class Credentials(TheRecord record, Accounts accounts, Guesses guesses, Randomness randomness)
{
    public const int Rounds = 210_000;

    private static readonly TimeSpan SetUpLasts = TimeSpan.FromHours(72);

    private readonly PasswordHasher<Account> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
    private string? _nobodys;

    private string Provider => record.Database.Provider;

    /// <summary>The account when e-mail and password match; otherwise the same refusal after the same work, whatever was wrong.</summary>
    public async Task<(Account? Account, Refusal? No)> SignIn(string email, string password, string? address)
    {
        (string, int)[] keys = [($"password/{Accounts.Tidy(email)}/{address}", Guesses.PerAddress), ($"password/{Accounts.Tidy(email)}", Guesses.PerAccount)];
        if (!await guesses.Take(keys))
            return (null, new WaitFifteenMinutes());
        var account = await accounts.ByEmail(email);
        var stored = account is null ? null : (await Secret(account.Id)).PasswordHash;
        var matches = _hasher.VerifyHashedPassword(account!, stored ?? Nobodys(), password) != PasswordVerificationResult.Failed;
        if (stored is null || !matches || account is not { Disabled: false, SetUp: true })
            return (null, new DoNotMatch());
        await guesses.Right(keys);
        return (account, null);
    }

    /// <summary>Accepts a code once: of two at the same time one is refused, because the step is moved by compare-and-set.</summary>
    public async Task<Refusal?> Code(string account, string code)
    {
        (string, int)[] keys = [($"code/{account}", Guesses.PerAddress)];
        if (!await guesses.Take(keys))
            return new WaitFifteenMinutes();
        var secret = (await Secret(account)).Totp;
        var moved = secret is not null && Totp.StepFor(secret, code, Moment.Now(record.Clock)) is { } step && await MoveStep(account, step);
        if (moved)
            await guesses.Right(keys);
        return moved ? null : new CodeNotRight();
    }

    /// <summary>Spends a recovery code.</summary>
    public async Task<Refusal?> Recover(string account, string code)
    {
        (string, int)[] keys = [($"code/{account}", Guesses.PerAddress)];
        if (!await guesses.Take(keys))
            return new WaitFifteenMinutes();
        var spent = 0;
        await record.Operate(async (connection, transaction) => spent = await Sql.Run(
            connection, transaction, "update recovery_code set used=@p3 where provider=@p0 and account=@p1 and code_hash=@p2 and used is null",
            Provider, account, RecoveryCode.Hash(code), Moment.Now(record.Clock).Milliseconds));
        if (spent != 1)
            return new RecoveryCodeNotRight();
        await guesses.Right(keys);
        return null;
    }

    /// <summary>A token for the first sign-in, or the next after everything was lost; good once, for three days. An older one ends.</summary>
    public async Task<string> Invite(string account)
    {
        var token = Convert.ToHexString(randomness.Bytes(32)).ToLowerInvariant();
        await record.Operate((connection, transaction) => Sql.Run(
            connection, transaction, "update account set setup_hash=@p2, setup_until=@p3 where provider=@p0 and id=@p1",
            Provider, account, RecoveryCode.Hash(token), Moment.Now(record.Clock).Plus(SetUpLasts).Milliseconds));
        return token;
    }

    /// <summary>The account a set-up token is for; null when it is used, too old or nobody's.</summary>
    public async Task<Account?> Invited(string token)
    {
        await using var connection = await record.Database.Open();
        var ids = await Sql.Rows(
            connection, null, row => row.GetString(0), "select id from account where provider=@p0 and setup_hash=@p1 and setup_until>@p2 and disabled=0",
            Provider, RecoveryCode.Hash(token), Moment.Now(record.Clock).Milliseconds);
        return ids is [var id] ? await accounts.Find(id) : null;
    }

    /// <summary>First step of setting up: the password, and a new authenticator's secret. The token is spent.</summary>
    public async Task<Refusal?> SetPassword(Account account, string token, string password, IEnumerable<string> context)
    {
        if (Password.Check(password, [account.Name, account.Email, .. context]) is { } no)
            return no;
        var changed = 0;
        await record.Operate(async (connection, transaction) => changed = await Sql.Run(
            connection, transaction,
            "update account set password_hash=@p3, totp_new=@p4, setup_hash=null, setup_until=null where provider=@p0 and id=@p1 and setup_hash=@p2",
            Provider, account.Id, RecoveryCode.Hash(token), _hasher.HashPassword(account, password), Totp.Typed(randomness.Bytes(Totp.SecretLength))));
        return changed == 1 ? null : new SetUpLinkOver();
    }

    /// <summary>The secret of the authenticator that is being set up; null when none is.</summary>
    public async Task<byte[]?> NewAuthenticator(string account) => (await Secret(account)).NewTotp;

    /// <summary>Second step: a code of the new authenticator shows that it works. Ends every other session of the account.</summary>
    /// <returns>The recovery codes, to be shown this once; or why not.</returns>
    public async Task<(IReadOnlyList<string> Codes, Refusal? No)> Confirm(string account, string code)
    {
        var now = Moment.Now(record.Clock);
        if ((await Secret(account)).NewTotp is not { } secret || Totp.StepFor(secret, code, now) is not { } step)
            return ([], new CodeNotRight());
        var codes = Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.New(randomness)).ToList();
        var confirmed = 0;
        await WebSessions.Ending(record, async (connection, transaction) =>
        {
            confirmed = await Sql.Run(
                connection, transaction,
                "update account set totp_secret=totp_new, totp_new=null, totp_step=@p2 where provider=@p0 and id=@p1 and totp_new is not null",
                Provider, account, step);
            if (confirmed == 0)
                return;
            await WebSessions.EndAll(connection, transaction, Provider, now, account);
            await Sql.Run(connection, transaction, "delete from recovery_code where provider=@p0 and account=@p1", Provider, account);
            foreach (var one in codes)
            {
                await Sql.Run(
                    connection, transaction, "insert into recovery_code (provider, account, code_hash) values (@p0,@p1,@p2)",
                    Provider, account, RecoveryCode.Hash(one));
            }
        });
        return confirmed == 1 ? (codes, null) : ([], new CodeNotRight());
    }

    /// <summary>The next code that will be accepted: for the sign-in page of a record whose people are invented, and no other.</summary>
    internal async Task<string?> NextCode(string account)
    {
        var (_, secret, _, last) = await Secret(account);
        return secret is null ? null : Totp.CodeAt(secret, Math.Max(Totp.StepOf(Moment.Now(record.Clock)), last + 1));
    }

    internal string HashOf(Account account, string password) => _hasher.HashPassword(account, password);

    private async Task<bool> MoveStep(string account, long step)
    {
        var moved = 0;
        await record.Operate(async (connection, transaction) => moved = await Sql.Run(
            connection, transaction, "update account set totp_step=@p2 where provider=@p0 and id=@p1 and totp_step<@p2 and disabled=0",
            Provider, account, step));
        return moved == 1;
    }

    // As long to refuse somebody who does not exist as somebody who does.
    private string Nobodys() => _nobodys ??= _hasher.HashPassword(null!, Convert.ToHexString(randomness.Bytes(16)));

    private async Task<(string? PasswordHash, byte[]? Totp, byte[]? NewTotp, long LastStep)> Secret(string account)
    {
        await using var connection = await record.Database.Open();
        var rows = await Sql.Rows(
            connection, null, row => (row.Text(0), Bytes(row.Text(1)), Bytes(row.Text(2)), row.GetInt64(3)),
            "select password_hash, totp_secret, totp_new, totp_step from account where provider=@p0 and id=@p1", Provider, account);
        return rows is [var found] ? found : default;
    }

    private static byte[]? Bytes(string? typed) => typed is null ? null : Totp.Bytes(typed);
}
