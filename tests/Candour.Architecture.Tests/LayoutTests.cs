using System.Text.RegularExpressions;

namespace Candour.Architecture.Tests;

public sealed partial class LayoutTests
{
    private const int Longest = 300;

    /// <summary>
    /// A feature's events are flat records in one file and the tests of one thing are sentences below one another: both are
    /// read as a list, and a second file would split it.
    /// </summary>
    private const int LongestList = 400;

    /// <summary>Files that may be longer than 300 lines, each with the reason why a second file would be worse.</summary>
    private static readonly Dictionary<string, string> MayBeLong = [];

    /// <summary>Names in which "Service" is the clinic, as it should be.</summary>
    private static readonly string[] TheClinic = ["OpenService", "HonestService"];

    /// <summary>Folders whose files keep the namespace of the folder above, each with the reason.</summary>
    private static readonly Dictionary<string, string> KeepsNamespaceAbove = new()
    {
        ["src/Candour.Clinical/Time"] = "Moment, London and Words are used by nearly every file: one namespace, one using.",
    };

    [Fact]
    public void Namespaces_are_file_scoped_and_match_folders() =>
        Sources.Code("src", "tests")
            .Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(f => (File: f, Is: DeclaredNamespace().Match(Sources.Text(f)).Groups["name"].Value, Should: NamespaceOf(f)))
            .Where(f => f.Is != f.Should && !(f.Is.Length == 0 && MayHaveNone(f.File)))
            .Select(f => $"{f.File}: {f.Is} should be {f.Should}")
            .ShouldBeEmpty();

    [Fact]
    public void No_file_is_longer_than_three_hundred_lines_without_a_reason() =>
        Sources.Files("src", "tests")
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal) && !MayBeLong.ContainsKey(f))
            .Select(f => (File: f, Lines: Sources.Text(f).AsSpan().Count('\n')))
            .Where(f => f.Lines > (IsAList(f.File) ? LongestList : Longest))
            .Select(f => $"{f.File}: {f.Lines} lines. What would the second file be called?")
            .ShouldBeEmpty();

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Sources.Code("src", "tests")
            .SelectMany(f => EmptyName().Matches(Sources.Text(f))
                .Where(m => !TheClinic.Contains(m.Value.Split(' ')[^1]))
                .Select(m => $"{f}: {m.Value}"))
            .ShouldBeEmpty();

    [Fact]
    public void No_test_is_skipped() =>
        Sources.Code("tests").Where(f => Skipped().IsMatch(Sources.Text(f))).ShouldBeEmpty();

    [Theory]
    [InlineData("class ReferralHelper")]
    [InlineData("public sealed record DateUtils")]
    [InlineData("interface IBookingService")]
    public void An_empty_name_is_found(string declaration) => EmptyName().IsMatch(declaration).ShouldBeTrue();

    [Theory]
    [InlineData("class ButtonTagHelper")]
    [InlineData("record ServiceOpened")]
    [InlineData("class HelpNow")]
    public void A_name_of_the_domain_is_not_found(string declaration) => EmptyName().IsMatch(declaration).ShouldBeFalse();

    /// <summary>"src/Candour.Web/Pages/Today/Index.cshtml.cs" belongs in Candour.Web.Pages.Today.</summary>
    private static string NamespaceOf(string file)
    {
        var folder = file[..file.LastIndexOf('/')];
        while (KeepsNamespaceAbove.ContainsKey(folder))
            folder = folder[..folder.LastIndexOf('/')];
        return string.Join('.', folder.Split('/').Skip(1));
    }

    private static bool IsAList(string file) =>
        file.EndsWith("Events.cs", StringComparison.Ordinal) || file.EndsWith("Tests.cs", StringComparison.Ordinal);

    private static bool MayHaveNone(string file) => Path.GetFileName(file) is "Program.cs" or "AssemblyInfo.cs" or "GlobalUsings.cs";

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DeclaredNamespace();

    // A tag helper is the framework's own word for what our components are.
    [GeneratedRegex(@"^\s*((public|internal|private|protected|file|static|abstract|sealed|partial|readonly)\s+)*(class|record( struct)?|struct|interface|enum)\s+\w*((?<!Tag)Helpers?|Manager|Utils?|Utilities|Common|Shared|Base|Core|SeedWork|Service)\b",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"\bSkip(Unless|When)?\s*=\s*|\bAssert\.Skip", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Skipped();
}
