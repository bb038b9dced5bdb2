using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Candour.CareRecord.Store;
using Candour.Clinical;

namespace Candour.CareRecord.Access.Store;

/// <summary>A session as stored. <see cref="Id"/> is its public name.</summary>
public sealed record WebSession(
    string Id, string Kind, string Subject, string? Role, string? Strength, string? Link, string? Target, string? Device,
    Moment Started, Moment Seen, Moment Ends)
{
    internal string TokenHash { get; init; } = "";
}

/// <summary>
/// Sessions on the server: a browser holds 32 random bytes, the table only their SHA-256. Every request reads the row, or
/// what this process alone may end from its memory, so signing out, ending and disabling count at the next request.
/// </summary>
public sealed class WebSessions(TheRecord record, Randomness randomness)
{
    public const string Staff = "staff", AwaitingCode = "staff-code", SettingUp = "staff-first", Patient = "patient";

    /// <summary>In the place of a role: a patient's session on a device of the service.</summary>
    public const string HandedOver = "handed-over";

    // How far the stored "last seen" may lag, so that reading a page does not write each time.
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(15);

    // How long the use of others is waited for, to be noted in the same transaction.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(200);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Moment> _inUse = [];
    private bool _gathering;
    private Task _noting = Task.CompletedTask;
    private readonly Together<string, WebSession?> _together = new(hashes => OfHashes(record, hashes));

    private const string Columns = "id, kind, subject, role, strength, link, target, device, started, seen, ends, token_hash";

