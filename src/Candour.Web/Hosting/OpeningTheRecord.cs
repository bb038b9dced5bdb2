using Candour.CareRecord;
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
            return await TheRecord.Open(database, options.Clock, options.Randomness);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }
}
