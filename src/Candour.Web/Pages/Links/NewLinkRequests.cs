using System.Threading.Channels;
using Candour.CareRecord;
using Candour.CareRecord.Links.Store;
using Candour.CareRecord.Timers;

namespace Candour.Web.Pages.Links;

/// <summary>Requests for a new link, answered after the page has: at most so many wait, and a flood is dropped, not kept.</summary>
public sealed partial class NewLinkRequests(NewLinkAsked asked, TimerLoop loop, ILogger<NewLinkRequests> log)
    : BackgroundService, IAsyncDisposable
{
    private readonly Channel<(DateOnly Born, string Contact, Order Order)> _waiting =
        Channel.CreateBounded<(DateOnly, string, Order)>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Add(DateOnly born, string contact, Order order) => _waiting.Writer.TryWrite((born, contact, order));

    /// <summary>Ends when the request in hand is answered.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (born, contact, order) in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await asked.Answer(born, contact, order);
                loop.Nudge();
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A new link could not be sent.")]
    private partial void Failed(Exception exception);
}
