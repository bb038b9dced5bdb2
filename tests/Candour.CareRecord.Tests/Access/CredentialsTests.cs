using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Store;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Access;

public sealed class CredentialsTests
{
    private const string Email = "jo.demo@northmere.example";
    private const string Password = "a tall yellow teapot";

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task A_code_sent_twenty_times_at_once_is_accepted_once(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        var (credentials, account, secret) = await SetUp(a);
        a.Clock.Advance(TimeSpan.FromMinutes(2));
        var code = Totp.CodeAt(secret, Totp.StepOf(a.Clock.Now));
        var answers = await Task.WhenAll(Enumerable.Range(0, 9).Select(_ => credentials.Code(account.Id, code)));
        answers.Count(no => no is null).ShouldBe(1);
        answers.OfType<CodeNotRight>().Count().ShouldBe(8);
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task Of_many_guesses_sent_at_once_no_more_are_looked_at_than_of_as_many_one_by_one(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        var (credentials, account, _) = await SetUp(a);
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => credentials.Recover(account.Id, $"NEVER-{i:0000}")));
        answers.OfType<RecoveryCodeNotRight>().Count().ShouldBe(Guesses.PerAddress);
        answers.OfType<WaitFifteenMinutes>().Count().ShouldBe(40 - Guesses.PerAddress);
    }

    [Fact]
    public async Task A_code_of_an_earlier_step_is_refused_after_a_later_one()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var (credentials, account, secret) = await SetUp(a);
        a.Clock.Advance(TimeSpan.FromMinutes(2));
        var step = Totp.StepOf(a.Clock.Now);
        (await credentials.Code(account.Id, Totp.CodeAt(secret, step))).ShouldBeNull();
        (await credentials.Code(account.Id, Totp.CodeAt(secret, step - 1))).ShouldBeOfType<CodeNotRight>();
        (await credentials.Code(account.Id, Totp.CodeAt(secret, step + 1))).ShouldBeNull();
    }

    [Fact]
    public async Task A_wrong_password_and_a_stranger_get_the_same_answer()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var (credentials, _, _) = await SetUp(a);
        (await credentials.SignIn(Email, "wrong", "192.0.2.1")).No.ShouldBe(new DoNotMatch());
        (await credentials.SignIn("nobody@northmere.example", Password, "192.0.2.1")).No.ShouldBe(new DoNotMatch());
        (await credentials.SignIn(" JO.Demo@northmere.example ", Password, "192.0.2.1")).Account.ShouldNotBeNull().Email.ShouldBe(Email);
    }

    [Fact]
    public async Task Ten_wrong_passwords_from_one_address_wait_fifteen_minutes_and_hinder_no_other_address()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var (credentials, _, _) = await SetUp(a);
        for (var i = 0; i < 10; i++)
            (await credentials.SignIn(Email, "wrong", "192.0.2.1")).No.ShouldBe(new DoNotMatch());
        (await credentials.SignIn(Email, Password, "192.0.2.1")).No.ShouldBe(new WaitFifteenMinutes());
        (await credentials.SignIn(Email, Password, "192.0.2.2")).Account.ShouldNotBeNull();
        a.Clock.Advance(TimeSpan.FromMinutes(15));
        (await credentials.SignIn(Email, Password, "192.0.2.1")).Account.ShouldNotBeNull();
    }

    [Fact]
    public async Task Ten_wrong_codes_wait_fifteen_minutes()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var (credentials, account, secret) = await SetUp(a);
        a.Clock.Advance(TimeSpan.FromMinutes(2));
        for (var i = 0; i < 10; i++)
            (await credentials.Code(account.Id, "000000")).ShouldBeOfType<CodeNotRight>();
        (await credentials.Code(account.Id, Totp.CodeAt(secret, Totp.StepOf(a.Clock.Now)))).ShouldBeOfType<WaitFifteenMinutes>();
    }

    [Fact]
    public async Task Recovery_codes_have_120_bits_and_each_works_once()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var codes = new List<string>();
        var (credentials, account, _) = await SetUp(a, codes);
        codes.Count.ShouldBe(10);
        codes.Distinct().Count().ShouldBe(10);
        codes.ShouldAllBe(code => code.Length == 29 && code.Count(c => c == '-') == 5);
        (await credentials.Recover(account.Id, codes[3].ToLowerInvariant().Replace("-", " "))).ShouldBeNull();
        (await credentials.Recover(account.Id, codes[3])).ShouldBeOfType<RecoveryCodeNotRight>();
    }

    [Fact]
    public async Task A_set_up_link_works_once_and_for_three_days()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var accounts = new Accounts(a.Record, a.Randomness);
        var credentials = Of(a, accounts);
        var account = await accounts.Add("S1", Email, "Jo Demo", [Roles.Pwp]);
        var token = await credentials.Invite(account.Id);
        a.Clock.Advance(TimeSpan.FromHours(72));
        (await credentials.Invited(token)).ShouldBeNull();
        token = await credentials.Invite(account.Id);
        (await credentials.SetPassword(account, token, Password, [])).ShouldBeNull();
        (await credentials.SetPassword(account, token, "another yellow teapot", [])).ShouldBeOfType<SetUpLinkOver>();
    }

    [Fact]
    public async Task The_stored_password_is_a_slow_hash_and_no_secret_of_recovery_is_stored_as_it_is()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var codes = new List<string>();
        await SetUp(a, codes);
        await using var connection = await a.Record.Database.Open();
        var hash = (await Sql.Rows(connection, null, r => r.GetString(0), "select password_hash from account")).Single();
        var bytes = Convert.FromBase64String(hash);
        // The framework's format 3: marker 0x01, then PRF (2 = HMAC-SHA-512) and rounds, big-endian.
        bytes[0].ShouldBe((byte)1);
        System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(1)).ShouldBe(2u);
        System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(5)).ShouldBeGreaterThanOrEqualTo(210_000u);
        var stored = await Sql.Rows(connection, null, r => r.GetString(0), "select code_hash from recovery_code");
        stored.ShouldNotContain(h => codes.Contains(h) || codes.Contains(h.Replace("-", "")));
    }

    [Fact]
    public async Task Ready_accounts_exist_only_where_the_first_event_says_that_everybody_is_invented()
    {
        foreach (var simulated in new[] { true, false })
        {
            await using var a = await ARecord.On(Kept.InSqlite, simulated: simulated);
            var accounts = new Accounts(a.Record, a.Randomness);
            var credentials = Of(a, accounts);
            var ready = new ReadyAccounts(a.Record, accounts, credentials, a.Randomness);
            var refused = await ready.Add([("S1", Email, "Jo Demo", [Roles.Pwp])]);
            (refused is null, (await ready.All()).Count).ShouldBe((simulated, simulated ? 1 : 0));
            (await credentials.SignIn(Email, ReadyAccounts.Password, "192.0.2.1")).Account.ShouldSatisfyAllConditions(
                account => (account is not null).ShouldBe(simulated));
            if (!simulated)
            {
                var (_, account, _) = await SetUp(a);
                (await ready.CodeFor(account.Id)).ShouldBeNull();
            }
        }
    }

    private static Credentials Of(ARecord a, Accounts accounts) => new(a.Record, accounts, new Guesses(a.Record), a.Randomness);

    private static async Task<(Credentials Credentials, Account Account, byte[] Secret)> SetUp(ARecord a, List<string>? codes = null)
    {
        var accounts = new Accounts(a.Record, a.Randomness);
        var credentials = Of(a, accounts);
        var account = await accounts.Add("S1", Email, "Jo Demo", [Roles.Pwp]);
        (await credentials.SetPassword(account, await credentials.Invite(account.Id), Password, [])).ShouldBeNull();
        var secret = (await credentials.NewAuthenticator(account.Id)).ShouldNotBeNull();
        var (made, no) = await credentials.Confirm(account.Id, Totp.CodeAt(secret, Totp.StepOf(a.Clock.Now)));
        no.ShouldBeNull();
        codes?.AddRange(made);
        return (credentials, account, secret);
    }
}
