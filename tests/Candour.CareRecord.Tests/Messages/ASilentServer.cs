using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Candour.CareRecord.Tests.Messages;

/// <summary>A real server on the loopback that takes every call and never says a word: a mail server that hangs.</summary>
internal sealed class ASilentServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<Socket> _callers = [];
    private readonly TaskCompletionSource _called = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ASilentServer()
    {
        _listener.Start();
        _ = Take();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Calls => _callers.Count;

    /// <summary>Ends when somebody has called.</summary>
    public Task Called => _called.Task;

    public void Dispose()
    {
        _listener.Dispose();
        foreach (var caller in _callers)
            caller.Dispose();
    }

    private async Task Take()
    {
        try
        {
            while (true)
            {
                _callers.Add(await _listener.AcceptSocketAsync());
                _called.TrySetResult();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
