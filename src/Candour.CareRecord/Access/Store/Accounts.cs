using System.Data.Common;
using Candour.CareRecord.Store;
using Candour.Clinical;

namespace Candour.CareRecord.Access.Store;

/// <summary>The accounts of members of staff.</summary>
public sealed class Accounts(TheRecord record, Randomness randomness)
{
    // What the staff stream says of roles, name and leaving comes first: it counts at the next request.
    private const string Columns =
        """
        a.id, a.staff, a.email, coalesce(s.name, a.name), coalesce(nullif(s.roles, ''), a.roles),
        case when a.disabled<>0 or s.left_on<@p1 then 1 else 0 end, a.password_hash, a.totp_secret
        """;

    public Task<Account?> Find(string id) => One("a.id=@p2", id);

    public Task<Account?> ByEmail(string email) => One("a.email=@p2", Tidy(email));

    public Task<Account?> OfStaff(string staff) => One("a.staff=@p2", staff);

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
    public Task SetDisabled(string id, bool disabled) => WebSessions.Ending(record, async (connection, transaction) =>
    {
        await Sql.Run(
            connection, transaction, "update account set disabled=@p2 where provider=@p0 and id=@p1",
            record.Database.Provider, id, disabled ? 1L : 0L);
        if (disabled)
            await WebSessions.EndAll(connection, transaction, record.Database.Provider, Moment.Now(record.Clock), id);
    });

    internal static string Tidy(string email) => email.Trim().ToLowerInvariant();

    private async Task<Account?> One(string where, string value) => (await Rows(where, value)).FirstOrDefault();

    private Task<List<Account>> Rows(string where, params object?[] values) => record.Database.Statements.Rows(
        Read,
        $"select {Columns} from account a left join staff_list s on s.provider=a.provider and s.staff=a.staff where a.provider=@p0 and {where} order by a.name",
        [record.Database.Provider, London.Today(record.Clock), .. values]);

    private static Account Read(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3),
        row.GetString(4).Split(' ', StringSplitOptions.RemoveEmptyEntries), Convert.ToInt64(row.GetValue(5), System.Globalization.CultureInfo.InvariantCulture) != 0, !row.IsDBNull(6) && !row.IsDBNull(7));
}
