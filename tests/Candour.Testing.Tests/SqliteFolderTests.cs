using Microsoft.Data.Sqlite;

namespace Candour.Testing.Tests;

public sealed class SqliteFolderTests
{
    [Fact]
    public void A_folder_goes_with_everything_in_it()
    {
        string path;
        using (var folder = new SqliteFolder())
        {
            path = folder.Path;
            using var connection = new SqliteConnection($"Data Source={folder.File("record.db")}");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "create table t (x integer)";
            command.ExecuteNonQuery();
            File.Exists(folder.File("record.db")).ShouldBeTrue();
        }

        Directory.Exists(path).ShouldBeFalse();
    }
}
