using Candour.CareRecord;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Service;
using Candour.CareRecord.Store;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.Crash;

/// <summary>
/// A record on a real database that the server and the test have open in turn: on SQLite one process at a time may. The
/// clock is the machine's, because the server's is.
/// </summary>
internal sealed class Store : IAsyncDisposable
{
    private const string Provider = "RXX";

    private readonly SqliteFolder? _folder;
    private readonly FreshDatabase? _postgres;
    private readonly SeededRandomness _randomness = new(29);

    private Store(SqliteFolder? folder, FreshDatabase? postgres) => (_folder, _postgres) = (folder, postgres);

    /// <summary>How the command line is told where the record is.</summary>
    public IReadOnlyList<string> Where =>
        _postgres is null ? ["--data", _folder!.Path] : ["--database", _postgres.Application];

    /// <summary>A new store of a service that is open every hour of the week, so that a worry told at any time has an owner.</summary>
    /// <param name="server">Another PostgreSQL server than the test run's.</param>
    public static async Task<Store> New(Kept kept, string? server = null)
    {
        var postgres = kept == Kept.InPostgres ? await FreshDatabase.Create(server) : null;
        var store = new Store(postgres is null ? new SqliteFolder() : null, postgres);
        if (postgres is null)
        {
            await using var database = store.Database();
            await Preparing.Sqlite(database);
        }
        else
        {
            await Preparing.Postgres(postgres.Owner, postgres.ApplicationRole);
        }

        await using var record = await store.Open();
        await record.Write(
            new("open", By.Worker), [Streams.Service],
            (all, _) => new OpenService("Northmere Talking Therapies", "Northmere", Provider, Simulated: false).Decide(all[Streams.Service]));
        await record.Write(new("policy", By.Worker), [Streams.Policy], (_, now) => Decision.Accept(
            Streams.Policy,
            new PolicySet { Name = PolicyNames.Supervisor, Value = "SAM0000000000001", From = new(2026, 1, 1) },
            new PolicySet { Name = PolicyNames.ClinicalLead, Value = "LEE0000000000001", From = new(2026, 1, 1) },
            new DutySet { Staff = "DEE0000000000001", From = now.Minus(TimeSpan.FromDays(7)), Until = now.Plus(TimeSpan.FromDays(60)) }));
        return store;
    }

    /// <summary>Opens the record in this process; dispose it before the server starts.</summary>
    public Task<TheRecord> Open() => TheRecord.Open(Database(), TimeProvider.System, _randomness);

    /// <summary>Compares every list with one made again from the events.</summary>
    public async Task<Rebuilt> Compare()
    {
        await using var database = Database();
        return await new Rebuild(database).Run(swap: false);
    }

    public async ValueTask DisposeAsync()
    {
        _folder?.Dispose();
        if (_postgres is not null)
            await _postgres.DisposeAsync();
    }

    private Database Database() => _postgres is null
        ? CareRecord.Store.Database.Sqlite(_folder!.Path, Provider)
        : CareRecord.Store.Database.Postgres(_postgres.Application, Provider);
}
