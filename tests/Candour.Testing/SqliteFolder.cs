namespace Candour.Testing;

/// <summary>A folder of its own for a test's SQLite store, gone with its files when the test is done.</summary>
public sealed class SqliteFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("candour-test-");

    /// <summary>The full path, as <c>--data</c> takes it.</summary>
    public string Path => _folder.FullName;

    /// <summary>The full path of a file in the folder.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // The last connection to close takes its journal away itself, at the same moment.
            _folder.Delete(recursive: true);
        }
    }
}
