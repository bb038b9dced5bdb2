using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Candour.Web.Tests.Hosting;

/// <summary>Every address of the site, with an id that looks right and belongs to nobody in place of each parameter.</summary>
internal static class Addresses
{
    public static IReadOnlyList<string> Of(ASite site) =>
    [
        .. ((IEndpointRouteBuilder)site.Web).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(Filled)))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static string Filled(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPathSegment segment) => string.Concat(segment.Parts.Select(part =>
        part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "0000000000000000"));
}
