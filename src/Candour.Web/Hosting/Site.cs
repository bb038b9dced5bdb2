using Microsoft.AspNetCore.CookiePolicy;
using Candour.CareRecord;
using Candour.CareRecord.Store;
using Candour.Web.Access;
using Candour.Web.Pages.Faults;
using Microsoft.AspNetCore.HttpOverrides;

namespace Candour.Web.Hosting;

/// <summary>
/// Makes the web site of one provider's record: opens the record, refuses settings too weak to keep it on, and puts every
/// guard in its place. Used by the command line and by the tests alike.
/// </summary>
public static class Site
{
    /// <param name="also">Called before the site is built: tests put in their server.</param>
    /// <exception cref="RecordSettingsException">A setting is too weak, or the record is of another provider. Says how to mend it.</exception>
    public static async Task<WebApplication> Build(SiteOptions options, Action<WebApplicationBuilder>? also = null)
    {
        var record = await OpeningTheRecord.Open(options);
        await Messaging.Check(record, options);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Site).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            EnvironmentName = Environments.Production,
            // No setting of this site is a watched file.
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        Logging.Configure(builder.Logging, options.Quiet);
        builder.WebHost.UseUrls(options.Urls.Split(';'));
        builder.WebHost.ConfigureKestrel(Limits.Configure);
        Services.Add(builder.Services, options, record);
        also?.Invoke(builder);

        var site = builder.Build();
        // Asked for once: the site closes the record when it stops, and readiness compares clocks from here on.
        site.Services.GetRequiredService<TheRecord>();
        site.Services.GetRequiredService<Readiness>();
        await KeysCertificate.Warn(site.Services.GetRequiredService<TheRecord>(), options, site.Logger);
        Use(site, options);
        Declarations.Check(site);
        return site;
    }

    private static void Use(WebApplication site, SiteOptions options)
    {
        if (options.Proxies.Count > 0)
        {
            var forwarded = new ForwardedHeadersOptions
            {
                ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = options.Proxies.Count,
            };
            foreach (var proxy in options.Proxies)
                forwarded.KnownProxies.Add(System.Net.IPAddress.Parse(proxy));
            site.UseForwardedHeaders(forwarded);
        }

        site.UseMiddleware<SaysWhatHappened>();
        site.UseMiddleware<Faults>();
        site.UseMiddleware<SecurityHeaders>();
        site.UseMiddleware<ShowsHelp>();
        site.UseStaticFiles();
        site.UseStatusCodePages(FaultPages.Show);
        site.UseCookiePolicy(new() { Secure = CookieSecurePolicy.Always, HttpOnly = HttpOnlyPolicy.Always });
        site.UseRouting();
        site.UseMiddleware<SendsWhole>();
        site.UseMiddleware<Sheds>();
        site.UseMiddleware<KnowsWho>();
        site.UseRateLimiter();
        site.UseMiddleware<AsksForACode>();
        site.UseMiddleware<Gate>();
        site.Use(TakesPicturesAttribute.Allow);
        site.UseMiddleware<SameSite>();
        site.UseMiddleware<OnceEach>();
        site.MapRazorPages();
        AuthenticatorPicture.Map(site);
        Leave.Map(site);
        Pages.Questionnaires.PaperPicture.Map(site);
        Pages.Consent.PlanPicture.Map(site);
        Health.Map(site);
    }
}
