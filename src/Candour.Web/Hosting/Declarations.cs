using System.Reflection;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Razor.Compilation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace Candour.Web.Hosting;

/// <summary>Every endpoint says exactly once what it needs, or that it is open and why; otherwise the site does not start.</summary>
internal static class Declarations
{
    public static void Check(WebApplication site)
    {
        var models = Models(site.Services.GetRequiredService<ApplicationPartManager>());
        var endpoints = ((IEndpointRouteBuilder)site).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();
        var wrong = endpoints.Select(endpoint => Wrong(endpoint, models)).OfType<string>().Concat(Twice(endpoints)).Distinct().ToList();
        if (wrong.Count > 0)
            throw new InvalidOperationException("The site does not start: " + string.Join(" ", wrong));
    }

    private static IEnumerable<string> Twice(IEnumerable<RouteEndpoint> endpoints) => endpoints
        .Select(endpoint => (Pattern: endpoint.RoutePattern.RawText ?? "", Page: endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.RelativePath))
        .Where(endpoint => endpoint.Page is not null)
        .Distinct()
        .GroupBy(endpoint => endpoint.Pattern, StringComparer.OrdinalIgnoreCase)
        .Where(same => same.Count() > 1)
        .Select(same => $"/{same.Key} is answered by {string.Join(" and ", same.Select(e => e.Page))}.");

    private static string? Wrong(RouteEndpoint endpoint, Dictionary<string, Type> models)
    {
        var pattern = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
        var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>();
        var declared = page is null
            ? endpoint.Metadata.Where(m => m is NeedsAttribute or OpenToAllAttribute).ToList()
            : [.. models[page.RelativePath].GetCustomAttributes(inherit: true).Where(a => a is NeedsAttribute or OpenToAllAttribute)];
        return declared switch
        {
            [] => $"{pattern} does not say what it needs ([Needs] or [OpenToAll]).",
            [OpenToAllAttribute] when !OpenPages.Holds(pattern) => $"{pattern} is open to all but does not stand in OpenPages.",
            [NeedsAttribute needs] when !Known(needs) => $"{pattern} needs {needs.Resource} {needs.Action}, which no role may.",
            [_] => null,
            _ => $"{pattern} says more than once what it needs.",
        };
    }

    private static bool Known(NeedsAttribute needs) => new[] { needs.Action, needs.Posting ?? needs.Action }.All(action =>
        CareRecord.Access.Permissions.Embedded.Rows.Any(row => row.Allows && row.Resource == needs.Resource && row.Action == action));

    /// <summary>The type that carries a page's attributes: its model, or the page itself where it has none.</summary>
    private static Dictionary<string, Type> Models(ApplicationPartManager parts)
    {
        var views = new ViewsFeature();
        parts.PopulateFeature(views);
        return views.ViewDescriptors
            .Where(view => view.Type is not null && typeof(PageBase).IsAssignableFrom(view.Type))
            .ToDictionary(view => view.RelativePath, view => ModelOf(view.Type!));
    }

    private static Type ModelOf(Type page) =>
        page.GetProperty("Model", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly)?.PropertyType
            is { } model && typeof(PageModel).IsAssignableFrom(model)
            ? model
            : page;
}
