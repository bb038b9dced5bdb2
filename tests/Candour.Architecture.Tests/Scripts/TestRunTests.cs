using System.Diagnostics;
using System.Runtime.Versioning;
using Candour.Testing;

namespace Candour.Architecture.Tests.Scripts;

/// <summary>
/// What <c>./dev test</c> makes of test programs that go wrong: each test lays out a small checkout whose test programs are
/// shell scripts, runs the real script there and reads its last line.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class TestRunTests : IDisposable
{
    private const string Report = """while [ "$1" != -xml ]; do shift; done; echo '<assembly name="x" {0} />' > "$2"; """;

    private readonly DirectoryInfo _checkout = Directory.CreateTempSubdirectory("candour-scripts-");
    private int? _seconds;

    public TestRunTests()
    {
        foreach (var script in new[] { "test", "prerequisites", "install-needs", "private-postgres" })
            Copy("build", script);
        Write("build/test-needs", "");
        Write("tests/Candour.Testing/Candour.Testing.csproj", "<Project><IsTestProject>false</IsTestProject></Project>");
    }

    [Fact]
    public void Passes_of_all_projects_are_added_up()
    {
        Project("Candour.One.Tests", Reporting("passed=\"3\" failed=\"0\" skipped=\"0\" errors=\"0\""));
        Project("Candour.Two.Tests", Reporting("passed=\"4\" failed=\"0\" skipped=\"0\" errors=\"0\""));
        Run().ShouldBe(("7 passed, 0 failed", 0));
    }

    [Fact]
    public void A_failure_in_any_project_fails_the_run()
    {
        Project("Candour.One.Tests", Reporting("passed=\"3\" failed=\"2\" skipped=\"0\" errors=\"0\"") + "exit 1");
        Project("Candour.Two.Tests", Reporting("passed=\"4\" failed=\"0\" skipped=\"0\" errors=\"0\""));
        Run().ShouldBe(("7 passed, 2 failed", 1));
    }

    [Fact]
    public void A_project_that_crashes_before_it_reports_is_a_failure()
    {
        Project("Candour.One.Tests", Reporting("passed=\"3\" failed=\"0\" skipped=\"0\" errors=\"0\""));
        Project("Candour.Two.Tests", "kill -9 $$");
        Run().ShouldBe(("3 passed, 1 failed", 1));
    }

    [Fact]
    public void A_project_that_crashes_after_it_reported_is_a_failure()
    {
        Project("Candour.One.Tests", Reporting("passed=\"3\" failed=\"0\" skipped=\"0\" errors=\"0\"") + "exit 134");
        Run().ShouldBe(("3 passed, 1 failed", 1));
    }

    [Fact]
    public void A_project_that_was_not_built_is_a_failure()
    {
        Project("Candour.One.Tests", Reporting("passed=\"3\" failed=\"0\" skipped=\"0\" errors=\"0\""));
        Write("tests/Candour.Two.Tests/Candour.Two.Tests.csproj", "<Project />");
        Run().ShouldBe(("3 passed, 1 failed", 1));
    }

    [Fact]
    public void A_project_without_tests_is_a_failure()
    {
        Project("Candour.One.Tests", Reporting("passed=\"0\" failed=\"0\" skipped=\"0\" errors=\"0\""));
        Run().ShouldBe(("0 passed, 1 failed", 1));
    }

    [Fact]
    public void A_fixture_that_cannot_be_cleaned_up_is_a_failure()
    {
        Project("Candour.One.Tests", Reporting("passed=\"3\" failed=\"0\" skipped=\"0\" errors=\"1\""));
        Run().ShouldBe(("3 passed, 1 failed", 1));
    }

    [Fact]
    public void Skipped_tests_are_named_in_the_last_line()
    {
        Project("Candour.One.Tests", Reporting("passed=\"3\" failed=\"0\" skipped=\"2\" errors=\"0\""));
        Run().ShouldBe(("3 passed, 0 failed, 2 skipped", 0));
    }

    [Fact]
    public void A_project_name_that_does_not_exist_is_a_failure()
    {
        Project("Candour.One.Tests", Reporting("passed=\"3\" failed=\"0\" skipped=\"0\" errors=\"0\""));
        Run("Nonsense").ShouldBe(("0 passed, 1 failed", 1));
    }

    [Fact]
    public void A_program_that_hangs_is_ended_after_the_time_it_was_given_and_is_a_failure()
    {
        Project("Candour.One.Tests", "sleep 20\n" + Reporting("passed=\"3\" failed=\"0\" skipped=\"0\" errors=\"0\""));
        _seconds = 1;
        Run().ShouldBe(("0 passed, 1 failed", 1));
    }

    public void Dispose() => _checkout.Delete(recursive: true);

    private static string Reporting(string counts) => Report.Replace("{0}", counts, StringComparison.Ordinal);

    private void Project(string name, string script)
    {
        Write($"tests/{name}/{name}.csproj", "<Project />");
        var program = Write($"tests/{name}/bin/Release/net10.0/{name}", $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private (string LastLine, int ExitCode) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(_checkout.FullName, "build", "test"), [.. arguments, "--no-build"])
        {
            WorkingDirectory = _checkout.FullName,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (_seconds is { } seconds)
            start.Environment["CANDOUR_TEST_SECONDS"] = $"{seconds}";
        using var script = Process.Start(start)!;
        script.StandardInput.Close();
        var wrong = script.StandardError.ReadToEndAsync();
        var output = script.StandardOutput.ReadToEnd();
        script.WaitForExit();
        _ = wrong.GetAwaiter().GetResult();
        return (output.TrimEnd().Split('\n')[^1], script.ExitCode);
    }

    private void Copy(params string[] path)
    {
        var target = Path.Combine([_checkout.FullName, .. path]);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(Checkout.At(path), target);
    }

    private string Write(string path, string text)
    {
        var target = Path.Combine(_checkout.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, text);
        return target;
    }
}
