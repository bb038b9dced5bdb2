using System.Xml.Linq;
using Candour.Testing;

namespace Candour.Architecture.Tests;

/// <summary>The files of the checkout that people write: nothing built, fetched or generated.</summary>
internal static class Sources
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", ".git", "artifacts", ".demo", ".data", "TestResults"];

    /// <summary>Every project file, as paths from the root.</summary>
    public static IReadOnlyList<string> Projects { get; } =
        [.. Files("src", "tests").Where(f => f.EndsWith(".csproj", StringComparison.Ordinal))];

    /// <summary>All files below the folders (the whole checkout when none is named), as paths from the root with '/'.</summary>
    public static IReadOnlyList<string> Files(params string[] folders) =>
    [
        .. (folders.Length == 0 ? [""] : folders)
            .SelectMany(folder => Below(Path.Combine(Checkout.Root, folder)))
            .Select(path => Path.GetRelativePath(Checkout.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public static IReadOnlyList<string> Code(params string[] folders) =>
        [.. Files(folders).Where(f => f.EndsWith(".cs", StringComparison.Ordinal))];

    public static string Text(string path) => File.ReadAllText(Checkout.At(path));

    public static XDocument Xml(string path) => XDocument.Parse(Text(path));

    /// <summary>"Candour.Web" of "src/Candour.Web/Candour.Web.csproj".</summary>
    public static string Name(string project) => Path.GetFileNameWithoutExtension(project);

    private static IEnumerable<string> Below(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
            yield return file;
        foreach (var child in Directory.EnumerateDirectories(folder))
        {
            if (NotOurs.Contains(Path.GetFileName(child)) || child.EndsWith("wwwroot/lib", StringComparison.Ordinal))
                continue;
            foreach (var file in Below(child))
                yield return file;
        }
    }
}
