namespace Candour.Testing;

/// <summary>The checkout that the running tests were built from.</summary>
public static class Checkout
{
    /// <summary>The folder that holds <c>Candour.slnx</c>.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string At(params string[] path) => Path.Combine([Root, .. path]);

    private static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Candour.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No Candour.slnx above {from}: run the tests from a checkout.");
    }
}
