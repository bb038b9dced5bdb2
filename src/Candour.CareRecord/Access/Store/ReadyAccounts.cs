using Candour.CareRecord.Service;
using Candour.CareRecord.Store;
using Candour.Clinical;

namespace Candour.CareRecord.Access.Store;

/// <summary>
/// Accounts that are ready without setting up: in a record whose first event says that its people are invented, and in no
/// other. Everything here asks that event first.
/// </summary>
public sealed class ReadyAccounts(TheRecord record, Accounts accounts, Credentials credentials, Randomness randomness)
{
    /// <summary>Printed by the demonstration and on its sign-in page.</summary>
    public const string Password = "every person is invented";

    /// <summary>The record's first event says so, and nothing can take it back.</summary>
    public async Task<bool> AreAllowed() => (await record.Read(Streams.Service)).Events is [{ Event: ServiceOpened { Simulated: true } }, ..];

    /// <summary>Makes accounts that can sign in at once; one that is there already stays as it is.</summary>
    public async Task<Refusal?> Add(IReadOnlyList<(string Staff, string Email, string Name, IReadOnlyList<string> Roles)> people)
    {
        if (!await AreAllowed())
            return new NotForRealPeople();
        string? hash = null;
        foreach (var (staff, email, name, roles) in people)
        {
            if (await accounts.ByEmail(email) is not null)
                continue;
            var account = await accounts.Add(staff, email, name, roles);
            hash ??= credentials.HashOf(account, Password);
            var secret = Totp.Typed(randomness.Bytes(Totp.SecretLength));
            await record.Operate((connection, transaction) => Sql.Run(
                connection, transaction, "update account set password_hash=@p2, totp_secret=@p3 where provider=@p0 and id=@p1",
                record.Database.Provider, account.Id, hash, secret));
        }

        return null;
    }

    /// <summary>The code to type now; null in a record of real people.</summary>
    public async Task<string?> CodeFor(string account) => await AreAllowed() ? await credentials.NextCode(account) : null;

    /// <summary>Who can sign in with <see cref="Password"/>; nobody in a record of real people.</summary>
    public async Task<IReadOnlyList<Account>> All() => await AreAllowed() ? await accounts.All() : [];
}
