using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Store;
using Candour.Clinical;

namespace Candour.Cli;

/// <summary><c>candour account</c>: the first accounts of a service, and the way back in for somebody who lost everything.</summary>
internal static class AccountCommand
{
    public static Command Command { get; } = new(
        "account", "add, link or close an account of a member of staff",
        """
        candour account --data FOLDER --add EMAIL --name NAME --role ROLE [--role ROLE …] [--staff ID]
        candour account --data FOLDER --link EMAIL
        candour account --data FOLDER --close EMAIL [--at-once]

        There are no default accounts. Adding one prints a link that works once, for three days: its owner sets a password and
        an authenticator there. Hand it over in person. --link makes a new one for somebody who lost both; do that two
        together, after seeing them. --close ends an account and all its sessions at once; not while
        its owner has open risk tasks, is on duty by the rota or holds a post of the policy, for then a worry would wait for nobody.
        Their safeguarding concerns go to whoever is safeguarding lead.
        --at-once is for an account in wrong hands: it is closed all the same, its risk tasks go to whoever is there, and what
        it was dealing with waits for it no longer: whoever is next is told.

          --data FOLDER       the folder of the SQLite record; stop the site first
          --database TEXT     connection string of the application's role on PostgreSQL, instead of --data
          --provider CODE     the provider's code (default: the record's own, else RXX)
          --role ROLE         a role of the permissions table: administrator, pwp, hi_therapist, supervisor …
          --staff ID          the staff id, when the member of staff is in the record already
        """,
        ["--data", "--database", "--provider", "--add", "--link", "--close", "--name", "--role", "--staff", "--at-once!"],
        Run);

    public static async Task<int> Run(Options options)
    {
        var provider = options.Provider;
        var database = (options["--data"], options["--database"]) switch
        {
            ({ } data, null) => Database.Sqlite(data, provider),
            (null, { } connection) => Database.Postgres(connection, provider),
            _ => throw new OptionException("Say where the record is: --data or --database."),
        };
        if (!database.IsPostgres)
            await Preparing.Sqlite(database);
        await using var record = await TheRecord.Open(database, TimeProvider.System, Randomness.System);
        var accounts = new Accounts(record, Randomness.System);
        var credentials = new Credentials(record, accounts, new Guesses(record), Randomness.System);
        return (options["--add"], options["--link"], options["--close"]) switch
        {
            ({ } email, null, null) => await Link(
                await Add(record, accounts, email, options["--name"], options.All("--role"), options["--staff"]), credentials),
            (null, { } email, null) => await Link(await Known(accounts, email), credentials),
            (null, null, { } email) => await Close(record, accounts, await Known(accounts, email), options.Has("--at-once")),
            _ => throw new OptionException("Say one of --add, --link and --close."),
        };
    }

    /// <summary>The roles stand in the staff file, from which every page and list reads them; the account says the same.</summary>
    /// <param name="staff">Somebody who is in the staff file already; null: they join today.</param>
    internal static async Task<Account> Add(
        TheRecord record, Accounts accounts, string email, string? name, IReadOnlyList<string> roles, string? staff = null)
    {
        var unknown = roles.Except(RoleNames.All).ToList();
        if (roles.Count == 0 || unknown.Count > 0)
            throw new OptionException(roles.Count == 0 ? "Say at least one --role." : $"There is no role '{unknown[0]}'. There are: {string.Join(", ", RoleNames.All)}.");
        if (await accounts.ByEmail(email) is not null)
            throw new OptionException(new EmailTaken().Message);
        if (name is null)
            throw new OptionException("Say the --name.");
        var stream = Streams.Staff(staff ?? Ids.New(Randomness.System));
        var outcome = await record.Write(new($"account/{Ids.New(Randomness.System)}", By.Worker), [stream], (all, now) =>
        {
            var (file, today) = (all[stream], London.DayOf(now));
            if (staff is not null)
                return new AskRoles(roles, today).Decide(file, By.Worker, now);
            var joins = new JoinStaff { Name = name, From = today }.Decide(file);
            if (joins is not Accepted joined)
                return joins;
            var asks = new AskRoles(roles, today).Decide(file.With(joined.Events.Select(e => e.Event), By.Worker, now), By.Worker, now);
            return asks is Accepted asked ? joined.And(asked) : asks;
        });
        if (outcome is Outcome.No no)
            throw new OptionException(no.Because.Message);
        return await accounts.Add(stream.Id, email, name, Colleague.Of(await record.Read(stream))!.Roles);
    }

    private static async Task<int> Link(Account account, Credentials credentials)
    {
        await Console.Out.WriteLineAsync($"{account.Name} ({account.Email}), staff id {account.Staff}. The link works once, for three days:");
        await Console.Out.WriteLineAsync($"/sign-in/first/{await credentials.Invite(account.Id)}");
        return 0;
    }

    internal static async Task<int> Close(TheRecord record, Accounts accounts, Account account, bool atOnce)
    {
        if (await new CloseAccount(account, atOnce).Do(record, accounts, Randomness.System) is { } because)
            throw new OptionException(because.Message);
        await Console.Out.WriteLineAsync($"The account of {account.Name} is closed, and its sessions have ended.");
        return 0;
    }

    private static async Task<Account> Known(Accounts accounts, string email) =>
        await accounts.ByEmail(email) ?? throw new OptionException($"There is no account with the e-mail {email}.");
}
