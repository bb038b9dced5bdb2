using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;

namespace Candour.Web.Access;

/// <summary>
/// A field that holds one value may be sent once: a doubled one is answered 400, because two readers of the request could
/// believe two different things; so is text that holds the character U+0000, which nobody types, and a form's id that is none. Lists are told by the page model's own properties, or named with
/// <see cref="ManyValuesAttribute"/>.
/// </summary>
internal sealed class OnceEach(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint() is { } endpoint && await HasDoubled(http, endpoint))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await next(http);
    }

    private static async Task<bool> HasDoubled(HttpContext http, Endpoint endpoint)
    {
        if (Doubled(http.Request.Query, endpoint))
            return true;
        return HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType && Doubled(await http.Request.ReadFormAsync(http.RequestAborted), endpoint);
    }

    private static bool Doubled(IEnumerable<KeyValuePair<string, StringValues>> fields, Endpoint endpoint) =>
        fields.Any(field => (field.Value.Count > 1 && !IsList(field.Key, endpoint)) || HasNothing(field.Key) || field.Value.Any(value => HasNothing(value) || SentForm.IsNoId(field.Key, value)));

    // U+0000 is in no language, and PostgreSQL keeps no text that holds it.
    private static bool HasNothing(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;

    private static bool IsList(string name, Endpoint endpoint)
    {
        if (endpoint.Metadata.GetOrderedMetadata<ManyValuesAttribute>().Any(many => many.Holds(name)))
            return true;
        var page = endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>();
        if (page is null)
            return false;
        var path = name.Split('.');
        return IsList(page.HandlerTypeInfo, path)
            || page.HandlerMethods.SelectMany(m => m.Parameters).Any(p =>
                p.Name.Equals(path[0], StringComparison.OrdinalIgnoreCase) && (path.Length == 1 ? Many(p.ParameterInfo.ParameterType) : IsList(p.ParameterInfo.ParameterType, path[1..])));
    }

    private static bool IsList(Type type, string[] path)
    {
        var name = path[0].Split('[')[0];
        var property = type.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
        if (property is null)
            return false;
        var of = path[0].Contains('[', StringComparison.Ordinal) ? ElementOf(property.PropertyType) : property.PropertyType;
        return of is not null && (path.Length == 1 ? Many(of) : IsList(of, path[1..]));
    }

    private static bool Many(Type type) => type != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(type);

    private static Type? ElementOf(Type list) => list.IsArray ? list.GetElementType() : list.GetGenericArguments().LastOrDefault();
}

/// <summary>Fields of a page that may come more than once although no property says so. A name may end in '*'.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ManyValuesAttribute(params string[] names) : Attribute
{
    public IReadOnlyList<string> Names { get; } = names;

    internal bool Holds(string field) => Names.Any(name => name.EndsWith('*')
        ? field.StartsWith(name[..^1], StringComparison.OrdinalIgnoreCase)
        : field.Equals(name, StringComparison.OrdinalIgnoreCase));
}
