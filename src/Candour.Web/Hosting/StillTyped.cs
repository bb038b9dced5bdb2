using Candour.Web.Access;
using Candour.Web.Components;

namespace Candour.Web.Hosting;

/// <summary>
/// What somebody sent with a request that could not be done: shown again on the page that says so, to send again as it was.
/// The form's once-only id goes with it, so that it is never stored twice. Nothing of it is kept here.
/// </summary>
internal sealed record StillTyped(string Address, IReadOnlyList<KeptField> Fields)
{
    private const int Most = 256 * 1024;

    /// <summary>Null when nothing was sent, when it cannot be read, or when another site made the browser send it.</summary>
    public static async Task<StillTyped?> In(HttpContext http)
    {
        var request = http.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.ContentLength is > Most || SameSite.FromElsewhere(request))
            return null;
        try
        {
            var form = await request.ReadFormAsync();
            var fields = form.Where(f => !f.Key.Contains("password", StringComparison.OrdinalIgnoreCase))
                .SelectMany(f => f.Value.Select(v => new KeptField(f.Key, v ?? ""))).ToList();
            return fields.Count == form.Sum(f => f.Value.Count) && fields.Count > 0 ? new(request.Path + request.QueryString, fields) : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>As another order: where the form says the one id, it says the other.</summary>
    public StillTyped Under(string id, string insteadOf) =>
        this with { Fields = [.. Fields.Select(field => field.Value == insteadOf ? field with { Value = id } : field)] };

    /// <summary>The same form again: what was written to be seen, what was chosen as it was.</summary>
    public Markup Form(string button) => Markup.El("form").Attr("method", "post").Attr("action", Address).Add(
        Markup.Join(Fields.Select((field, index) => field.IsWriting && !field.Name.StartsWith("__", StringComparison.Ordinal)
            ? (Markup)new Textarea { Id = $"typed-{index}", Name = field.Name, Label = field.Label, Value = field.Value, Rows = 8 }
            : Markup.El("input").Attr("type", "hidden").Attr("name", field.Name).Attr("value", field.Value))),
        new Button { Text = button });
}
