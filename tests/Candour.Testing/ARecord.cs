using Candour.CareRecord;
using Candour.CareRecord.Service;
using Candour.CareRecord.Store;

namespace Candour.Testing;

/// <summary>Which real database a test runs on.</summary>
public enum Kept
{
    InSqlite,
    InPostgres,
}

/// <summary>
/// An opened record on a real store of its own, with a clock that stands still and seeded randomness:
/// <c>await using var a = await ARecord.On(Kept.InSqlite);</c>
/// </summary>
public sealed class ARecord : IAsyncDisposable
{
    /// <summary>The provider code of test records.</summary>
    public const string Provider = "RXX01";

    private readonly SqliteFolder? _folder;
    private readonly FreshDatabase? _database;
    private readonly bool _ownsStore;

    private ARecord(TheRecord record, FixedClock clock, SeededRandomness randomness, SqliteFolder? folder, FreshDatabase? database, bool ownsStore)
    {
        Record = record;
        Clock = clock;
        Randomness = randomness;
        _folder = folder;
        _database = database;
        _ownsStore = ownsStore;
    }

    public TheRecord Record { get; }

    public FixedClock Clock { get; }

    public SeededRandomness Randomness { get; }

    /// <summary>The SQLite folder; null on PostgreSQL.</summary>
    public string? Folder => _folder?.Path;

    /// <summary>The PostgreSQL database; null on SQLite.</summary>
    public FreshDatabase? Postgres => _database;

    /// <summary>A new store, prepared, its service opened (not simulated unless asked).</summary>
    public static async Task<ARecord> On(Kept kept, FixedClock? clock = null, bool simulated = false)
    {
        clock ??= new FixedClock();
        var randomness = new SeededRandomness(17);
        var folder = kept == Kept.InSqlite ? new SqliteFolder() : null;
        var postgres = kept == Kept.InPostgres ? await FreshDatabase.Create() : null;
        var database = postgres is null
            ? Database.Sqlite(folder!.Path, Provider)
            : Database.Postgres(postgres.Application, Provider);
        if (postgres is null)
            await Preparing.Sqlite(database);
        else
            await Preparing.Postgres(postgres.Owner, postgres.ApplicationRole);
        var record = await TheRecord.Open(database, clock, randomness);
        await record.Write(
            new("open", By.Worker), [Streams.Service],
            (h, _) => new OpenService("Northmere Talking Therapies", "Northmere", Provider, simulated).Decide(h[Streams.Service]));
        return new(record, clock, randomness, folder, postgres, ownsStore: true);
    }

    /// <summary>The same store in a second opening; on PostgreSQL only (SQLite refuses a second one).</summary>
    public async Task<ARecord> Another(string provider = Provider)
    {
        var database = Database.Postgres(_database!.Application, provider);
        return new(await TheRecord.Open(database, Clock, new SeededRandomness(18)), Clock, Randomness, null, _database, ownsStore: false);
    }

    public async ValueTask DisposeAsync()
    {
        await Record.DisposeAsync();
        if (!_ownsStore)
            return;
        _folder?.Dispose();
        if (_database is not null)
            await _database.DisposeAsync();
    }
}
