using Microsoft.Data.Sqlite;

namespace Candour.CareRecord.Store;

/// <summary>One SQLite file is one provider: whose is it?</summary>
public static class ProviderInFile
{
    /// <summary>The code of the provider whose record lies in the folder; null where there is none yet.</summary>
    public static string? Of(string folder)
    {
        var file = Path.Combine(folder, "candour.db");
        if (!File.Exists(file))
            return null;
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from sqlite_master where name='leaf'";
        if ((long)command.ExecuteScalar()! == 0)
            return null;
        command.CommandText = "select provider from leaf order by id limit 1";
        return command.ExecuteScalar() as string;
    }

    /// <exception cref="RecordSettingsException">The file is of another provider.</exception>
    internal static void Refuse(string folder, string provider)
    {
        if (Of(folder) is { } there && there != provider)
            throw new RecordSettingsException(new Service.RecordOfAnotherProvider(there, provider).Message);
    }
}
