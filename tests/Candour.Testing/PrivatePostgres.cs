using System.Diagnostics;

namespace Candour.Testing;

/// <summary>
/// The PostgreSQL server of the test run: the one named by <c>CANDOUR_TEST_POSTGRES</c> (set by <c>./dev test</c>), else one
/// that this process starts with <c>build/private-postgres</c> and that goes when the process goes. When there is none to be
/// had the test fails and says what to install; it is never skipped.
/// </summary>
public static class PrivatePostgres
{
    private static readonly Lazy<string> Server = new(FromEnvironmentOrOwn);

    /// <summary>Connection string of the server's superuser.</summary>
    public static string Superuser => Server.Value;

    private static string FromEnvironmentOrOwn() =>
        Environment.GetEnvironmentVariable("CANDOUR_TEST_POSTGRES") is { Length: > 0 } given ? given : StartOwn();

    private static string StartOwn()
    {
        var lines = Run(null, "start", "--while", Environment.ProcessId.ToString()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Run(null, "stop", lines[0]);
        return lines[1];
    }

    /// <param name="folder">Where its own folder is made; null for the machine's temporary folder.</param>
    internal static string Run(string? folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Checkout.At("build", "private-postgres"), arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (folder is not null)
            start.Environment["TMPDIR"] = folder;
        using var script = Process.Start(start)!;
        var wrong = script.StandardError.ReadToEndAsync();
        var output = script.StandardOutput.ReadToEnd();
        script.WaitForExit();
        return script.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"No PostgreSQL for this test. {wrong.GetAwaiter().GetResult().Trim()}");
    }
}
