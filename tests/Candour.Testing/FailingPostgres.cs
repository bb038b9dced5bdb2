using System.Globalization;

namespace Candour.Testing;

/// <summary>A PostgreSQL server of this test's own, to be stopped and started again at will.</summary>
public sealed class FailingPostgres : IDisposable
{
    private readonly string _folder;

    public FailingPostgres()
    {
        var lines = PrivatePostgres.Run("start", "--while", Environment.ProcessId.ToString(CultureInfo.InvariantCulture)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        (_folder, Superuser) = (lines[0], lines[1]);
    }

    /// <summary>Connection string of the server's superuser.</summary>
    public string Superuser { get; }

    /// <summary>Gone at once, as if its machine had failed.</summary>
    public void Halt()
    {
        PrivatePostgres.Run("halt", _folder);
        // This process's own idle connections to it are broken now.
        Npgsql.NpgsqlConnection.ClearAllPools();
    }

    public void Resume() => PrivatePostgres.Run("resume", _folder);

    public void Dispose() => PrivatePostgres.Run("stop", _folder);
}
