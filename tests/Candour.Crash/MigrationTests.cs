using System.Diagnostics;
using Candour.CareRecord.Store;
using Candour.Testing;

namespace Candour.Crash;

/// <summary>The program is killed with SIGKILL while it makes its tables, at ever later moments, on one and the same store.</summary>
[Collection("one at a time")]
public sealed class MigrationTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task Killed_in_the_middle_of_making_the_tables_the_next_start_completes_or_begins_anew(Kept kept)
    {
        using var folder = new SqliteFolder();
        await using var postgres = kept == Kept.InPostgres ? await FreshDatabase.Create() : null;
        string[] where = postgres is null ? ["--data", folder.Path, "--ballast", "0"] : ["--database", postgres.Application, "--owner", postgres.Owner];
        var killed = 0;
        // From the first table on, in steps of a fraction of a second, so that some kill falls into the migration.
        for (var step = 0; step < 6; step++)
        {
            using var process = Server.Candour(["serve", "--urls", "http://127.0.0.1:0", .. where]);
            var quiet = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await Begun(process, folder, postgres);
            await Task.Delay(step * 40, TestContext.Current.CancellationToken);
            if (!process.HasExited)
            {
                process.Kill();
                killed++;
            }

            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            await quiet;
        }

        killed.ShouldBeGreaterThan(3);
        await using (var server = await Server.Start(where))
        {
            using var http = new HttpClient { BaseAddress = server.Address };
            (await http.GetStringAsync("/readyz")).ShouldBe("ready");
            server.Errors.ShouldBeEmpty();
        }

        await using var database = postgres is null ? Database.Sqlite(folder.Path, "RXX") : Database.Postgres(postgres.Application, "RXX");
        (await SchemaVersion.IsRight(database)).ShouldBeTrue();
        (await new Rebuild(database).Run(swap: false)).ListsWereEqual.ShouldBeTrue();
        output.WriteLine($"{kept}: killed {killed} times while it made the tables.");
    }

    /// <summary>Waits until the process has begun with the store: the file is there, or the database is asked.</summary>
    private static async Task Begun(Process process, SqliteFolder folder, FreshDatabase? postgres)
    {
        var waited = Stopwatch.StartNew();
        while (!process.HasExited && waited.Elapsed < TimeSpan.FromSeconds(30))
        {
            if (postgres is null ? File.Exists(folder.File("candour.lock")) && IsLocked(folder.File("candour.lock")) : await IsAsked(postgres))
                return;
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    private static bool IsLocked(string file)
    {
        try
        {
            using var mine = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static async Task<bool> IsAsked(FreshDatabase postgres)
    {
        await using var connection = new Npgsql.NpgsqlConnection(PrivatePostgres.Superuser);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand("select count(*) from pg_stat_activity where datname = $1", connection);
        command.Parameters.Add(new() { Value = postgres.Name });
        return (long)(await command.ExecuteScalarAsync())! > 0;
    }
}
