using System.Data.Common;
using Candour.CareRecord.Store;
using Candour.Clinical;

namespace Candour.CareRecord.Access.Store;

/// <summary>The accounts of members of staff.</summary>
public sealed class Accounts(TheRecord record, Randomness randomness)
{
    private const string Columns = "id, staff, email, name, roles, disabled, password_hash, totp_secret";

    public Task<Account?> Find(string id) => One("id=@p1", id);

    public Task<Account?> ByEmail(string email) => One("email=@p1", Tidy(email));

    public Task<Account?> OfStaff(string staff) => One("staff=@p1", staff);

    public async Task<IReadOnlyList<Account>> All() => await Rows("1=1");

    /// <summary>An account without password or authenticator: its owner sets both at the first sign-in.</summary>
    public async Task<Account> Add(string staff, string email, string name, IReadOnlyList<string> roles)
    {
        var account = new Account(Ids.New(randomness), staff, Tidy(email), name, roles, Disabled: false, SetUp: false);
        await record.Operate((connection, transaction) => Sql.Run(
            connection, transaction,
            "insert into account (provider, id, staff, email, name, roles, totp_step, disabled, created) values (@p0,@p1,@p2,@p3,@p4,@p5,0,0,@p6)",
            record.Database.Provider, account.Id, staff, account.Email, name, string.Join(' ', roles), Moment.Now(record.Clock).Milliseconds));
        return account;
    }

    /// <summary>Other roles count from the next request on.</summary>
    public Task SetRoles(string id, IReadOnlyList<string> roles) => record.Operate((connection, transaction) => Sql.Run(
        connection, transaction, "update account set roles=@p2 where provider=@p0 and id=@p1",
        record.Database.Provider, id, string.Join(' ', roles)));

    /// <summary>Closes or opens an account again. Closing ends its sessions in the same transaction.</summary>
    public Task SetDisabled(string id, bool disabled) => record.Operate(async (connection, transaction) =>
    {
        await Sql.Run(
            connection, transaction, "update account set disabled=@p2 where provider=@p0 and id=@p1",
            record.Database.Provider, id, disabled ? 1L : 0L);
        if (disabled)
            await WebSessions.EndAll(connection, transaction, record.Database.Provider, Moment.Now(record.Clock), id);
    });

    internal static string Tidy(string email) => email.Trim().ToLowerInvariant();

    private async Task<Account?> One(string where, string value) => (await Rows(where, value)).FirstOrDefault();

    private async Task<List<Account>> Rows(string where, params object?[] values)
    {
        try
        {
            await using var connection = await record.Database.Open();
            return await Sql.Rows(
                connection, null, Read, $"select {Columns} from account where provider=@p0 and {where} order by name",
                [record.Database.Provider, .. values]);
        }
        catch (Exception e) when (e is DbException or TimeoutException)
        {
            throw new RecordUnavailableException(e);
        }
    }

    private static Account Read(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3),
        row.GetString(4).Split(' ', StringSplitOptions.RemoveEmptyEntries), row.GetInt64(5) != 0, !row.IsDBNull(6) && !row.IsDBNull(7));
}
