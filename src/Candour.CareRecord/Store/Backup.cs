using System.Diagnostics;
using Candour.Clinical;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Candour.CareRecord.Store;

/// <summary>
/// Copies of a record, taken while it is in use, and the check that a copy can be restored. A copy holds everything about
/// everybody: its folder is made for this account alone, and the operator encrypts it before it leaves the machine.
/// </summary>
public static class Backup
{
    private const string CopyName = "candour.db";

    /// <summary>Copies the SQLite record in a folder into another, with its manifest. The server may be running.</summary>
    /// <exception cref="RecordSettingsException">Nothing to copy, or the target holds a copy already.</exception>
    public static async Task<BackupManifest> Sqlite(string data, string to, Moment now)
    {
        var file = Path.Combine(data, CopyName);
        if (!File.Exists(file))
            throw new RecordSettingsException($"There is no record in {data}.");
        MakeEmpty(to);
        var copy = Path.Combine(to, CopyName);
        await using (var from = await OpenSqlite(file, SqliteOpenMode.ReadWrite))
        await using (var target = await OpenSqlite(copy, SqliteOpenMode.ReadWriteCreate))
        {
            from.BackupDatabase(target);
            // One file, without a log beside it that could be forgotten.
            await Sql.Run(target, null, "pragma journal_mode=DELETE");
            await Finish(target, "sqlite", await ProviderOf(target), to, now);
        }

        return BackupManifest.Read(to);
    }

    /// <summary>
    /// Takes a base backup of a PostgreSQL server with its write-ahead log, by PostgreSQL's own <c>pg_basebackup</c>. The
    /// manifest is taken first: the copy holds at least what it names.
    /// </summary>
    /// <param name="connection">A role that may read the record and may replicate.</param>
    /// <exception cref="RecordSettingsException">The tool is not here, or failed; says what to run.</exception>
    public static async Task<BackupManifest> Postgres(string connection, string provider, string to, Moment now)
    {
        var tool = PostgresTool("pg_basebackup") ?? throw new RecordSettingsException(
            "This machine has no pg_basebackup, and no copy was taken. Install the package postgresql-client, or run on the database's "
            + $"machine, as a role with REPLICATION:{Environment.NewLine}  pg_basebackup -D {to}/base -X stream -c fast --manifest-checksums=SHA256");
        MakeEmpty(to);
        await using (var reading = await OpenPostgres(connection, provider))
            await Finish(reading, "postgresql", provider, to, now);
        var server = new NpgsqlConnectionStringBuilder(connection);
        var arguments = new[]
        {
            "-h", server.Host!, "-p", server.Port.ToString(), "-U", server.Username!, "-D", Path.Combine(to, "base"),
            "-X", "stream", "-c", "fast", "--manifest-checksums=SHA256", "--no-password",
        };
        var (code, said) = await Run(tool, arguments, ("PGPASSWORD", server.Password ?? ""));
        return code == 0 ? BackupManifest.Read(to) : throw new RecordSettingsException($"pg_basebackup failed and the copy is not whole: {said}");
    }

    /// <summary>
    /// Checks a copy. SQLite: restores it into a folder of its own and computes everything again. PostgreSQL: the files against
    /// PostgreSQL's own checksums and, given the connection of a server started on the restored copy, the record in it.
    /// </summary>
    /// <returns>What is wrong, in words; empty when nothing is.</returns>
    public static async Task<IReadOnlyList<string>> Check(string folder, string? restored)
    {
        var manifest = BackupManifest.Read(folder);
        if (manifest.Database == "sqlite")
            return await CheckSqlite(folder, manifest);
        var wrong = new List<string>();
        if (PostgresTool("pg_verifybackup") is not { } tool)
            wrong.Add("This machine has no pg_verifybackup: the files were not checked. Install the package postgresql.");
        else if (await Run(tool, ["--no-parse-wal", Path.Combine(folder, "base")]) is (not 0, var said))
            wrong.Add($"pg_verifybackup: {said}");
        if (restored is null)
            wrong.Add("The record in it was not read. Start PostgreSQL on a copy of the folder 'base' and name it with --database.");
        else
            await using (var connection = await OpenPostgres(restored, manifest.Provider))
                wrong.AddRange(await BackupCheck.Run(connection, manifest, exactly: false));
        return wrong;
    }

    private static async Task<IReadOnlyList<string>> CheckSqlite(string folder, BackupManifest manifest)
    {
        var trial = Directory.CreateTempSubdirectory("candour-restore-");
        try
        {
            var file = Path.Combine(trial.FullName, CopyName);
            if (!File.Exists(Path.Combine(folder, CopyName)))
                return [$"The copy {CopyName} is missing."];
            File.Copy(Path.Combine(folder, CopyName), file);
            await using var connection = await OpenSqlite(file, SqliteOpenMode.ReadWrite);
            var integrity = await Sql.Rows(connection, null, r => r.GetString(0), "pragma integrity_check");
            return integrity is ["ok"] ? await BackupCheck.Run(connection, manifest, exactly: true) : [.. integrity.Take(5)];
        }
        catch (SqliteException e)
        {
            return [$"The copy cannot be read: {e.Message}"];
        }
        finally
        {
            trial.Delete(recursive: true);
        }
    }

    private static async Task Finish(System.Data.Common.DbConnection connection, string database, string provider, string to, Moment now)
    {
        var manifest = await BackupManifest.Of(connection, database, provider, now);
        await File.WriteAllTextAsync(Path.Combine(to, BackupManifest.FileName), manifest.Write());
    }

    private static async Task<string> ProviderOf(SqliteConnection copy) =>
        (await Sql.Rows(copy, null, r => r.GetString(0), "select provider from leaf limit 1")).SingleOrDefault() ?? "";

    private static void MakeEmpty(string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new RecordSettingsException($"{folder} is not empty. A copy goes into a new folder, so that no older one is lost.");
        PrivateFolder.Make(folder);
    }

    // No pool: the file has to be free when we are done with it.
    private static async Task<SqliteConnection> OpenSqlite(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<NpgsqlConnection> OpenPostgres(string connectionString, string provider)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString)
        {
            Options = $"-c app.provider={provider}", CommandTimeout = 0,
        }.ToString());
        await connection.OpenAsync();
        return connection;
    }

    private static string? PostgresTool(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(d => Path.Combine(d, "bin")) : [])
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static async Task<(int Code, string Said)> Run(string tool, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said.Trim());
    }
}
