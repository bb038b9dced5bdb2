using Candour.CareRecord;
using Candour.CareRecord.Links.Store;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Service;
using Candour.CareRecord.Timers;
using Candour.Clinical;
using Candour.Web.Components.Frame;
using Candour.Web.Pages.Links;

namespace Candour.Web.Hosting;

/// <summary>The outbox, the timers and the ways in by link. A feature with due work registers it as <see cref="IDueWork"/>.</summary>
internal static class Messaging
{
    public static void Add(IServiceCollection services, SiteOptions options)
    {
        var settings = SettingsOf(options);
        services.AddSingleton(settings);
        services.AddSingleton(site => new Outbox(
            settings.Channels(Outside(), options.Clock), settings.LinkAddress, options.Randomness));
        services.AddSingleton<IDueWork>(site => site.GetRequiredService<Outbox>());
        services.AddSingleton<IDueWork, Receipts>();
        services.AddSingleton<TimerLoop>();
        services.AddSingleton<LateTimers>();
        services.AddHostedService(site => site.GetRequiredService<TimerLoop>());
        services.AddSingleton<OpeningLinks>();
        services.AddSingleton<ReadSignIn>();
        services.AddSingleton<NewLinkAsked>();
        services.AddScoped<LinkSignIn>();
        services.AddSingleton<NewLinkRequests>();
        services.AddHostedService(site => site.GetRequiredService<NewLinkRequests>());
    }

    /// <summary>A demonstration with a way to real people, or texts that do not fit, stop the start.</summary>
    /// <exception cref="CareRecord.Store.RecordSettingsException">Says what is wrong and how to mend it.</exception>
    public static async Task Check(TheRecord record, SiteOptions options)
    {
        var h = await record.Read([Streams.Service, Streams.Policy]);
        if (h[Streams.Service].Any<ServiceOpened>())
            await CheckOrClose(record, SettingsOf(options), Sender.Of(h, Moment.Now(options.Clock)));
    }

    private static async Task CheckOrClose(TheRecord record, MessageSettings settings, Sender sender)
    {
        try
        {
            settings.Check(sender);
        }
        catch
        {
            await record.DisposeAsync();
            throw;
        }
    }

    // One host, named by the operator; a redirect to another is never followed.
    private static HttpClient Outside() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(60) };

    private static MessageSettings SettingsOf(SiteOptions options) => options.Messages ?? new()
    {
        Site = new(options.Urls.Split(';')[0].Replace("//0.0.0.0", "//127.0.0.1", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal)),
        Folder = Path.Combine(options.Data ?? Environment.CurrentDirectory, "messages"),
    };
}
