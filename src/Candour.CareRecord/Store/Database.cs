using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Candour.CareRecord.Store;

/// <summary>
/// Where one provider's record is kept: a SQLite file in a folder, or a PostgreSQL database behind a row-level wall.
/// Opens connections with the settings that durability stands on.
/// </summary>
public sealed class Database : IAsyncDisposable
{
    private readonly Func<Task<DbConnection>> _open;
    private readonly Func<CareRecordContext> _context;
    private readonly IAsyncDisposable? _held;

    private Database(string provider, bool isPostgres, Func<Task<DbConnection>> open, Func<CareRecordContext> context, IAsyncDisposable? held)
    {
        Provider = provider;
        IsPostgres = isPostgres;
        _open = open;
        _context = context;
        _held = held;
        Statements = new(open, isPostgres);
    }

    /// <summary>The provider code, 3 to 6 letters and digits.</summary>
    public string Provider { get; }

    /// <summary>What a question to PostgreSQL may take, in seconds; COMMIT alone may take as long as it needs.</summary>
    public const int MostSeconds = 5;

    public bool IsPostgres { get; }

    /// <summary>The SQLite file, or null on PostgreSQL.</summary>
    public string? File { get; private init; }

    private string? Pool { get; init; }

    /// <summary>Reading statements, prepared once.</summary>
    internal Statements Statements { get; }

    /// <summary>The disk of the SQLite file; null on PostgreSQL, whose disk is on its own machine.</summary>
    public Room? Room { get; private init; }

    /// <summary>Where one process alone may write; null on PostgreSQL.</summary>
    internal Growth? Growth { get; private init; }

    /// <summary>Where one process alone may end sessions; null on PostgreSQL.</summary>
    internal Access.Store.KnownSessions? KnownSessions { get; private init; }

    internal NpgsqlDataSource? Source { get; private init; }

    /// <summary>Connections of the append: no command on them has a bound it does not bring itself.</summary>
    internal NpgsqlDataSource? Appending { get; private init; }

    /// <summary>
    /// One provider's file <c>candour.db</c> in a folder. The folder's lock is held until disposal; a second process is refused
    /// with <see cref="RecordSettingsException"/>, and so is the file of another provider. A new folder is this account's alone.
    /// </summary>
    public static Database Sqlite(string folder, string provider)
    {
        PrivateFolder.Make(folder);
        var held = Hold(Path.Combine(folder, "candour.lock"));
        try
        {
            ProviderInFile.Refuse(folder, provider);
        }
        catch
        {
            held.Dispose();
            throw;
        }

        var file = Path.Combine(folder, "candour.db");
        var connection = new SqliteConnectionStringBuilder { DataSource = file, Pooling = true, DefaultTimeout = 5 }.ToString();
        var options = new DbContextOptionsBuilder<SqliteCareRecord>().UseSqlite(connection).AddInterceptors(new SqlitePragmas()).Options;
        return new(provider, false, () => OpenSqlite(connection), () => new SqliteCareRecord(options, provider), held)
        {
            File = file, Pool = connection, Room = new(folder), Growth = new(), KnownSessions = new(),
        };
    }

    /// <param name="connectionString">The application role's; not the owner's. The provider is set by this method.</param>
    /// <exception cref="RecordSettingsException">The server is on another machine and need not prove who it is.</exception>
    public static Database Postgres(string connectionString, string provider)
    {
        PlainWire.Refuse(connectionString);
        var builder = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Options = $"-c app.provider={provider}",
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            // Nothing is ever set for one session only, so there is nothing to set back.
            NoResetOnClose = true,
            // Whether the server is slow, silent or out of connections. A command that is late is cancelled over a new
            // connection; where the server hangs that is late too, once for each encryption the driver tries.
            CommandTimeout = MostSeconds,
            Timeout = 3,
            CancellationTimeout = -1,
            GssEncryptionMode = GssEncryptionMode.Disable,
        };
        var source = NpgsqlDataSource.Create(builder);
        // The driver's COMMIT takes the timeout of its connection, and COMMIT may have none.
        builder.CommandTimeout = 0;
        var appending = NpgsqlDataSource.Create(builder);
        var options = new DbContextOptionsBuilder<PostgresCareRecord>().UseNpgsql(source).Options;
        return new(
            provider, true, async () => await source.OpenConnectionAsync(), () => new PostgresCareRecord(options, provider), appending)
        {
            Source = source,
            Appending = appending,
        };
    }

    /// <summary>A connection for reading.</summary>
    public Task<DbConnection> Open() => _open();

    /// <summary>A context for reading lists; dispose it.</summary>
    public CareRecordContext Lists() => _context();

    internal async Task<Append> NewAppend(Randomness salts, ClockWatch watch) => Source is not null
        ? new AppendPostgres(Appending!, Source, Provider, salts, watch)
        : new AppendSqlite((SqliteConnection)await Open(), Provider, salts, Room!, Growth!);

    public async ValueTask DisposeAsync()
    {
        await Statements.DisposeAsync();
        if (Pool is not null)
        {
            // This file's alone: clearing all takes connections from under whoever is just opening one on another record.
            using var ofThePool = new SqliteConnection(Pool);
            SqliteConnection.ClearPool(ofThePool);
        }

        if (Source is not null)
            await Source.DisposeAsync();
        if (_held is not null)
            await _held.DisposeAsync();
    }

    private static FileStream Hold(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new RecordSettingsException(
                $"Another process has this record open ({file}). Stop it first: two writers on one SQLite file would slow and block each other.");
        }
    }

    private static async Task<DbConnection> OpenSqlite(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        SqlitePragmas.Set(connection);
        return connection;
    }
}

/// <summary>A setting too weak to keep a record on. Says what, and how to mend it.</summary>
public class RecordSettingsException(string message) : Exception(message);
