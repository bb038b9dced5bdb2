using Candour.CareRecord.Store;
using Candour.Testing;
using Candour.Web.Hosting;

namespace Candour.Web.Tests.Failures;

/// <summary>Puts a site on a PostgreSQL database instead of a folder.</summary>
internal static class OnPostgres
{
    /// <param name="through">The application's connection string, where it is not the database's own: by a wire.</param>
    public static async Task<Func<SiteOptions, SiteOptions>> Of(FreshDatabase database, string? through = null)
    {
        await Preparing.Postgres(database.Owner, database.ApplicationRole);
        return o => o with { Data = null, Database = through ?? database.Application };
    }
}
