using System.Security.Cryptography;
using System.Text;

namespace Candour.Web.Access;

/// <summary>
/// A digest of all that a form says and where it was sent, to tell "the same form once more" (a second press, a try after
/// "checking") from "gone back, written on and sent again", which must never be answered with the first result.
/// </summary>
internal static class SentForm
{
    private const int LongestId = 64;

    /// <summary>The fields in which pages carry a form's once-only id.</summary>
    private static readonly string[] IdFields = [CommandIdTagHelper.Name, $"{nameof(Shown)}.{nameof(Shown.Command)}", "Once", "command"];

    /// <summary>Whether a field carries a form's id and holds what no page of ours ever put there.</summary>
    public static bool IsNoId(string field, string? value) =>
        value is { Length: > 0 } && IdFields.Contains(field, StringComparer.OrdinalIgnoreCase)
        && (value.Length > LongestId || value.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '/')));

    /// <summary>Null where the id is not the form's own: it then holds what it stands for, as an answer's does.</summary>
    public static string? DigestOf(HttpRequest? request, string commandId)
    {
        if (request is null || !HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !IdFields.Any(name => request.Form[name] == commandId))
            return null;
        var said = new StringBuilder($"{request.Path}?{request.Query["handler"]}");
        foreach (var (name, values) in request.Form.OrderBy(field => field.Key, StringComparer.Ordinal).Where(field => !IsOfTheFrame(field.Key)))
            said.Append('\n').Append(name).Append('=').AppendJoin('\u001f', values.ToArray());
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(said.ToString())), 0, 12);
    }

    // The token against forged requests is another each time the page is shown.
    private static bool IsOfTheFrame(string field) => field.StartsWith("__", StringComparison.Ordinal);
}
