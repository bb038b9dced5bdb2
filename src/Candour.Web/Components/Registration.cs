using Candour.Web.Components.Crisis;
using Candour.Web.Components.Frame;
using Microsoft.Extensions.DependencyInjection;

namespace Candour.Web.Components;

/// <summary>What the layouts and tag helpers ask the host for. A <see cref="TimeProvider"/> is expected to be there.</summary>
public static class Registration
{
    /// <summary>With the face that the record shows.</summary>
    public static IServiceCollection AddCandourComponents(this IServiceCollection services, CrisisLines lines) =>
        services.AddSingleton<CurrentFace>().AddTransient(provider => provider.GetRequiredService<CurrentFace>().Now)
            .AddSingleton(lines).AddSingleton<PagesThere>();

    /// <summary>With a face given beforehand.</summary>
    public static IServiceCollection AddCandourComponents(this IServiceCollection services, ServiceFace face, CrisisLines lines) =>
        services.AddSingleton(face).AddSingleton(lines).AddSingleton<PagesThere>();
}
