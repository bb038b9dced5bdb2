using Candour.Testing;
using Candour.Web.Components;
using Candour.Web.Components.Crisis;
using Candour.Web.Components.Frame;
using Candour.Web.Pages.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Candour.Web.Tests.Components.Sample;

/// <summary>The smallest host that shows the sample pages in the product's own frame, on a free port.</summary>
public sealed class SampleHost : IAsyncLifetime
{
    private WebApplication? app;

    public static ServiceFace Face { get; } = new()
    {
        Name = "Northmere", Simulated = true, Phone = "01632 960 123", Hours = "Monday to Friday, 9am to 5pm",
    };

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory, WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            ApplicationName = typeof(Form).Assembly.GetName().Name,
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Environment.GetEnvironmentVariable("CANDOUR_SAMPLE_URL") ?? "http://127.0.0.1:0");
        builder.Services.AddRazorPages(options => options.RootDirectory = "/Components").AddApplicationPart(typeof(Component).Assembly);
        builder.Services.Configure<Microsoft.AspNetCore.Mvc.Razor.RazorViewEngineOptions>(options =>
            options.PageViewLocationFormats.Add("/Pages/Shared/{0}.cshtml"));
        builder.Services.AddCandourComponents(Face, CrisisLines.England);
        builder.Services.AddSingleton<TimeProvider>(new FixedClock());
        // Nobody is signed in by a session here; layouts ask all the same.
        builder.Services.AddScoped<Candour.Web.Access.Who>();
        app = builder.Build();
        app.UseStaticFiles();
        app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments("/sample/chart"))
                context.Features.Set(new SignedInStaff("Jo Demo", "PWP", "pwp"));
            return next(context);
        });
        app.MapRazorPages();
        app.MapGet("/today", () => Results.Ok());
        app.MapGet("/help-now", () => Results.Content(HelpNow.Page(Face, CrisisLines.England).Text(), "text/html"));
        app.MapGet("/broken", () => Results.Content(new FaultPage(503, Face, CrisisLines.England).Page().Text(), "text/html"));
        await app.StartAsync();
        Client = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app!.DisposeAsync();
    }

    internal async Task<Html> Get(string path) => Html.Parse(await Client.GetStringAsync(path));

    internal async Task<Html> Post(string path, params (string Name, string Value)[] fields)
    {
        using var body = new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
        var answer = await Client.PostAsync(path, body);
        return Html.Parse(await answer.Content.ReadAsStringAsync());
    }
}
