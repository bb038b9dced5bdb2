namespace Candour.Web.Access;

/// <summary>Where somebody goes after signing in: only ever a page of this site.</summary>
internal static class BackTo
{
    /// <summary>A path of this site as given; null for anything a browser could take for another place.</summary>
    public static string? Local(string? given) =>
        given is ['/', ..] && given is not ['/', '/' or '\\', ..] && given.Length <= 500
            && !given.Any(c => char.IsControl(c) || c == '\\') && Uri.IsWellFormedUriString(given, UriKind.Relative)
            ? given
            : null;
}
