namespace Candour.Web.Access;

/// <summary>Every address that answers without signing in. Short on purpose; an open page that is not here stops the start.</summary>
internal static class OpenPages
{
    /// <summary>Route patterns as written on the page, each alone or, with '*' at the end, with all below it.</summary>
    private static readonly string[] Patterns =
    [
        "/",
        "/help-now*",
        "/leave",
        "/accessibility",
        "/privacy",
        "/waits*",
        "/treatments*",
        "/refer*",
        "/reply/*",
        "/l/*",
        "/new-link",
        "/sign-in*",
        "/sign-out",
        "/signed-out",
        "/faults/*",
        "/healthz",
        "/readyz",
    ];

    public static bool Holds(string pattern)
    {
        var address = "/" + pattern.Trim('/');
        return Patterns.Any(open => open.EndsWith('*')
            ? address.StartsWith(open[..^1], StringComparison.OrdinalIgnoreCase)
            : address.Equals(open, StringComparison.OrdinalIgnoreCase));
    }
}
