using System.Data.Common;

namespace Candour.CareRecord.Store;

/// <summary>
/// Settings without which an acknowledged event could be lost, checked before a record is opened. Each refusal says how to
/// mend it.
/// </summary>
public static class StoreSettings
{
    /// <exception cref="RecordSettingsException">A setting is too weak.</exception>
    public static async Task Check(Database database)
    {
        try
        {
            if (database.File is { } file)
            {
                NetworkShare.Refuse(file);
                RefuseOpenFolder(Path.GetDirectoryName(file)!);
            }

            await using var connection = await database.Open();
            if (database.IsPostgres)
                await Postgres(connection);
            else
                await Sqlite(connection);
        }
        catch (Exception e) when (e is DbException or TimeoutException or System.Net.Sockets.SocketException)
        {
            throw new RecordSettingsException($"The database cannot be opened: {e.Message}");
        }
    }

    /// <summary>What is too weak, given the values by name; null when all is well. Pure.</summary>
    internal static string? TooWeak(IReadOnlyList<(string Name, string Is, string[] Enough, string Mend)> settings)
    {
        var weak = settings.Where(s => !s.Enough.Contains(s.Is, StringComparer.OrdinalIgnoreCase)).ToList();
        return weak.Count == 0
            ? null
            : string.Join(Environment.NewLine, weak.Select(s => $"The database has {s.Name} = {s.Is}: what was said to be saved could be lost. {s.Mend}"));
    }

    private static async Task Sqlite(DbConnection connection) => Refuse(TooWeak(
    [
        ("journal_mode", await One(connection, "pragma journal_mode"), ["wal"],
            "The file must lie on a disk that can do write-ahead logging; move the folder to a local disk."),
        ("synchronous", await One(connection, "pragma synchronous"), ["2", "3"], "Start candour without settings of your own for SQLite."),
        ("secure_delete", await One(connection, "pragma secure_delete"), ["1"], "Use a SQLite library built with secure_delete."),
        ("foreign_keys", await One(connection, "pragma foreign_keys"), ["1"], "Use a SQLite library built with foreign keys."),
    ]));

    private static async Task Postgres(DbConnection connection)
    {
        Refuse(TooWeak(
        [
            ("fsync", await One(connection, "show fsync"), ["on"], "Set fsync = on in postgresql.conf and restart PostgreSQL."),
            ("full_page_writes", await One(connection, "show full_page_writes"), ["on"],
                "Set full_page_writes = on in postgresql.conf and reload PostgreSQL."),
            ("synchronous_commit", await One(connection, "show synchronous_commit"), ["on", "remote_apply"],
                "Set synchronous_commit = on in postgresql.conf, and for this role and database, and reload PostgreSQL."),
            ("data_checksums", await One(connection, "show data_checksums"), ["on"],
                "Stop PostgreSQL and run: pg_checksums --enable -D DATA_DIRECTORY (a new cluster: initdb --data-checksums)."),
        ]));
        if (await One(connection, "select (rolsuper or rolbypassrls)::text from pg_roles where rolname = current_user") == "true")
        {
            throw new RecordSettingsException(
                "This database role is above the wall between providers (superuser or bypassrls). Make one that is not: "
                + "create role candour_app login password '…' nosuperuser nobypassrls; and give it to --database. "
                + "The owner of the tables goes to --owner, once.");
        }

        await RefuseOwner(connection);
    }

    /// <summary>An owner may change and delete what is written, whatever was granted: the application's role must be none.</summary>
    /// <param name="role">The application's role; null for the connection's own.</param>
    /// <exception cref="RecordSettingsException">It owns the tables or what they stand in, or may put on the role that does.</exception>
    internal static async Task RefuseOwner(DbConnection connection, string? role = null)
    {
        var owners = await Sql.Rows(
            connection, null, r => r.GetString(0),
            """
            select distinct o.rolname from pg_roles o
            where pg_has_role(coalesce(@p0, current_user::text), o.oid, 'member')
              and (exists (select 1 from pg_class c where c.relowner = o.oid and c.relkind in ('r', 'p')
                             and c.relnamespace = current_schema()::regnamespace)
                or exists (select 1 from pg_namespace n where n.nspowner = o.oid and n.oid = current_schema()::regnamespace))
            order by o.rolname
            """,
            role);
        if (owners.Count > 0)
        {
            throw new RecordSettingsException(
                $"This database role owns the record's tables or their schema, or is a member of what does ({string.Join(", ", owners)}): it could "
                + "change what is written. Make one that owns nothing: create role candour_app login password '…' nosuperuser nobypassrls; "
                + "and give it to --database. The owner goes to --owner, once, and is granted to nobody.");
        }
    }

    private static void RefuseOpenFolder(string folder)
    {
        if (PrivateFolder.IsOpenToOthers(folder))
        {
            throw new RecordSettingsException(
                $"The folder {folder} is open to other accounts of this machine, and the record in it with all that it says about people. "
                + $"Close it: chmod 700 {folder}");
        }
    }

    private static void Refuse(string? weak)
    {
        if (weak is not null)
            throw new RecordSettingsException(weak);
    }

    private static async Task<string> One(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }
}
