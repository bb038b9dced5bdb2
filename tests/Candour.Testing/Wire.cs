using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Candour.Testing;

/// <summary>Where a <see cref="Wire"/> is cut when the COMMIT of an event passes.</summary>
public enum Cut
{
    Never,

    /// <summary>The server never hears of it.</summary>
    BeforeTheServer,

    /// <summary>The server commits, and its answer never arrives.</summary>
    BeforeTheAnswer,
}

/// <summary>A wire between the program and PostgreSQL that a test cuts in the middle of a COMMIT.</summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly NpgsqlConnectionStringBuilder _server;
    private readonly byte[] _cutsWith;
    private readonly Task _accepting;

    /// <param name="cutsWith">Text of the transaction to cut: the name of an event in it.</param>
    public Wire(string connectionString, string cutsWith)
    {
        _server = new(connectionString);
        _cutsWith = System.Text.Encoding.UTF8.GetBytes(cutsWith);
        _listener.Start();
        _accepting = Accept();
    }

    /// <summary>What to do at the next COMMIT of a line on which an event was stored; once.</summary>
    public Cut Next { get; set; }

    /// <summary>After a cut no line carries anything, and no connection gets through, until this is false again.</summary>
    public bool StaysCut { get; set; }

    public bool IsDown { get; set; }

    /// <summary>The same connection string, through this wire.</summary>
    public string Through => new NpgsqlConnectionStringBuilder(_server.ConnectionString)
    {
        Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port,
    }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Join(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task Join(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient();
        if (IsDown)
            return;
        await far.ConnectAsync(_server.Host!, _server.Port);
        var line = new Line();
        await Task.WhenAny(Carry(near.GetStream(), far.GetStream(), line, fromClient: true), Carry(far.GetStream(), near.GetStream(), line, fromClient: false));
    }

    private async Task Carry(NetworkStream from, NetworkStream to, Line line, bool fromClient)
    {
        var bytes = new byte[64 * 1024];
        try
        {
            while (await from.ReadAsync(bytes) is > 0 and var count)
            {
                if (IsDown && line.Cut == Cut.Never)
                    return;
                // Not the COMMIT of a numbering or of a look.
                line.Stores |= fromClient && bytes.AsSpan(0, count).IndexOf(_cutsWith) >= 0;
                var commits = fromClient && bytes.AsSpan(0, count).IndexOf("COMMIT\0"u8) >= 0;
                if (commits && line.Stores && Next != Cut.Never)
                {
                    (line.Cut, Next, IsDown) = (Next, Cut.Never, StaysCut);
                    if (line.Cut == Cut.BeforeTheServer)
                        return;
                }
                else if (!fromClient && line.Cut == Cut.BeforeTheAnswer)
                {
                    return;
                }

                line.Stores &= !commits;
                await to.WriteAsync(bytes.AsMemory(0, count));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The other side is gone.
        }
    }

    private sealed class Line
    {
        public bool Stores { get; set; }

        public Cut Cut { get; set; }
    }
}
