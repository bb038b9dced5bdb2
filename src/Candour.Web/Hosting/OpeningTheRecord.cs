using Candour.CareRecord;
using Candour.CareRecord.Service;
using Candour.CareRecord.Store;

namespace Candour.Web.Hosting;

/// <summary>Opens the record a site is started on, after its settings were found strong enough.</summary>
internal static class OpeningTheRecord
{
    public static async Task<TheRecord> Open(SiteOptions options)
    {
        var database = options switch
        {
            { Data: { } folder, Database: null } => Database.Sqlite(folder, options.Provider),
            { Data: null, Database: { } connection } => Database.Postgres(connection, options.Provider),
            _ => throw new RecordSettingsException("Say where the record is: either --data FOLDER or --database \"Host=…\", not both."),
        };
        try
        {
            await StoreSettings.Check(database);
            if (!database.IsPostgres)
                await Preparing.Sqlite(database);
            else if (options.Owner is { } owner)
                await Preparing.Postgres(owner, new Npgsql.NpgsqlConnectionStringBuilder(options.Database).Username!);
            await SchemaVersion.Check(database);
            if (database.File is not null)
                Room.LayBallast(options.Data!, options.Ballast);
            var record = await TheRecord.Open(database, options.Clock, options.Randomness);
            await OpenService(record, options);
            return record;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>A new record begins with the name of its service; one that is there stays as it began.</summary>
    private static async Task OpenService(TheRecord record, SiteOptions options)
    {
        if (options.NewService is not { } service)
            return;
        await record.Write(
            new Order("open-service", By.Worker), [Streams.Service],
            (histories, _) => histories[Streams.Service].Exists
                ? Decision.AlreadySo
                : new OpenService(service.Name, service.NeutralName, options.Provider, Simulated: false).Decide(histories[Streams.Service]));
    }
}
