using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Candour.Crash;

/// <summary>The program as an operator starts it: a process of its own, reached over the loopback only.</summary>
internal sealed partial class Server : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _errors;

    private Server(Process process, Uri address, ConcurrentQueue<string> errors) =>
        (_process, Address, _errors) = (process, address, errors);

    /// <summary>What it logged as an error.</summary>
    public string Errors => string.Join('\n', _errors);

    public Uri Address { get; }

    /// <summary>Starts <c>candour serve</c> on a free port and waits until it says where it listens.</summary>
    public static Task<Server> Start(Store store) => Start(store.Where);

    public static async Task<Server> Start(IReadOnlyList<string> where)
    {
        var process = Candour(["serve", "--urls", "http://127.0.0.1:0", .. where]);
        var wrong = process.StandardError.ReadToEndAsync();
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var errors = new ConcurrentQueue<string>();
        // Read to the end, always: a full pipe would stop the server.
        _ = Task.Run(async () =>
        {
            var said = new List<string>();
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                said.Add(line);
                if (line.Contains("\"level\":\"Error\"", StringComparison.Ordinal))
                    errors.Enqueue(line);
                if (Listens().Match(line) is { Success: true } match)
                    listening.TrySetResult(new Uri(match.Groups["address"].Value));
            }

            listening.TrySetException(new InvalidOperationException($"The server did not start.\n{string.Join('\n', said)}\n{await wrong}"));
        });
        return new(process, await listening.Task.WaitAsync(TimeSpan.FromMinutes(1)), errors);
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed, no connection is closed in an orderly way.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.ExitCode.ShouldBe(128 + 9);
    }

    /// <summary>Runs <c>candour rebuild --check</c> and answers its exit code and what it printed.</summary>
    public static async Task<(int Code, string Said)> CheckLists(Store store)
    {
        using var process = Candour(["rebuild", "--check", .. store.Where]);
        var said = process.StandardOutput.ReadToEndAsync();
        var wrong = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await wrong);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await Kill();
        _process.Dispose();
    }

    /// <summary>The program with these arguments, its output to be read.</summary>
    public static Process Candour(IEnumerable<string> arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "candour.dll"), .. arguments])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        })!;

    [GeneratedRegex("\"address\":\"(?<address>http://[^\"]+)\",\"what\":\"Now listening", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listens();
}
