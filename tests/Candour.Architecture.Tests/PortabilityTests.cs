using System.Text.RegularExpressions;

namespace Candour.Architecture.Tests;

public sealed class PortabilityTests
{
    /// <summary>Folders that exist on one machine only. Written in pieces, so that this file does not name them.</summary>
    private static readonly Regex MachinePaths = new(
        $"""(^|[\s"'`(=:])(/{"work"}/|/home/\w|/Users/\w|/root/|[A-Z]:\\Users)|\.\./{"shared"}\b""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    [Fact]
    public void No_file_names_a_folder_of_one_machine() =>
        Sources.Files()
            .Where(f => IsText(f) && MachinePaths.IsMatch(Sources.Text(f)))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("read(\"/" + "home/jo/data.csv\")")]
    [InlineData("path = /" + "root/x")]
    public void A_planted_path_is_found(string line) => MachinePaths.IsMatch(line).ShouldBeTrue();

    [Theory]
    [InlineData("href=\"/work-items/7\"")]
    [InlineData("https://example.org/home/jo")]
    public void An_ordinary_address_is_not_found(string line) => MachinePaths.IsMatch(line).ShouldBeFalse();

    private static bool IsText(string path) =>
        Path.GetExtension(path) is not (".png" or ".jpg" or ".ico" or ".woff2" or ".db" or ".pdf" or ".gz");
}