    /// <summary>Idle and absolute ends. Staff 20 minutes and 12 hours; patients 30 minutes and 12 hours; half-way steps 10 minutes.</summary>
    public static (TimeSpan Idle, TimeSpan Most) LastsFor(string kind) => kind switch
    {
        Staff => (TimeSpan.FromMinutes(20), TimeSpan.FromHours(12)),
        Patient => (TimeSpan.FromMinutes(30), TimeSpan.FromHours(12)),
        SettingUp => (TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(30)),
        _ => (TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10)),
    };

    /// <summary>Begins a session and answers the token for the cookie; the token is stored nowhere.</summary>
    /// <param name="replaces">The public name of a session that ends in the same transaction: every step gets a new token.</param>
    public async Task<(string Token, WebSession Session)> Begin(
        string kind, string subject, string? role = null, string? strength = null, string? link = null, string? target = null,
        string? device = null, string? replaces = null, Moment? ends = null)
    {
        var token = Convert.ToBase64String(randomness.Bytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var now = Moment.Now(record.Clock);
        var session = new WebSession(
            Ids.New(randomness), kind, subject, role, strength, link, target, device, now, now, ends ?? now.Plus(LastsFor(kind).Most))
        {
            TokenHash = Hash(token),
        };
        await (replaces is null ? record.Operate(Store) : Ending(record, Store));
        return (token, session);

        async Task Store(DbConnection connection, DbTransaction transaction)
        {
            if (replaces is not null)
                await End(connection, transaction, "id=@p2", now, replaces);
            await Sql.Run(
                connection, transaction,
                $"insert into web_session (provider, {Columns}) values (@p0,@p1,@p2,@p3,@p4,@p5,@p6,@p7,@p8,@p9,@p10,@p11,@p12)",
                record.Database.Provider, session.Id, kind, subject, role, strength, link, target, device,
                now.Milliseconds, now.Milliseconds, session.Ends.Milliseconds, session.TokenHash);
        }
    }

    /// <summary>The open session of a token; null when it is unknown, ended, idle too long or too old.</summary>
    public async Task<WebSession?> Find(string token)
    {
        var hash = Hash(token);
        if (Known?.Of(hash) is { } known)
            return IsOpen(known) ? known : null;
        var ended = Known?.Ended ?? 0;
        var found = record.Database.IsPostgres ? await _together.Ask(hash) : (await Rows("token_hash=@p1", hash)).FirstOrDefault();
        if (found is null || AsUsed(found) is not { } session || !IsOpen(session))
            return null;
        Known?.Keep(hash, session, ended);
        return session;
    }

    /// <summary>
    /// The session of a token that ended by itself, idle or too old, or, of a patient, that gave way to a newer one. Null when it
    /// is open, unknown, or a member of staff ended it on purpose.
    /// </summary>
    public async Task<WebSession?> FindRunOut(string token)
    {
        var hash = Hash(token);
        if ((await Rows("token_hash=@p1", hash)).FirstOrDefault() is { } session)
            return IsOpen(session) ? null : session;
        return (await EndedOnes("kind=@p1 and token_hash=@p2", Patient, hash)).FirstOrDefault();
    }

    /// <summary>What this person had open in the last 24 hours and has no more, newest first.</summary>
    public async Task<IReadOnlyList<WebSession>> EarlierOf(string person)
    {
        var since = Moment.Now(record.Clock).Minus(TimeSpan.FromHours(24)).Milliseconds;
        const string Where = "kind=@p1 and subject=@p2 and ends>@p3";
        var earlier = (await Rows(Where, Patient, person, since)).Where(s => !IsOpen(s)).Concat(await EndedOnes(Where, Patient, person, since));
        return [.. earlier.OrderByDescending(s => s.Started.Milliseconds)];
    }

    /// <summary>Notes that the session is in use. Writes only when the stored time lags, with those of others in one transaction.</summary>
    /// <returns>Ends when it is stored. Nobody need wait: lost, it only makes the session end by itself some seconds earlier.</returns>
    public Task Touch(WebSession session)
    {
        var now = Moment.Now(record.Clock);
        if (now.Since(session.Seen) < Lag)
            return Task.CompletedTask;
        Known?.Used(session.TokenHash, now);
        lock (_gate)
        {
            _inUse[session.Id] = now;
            if (!_gathering)
            {
                _gathering = true;
                _noting = GatherUse();
            }

            return _noting;
        }
    }

    /// <summary>The role chosen: kept with the session, under a new token, up to the same absolute end.</summary>
    public Task<(string Token, WebSession Session)> ChooseRole(WebSession session, string role) =>
        Begin(session.Kind, session.Subject, role, session.Strength, session.Link, session.Target, session.Device, session.Id, session.Ends);

    /// <summary>Everything open of one account or person, newest first.</summary>
    public async Task<IReadOnlyList<WebSession>> OpenOf(string kind, string subject) =>
        [.. (await Rows("kind=@p1 and subject=@p2", kind, subject)).Where(IsOpen).OrderByDescending(s => s.Started.Milliseconds)];

    public Task End(string id) => End("id=@p2", id);

    /// <summary>Ends one session of this subject; another's is not touched.</summary>
    public Task EndOwn(string subject, string id) => End("id=@p2 and subject=@p3", id, subject);

    /// <summary>Ends all sessions of one account or person, of every kind.</summary>
    public Task EndAll(string subject) => End("subject=@p2", subject);

    /// <summary>Ends what was opened with a link: a new link ends the old one's session.</summary>
    public Task EndOfLink(string link) => End("link=@p2", link);

    /// <summary>Work that may end sessions: when it is over, however it ended, none is known from before.</summary>
    internal static async Task Ending(TheRecord record, Func<DbConnection, DbTransaction, Task> work)
    {
        try
        {
            await record.Operate(work);
        }
        finally
        {
            record.Database.KnownSessions?.Forget();
        }
    }

    /// <summary>To be called within <see cref="Ending"/>.</summary>
    internal static Task<int> EndAll(DbConnection connection, DbTransaction transaction, string provider, Moment now, string subject) =>
        Sql.Run(
            connection, transaction, "update web_session set ended=@p1 where provider=@p0 and ended is null and subject=@p2",
            provider, now.Milliseconds, subject);

    private KnownSessions? Known => record.Database.KnownSessions;

    private async Task GatherUse()
    {
        await Task.Delay(Gathering);
        List<KeyValuePair<string, Moment>> inUse;
        lock (_gate)
        {
            inUse = [.. _inUse];
            _gathering = false;
        }

        try
        {
            await record.Operate((connection, transaction) => NoteUse(connection, transaction, inUse));
        }
        catch
        {
            // Not noted: the next request reads the stored time again, and tries again.
            Known?.Forget();
            throw;
        }
        finally
        {
            lock (_gate)
            {
                foreach (var (id, now) in inUse.Where(one => _inUse.GetValueOrDefault(one.Key) == one.Value))
                    _inUse.Remove(id);
            }
        }
    }

    private async Task NoteUse(DbConnection connection, DbTransaction transaction, IEnumerable<KeyValuePair<string, Moment>> inUse)
    {
        foreach (var (id, now) in inUse)
        {
            await Sql.Run(
                connection, transaction, "update web_session set seen=@p2 where provider=@p0 and id=@p1 and ended is null",
                record.Database.Provider, id, now.Milliseconds);
        }
    }

    private Task End(string where, params object?[] values) => Ending(record, (connection, transaction) =>
        End(connection, transaction, where, Moment.Now(record.Clock), values));

    private Task<int> End(DbConnection connection, DbTransaction transaction, string where, Moment now, params object?[] values) => Sql.Run(
        connection, transaction, $"update web_session set ended=@p1 where provider=@p0 and ended is null and {where}",
        [record.Database.Provider, now.Milliseconds, .. values]);

    private bool IsOpen(WebSession session)
    {
        var now = Moment.Now(record.Clock);
        return now < session.Ends && now.Since(session.Seen) < LastsFor(session.Kind).Idle;
    }

    private static async Task<IReadOnlyList<WebSession?>> OfHashes(TheRecord record, IReadOnlyList<string> hashes)
    {
        var rows = await record.Database.Statements.Rows(
            Read, $"select {Columns} from web_session where provider=@p0 and ended is null and token_hash = any(@p1)", record.Database.Provider, hashes.ToArray());
        var found = rows.ToDictionary(row => row.TokenHash);
        return [.. hashes.Select(hash => found.GetValueOrDefault(hash))];
    }

    private Task<List<WebSession>> EndedOnes(string where, params object?[] values) => record.Database.Statements.Rows(
        Read, $"select {Columns} from web_session where provider=@p0 and ended is not null and {where}", [record.Database.Provider, .. values]);

    private async Task<List<WebSession>> Rows(string where, params object?[] values)
    {
        var rows = await record.Database.Statements.Rows(
            Read, $"select {Columns} from web_session where provider=@p0 and ended is null and {where}", [record.Database.Provider, .. values]);
        return rows.ConvertAll(AsUsed);
    }

    // What is gathered and not noted yet counts too.
    private WebSession AsUsed(WebSession row)
    {
        lock (_gate)
            return _inUse.TryGetValue(row.Id, out var used) && used > row.Seen ? row with { Seen = used } : row;
    }

    private static WebSession Read(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6), row.Text(7),
        new(row.GetInt64(8)), new(row.GetInt64(9)), new(row.GetInt64(10))) { TokenHash = row.GetString(11) };

    private static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
