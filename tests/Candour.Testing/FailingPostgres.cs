using System.Globalization;

namespace Candour.Testing;

/// <summary>A PostgreSQL server of this test's own, to be stopped and started again at will.</summary>
public sealed class FailingPostgres : IDisposable
{
    private readonly string _folder;

    /// <param name="on">The disk it is on; by default the machine's temporary folder.</param>
    public FailingPostgres(SmallDisk? on = null)
    {
        var lines = PrivatePostgres.Run(on?.Path, "start", "--while", Environment.ProcessId.ToString(CultureInfo.InvariantCulture))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        (_folder, Superuser) = (lines[0], lines[1]);
    }

    /// <summary>Connection string of the server's superuser.</summary>
    public string Superuser { get; }

    /// <summary>Gone at once, as if its machine had failed.</summary>
    public void Halt()
    {
        PrivatePostgres.Run(null, "halt", _folder);
        // This process's own idle connections to it are broken now.
        Npgsql.NpgsqlConnection.ClearAllPools();
    }

    /// <summary>Takes connections and answers nothing, as a machine that hangs.</summary>
    public void Freeze() => Signal("-STOP");

    public void Thaw() => Signal("-CONT");

    public void Resume() => PrivatePostgres.Run(null, "resume", _folder);

    /// <summary>Starts it if it has stopped by itself; true when it had.</summary>
    public bool ResumeIfItStopped()
    {
        if (IsRunning)
            return false;
        Resume();
        return true;
    }

    public void Dispose() => PrivatePostgres.Run(null, "stop", _folder);

    private string PidFile => Path.Combine(_folder, "data", "postmaster.pid");

    private bool IsRunning => File.Exists(PidFile) && Directory.Exists($"/proc/{File.ReadLines(PidFile).First()}");

    // The server and every process it has started for a connection.
    private void Signal(string signal)
    {
        var server = File.ReadLines(PidFile).First();
        foreach (var (program, arguments) in new[] { ("kill", new[] { signal, server }), ("pkill", [signal, "-P", server]) })
        {
            using var process = System.Diagnostics.Process.Start(program, arguments);
            process.WaitForExit();
        }
    }
}
