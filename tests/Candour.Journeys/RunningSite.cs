using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Candour.CareRecord;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Service;
using Candour.CareRecord.Timers;
using Candour.Clinical;
using Candour.Testing;
using Candour.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Candour.Journeys;

/// <summary>
/// The site as it is served: real Kestrel on the loopback, a SQLite record of its own whose people are invented, messages
/// dropped into a folder. Only the clock is the test's.
/// </summary>
internal sealed partial class RunningSite : IAsyncDisposable
{
    private readonly SqliteFolder _folder;
    private readonly WebApplication _web;
    private readonly HashSet<string> _read = [];

    private RunningSite(SqliteFolder folder, WebApplication web, FixedClock clock, Uri address) =>
        (_folder, _web, Clock, Address) = (folder, web, clock, address);

    public Uri Address { get; }

    public FixedClock Clock { get; }

    /// <summary>What the site logged as an error.</summary>
    public required LoggedErrors Errors { get; init; }

    public TheRecord Record => Get<TheRecord>();

    public static async Task<RunningSite> Open(Moment now)
    {
        var folder = new SqliteFolder();
        var clock = new FixedClock(now);
        var errors = new LoggedErrors();
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var web = await Site.Build(
            new SiteOptions
            {
                Urls = address.ToString(), Data = folder.Path, Clock = clock, Randomness = new SeededRandomness(1),
                Messages = new() { Site = address, Folder = folder.File("messages") },
            },
            builder => builder.Logging.ClearProviders().AddProvider(errors));
        var site = new RunningSite(folder, web, clock, address) { Errors = errors };
        await site.Record.Write(
            new Order("open", By.Worker), [Streams.Service],
            (all, _) => new OpenService("Northmere Talking Therapies", "Northmere", "RXX", Simulated: true).Decide(all[Streams.Service]));
        await Northmere.Open(site);
        await web.StartAsync();
        return site;
    }

    public T Get<T>()
        where T : notnull => _web.Services.GetRequiredService<T>();

    /// <summary>Time passes, and what the clock brings about is done.</summary>
    public async Task Until(Moment moment)
    {
        Clock.AdvanceTo(moment);
        await Get<TimerLoop>().Turn();
    }

    /// <summary>Time passes until a moment by which the clock has brought something about; the site's own round may be at it.</summary>
    public async Task Until(Moment moment, Func<Task<bool>> so)
    {
        Clock.AdvanceTo(moment);
        for (var tries = 0; tries < 500; tries++)
        {
            await Get<TimerLoop>().Turn();
            if (await so())
                return;
        }

        throw new InvalidOperationException($"By {moment} it had not come about. {Errors}");
    }

    /// <summary>The newest unread message that says this, as its reader would see it.</summary>
    public async Task<string> Message(string saying)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            await Get<TimerLoop>().Turn();
            foreach (var file in Messages().Where(f => !_read.Contains(f)))
            {
                var text = await File.ReadAllTextAsync(file);
                if (!text.Contains(saying, StringComparison.Ordinal))
                    continue;
                _read.Add(file);
                return text;
            }
        }

        throw new InvalidOperationException($"No message says '{saying}'. There are: {string.Join(" | ", Messages().Select(File.ReadAllText))}");
    }

    /// <summary>The private link of a message, as an address of this site.</summary>
    public async Task<string> LinkIn(string saying) => PrivateLink().Match(await Message(saying)).Value;

    /// <summary>The code of a message.</summary>
    public async Task<string> CodeIn(string saying) => SomeCode().Match(await Message(saying)).Value;

    public async ValueTask DisposeAsync()
    {
        await _web.StopAsync();
        await _web.DisposeAsync();
        _folder.Dispose();
    }

    private IEnumerable<string> Messages() => Directory.Exists(_folder.File("messages"))
        ? new DirectoryInfo(_folder.File("messages")).GetFiles("*.*").Where(f => f.Extension != ".half")
            .OrderByDescending(f => f.CreationTimeUtc).Select(f => f.FullName)
        : [];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("/l/[A-Za-z0-9_-]{43}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PrivateLink();

    [GeneratedRegex("\\b[0-9]{5,6}(?= is your)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SomeCode();
}
