using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Messages;

/// <summary>
/// A real SMTP server (aiosmtpd) in a process of its own, on the loopback. It keeps every mail it accepted as a file, and
/// misbehaves when told to.
/// </summary>
internal sealed class AMailServer : IDisposable
{
    private readonly SqliteFolder _folder = new();
    private readonly string _behaviour;
    private Process _process;

    private AMailServer(string behaviour, int port)
    {
        _behaviour = behaviour;
        Port = port;
        _process = Start();
    }

    public int Port { get; }

    /// <summary>Mails the server accepted, as they came over the wire.</summary>
    public IReadOnlyList<string> Mails => [.. Directory.GetFiles(_folder.Path, "*.mail").Order().Select(File.ReadAllText)];

    /// <param name="behaviour">accept, refuse-recipient, refuse-data, slow, die-after-data, greylist.</param>
    public static AMailServer That(string behaviour) => new(behaviour, FreePort());

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Kill()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public void StartAgain()
    {
        _process.Dispose();
        _process = Start();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
        _folder.Dispose();
    }

    private Process Start()
    {
        var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", [
            Checkout.At("tests", "Candour.CareRecord.Tests", "Messages", "mail_server.py"), Port.ToString(), _folder.Path, _behaviour,
        ])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        // The server says that it listens; nothing is waited for by the clock.
        return process.StandardOutput.ReadLine() == "listening"
            ? process
            : throw new InvalidOperationException("The mail server did not start. The tests need the Debian package python3-aiosmtpd.");
    }
}
