using System.Diagnostics;
using System.Globalization;

namespace Candour.Testing;

/// <summary>A PostgreSQL server of this test's own, to be stopped, frozen and started again at will.</summary>
public sealed class FailingPostgres : IDisposable
{
    private readonly string _folder;
    private bool _frozen;

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

    /// <summary>There, and silent: it takes connections and answers nothing.</summary>
    public void Freeze()
    {
        Signal("STOP");
        _frozen = true;
    }

    public void Thaw()
    {
        if (_frozen)
            Signal("CONT");
        _frozen = false;
    }

    public void Dispose()
    {
        Thaw();
        PrivatePostgres.Run("stop", _folder);
    }

    // The postmaster and its children, by their ids: nobody else's.
    private void Signal(string signal)
    {
        var pid = Path.Combine(_folder, "data", "postmaster.pid");
        if (!File.Exists(pid))
            return;
        var postmaster = File.ReadLines(pid).First();
        var children = File.ReadAllText($"/proc/{postmaster}/task/{postmaster}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        using var kill = Process.Start("kill", [$"-{signal}", postmaster, .. children]);
        kill.WaitForExit();
    }
}
