using System.Threading.Channels;
using Candour.CareRecord;
using Candour.CareRecord.Links.Store;
using Candour.CareRecord.Timers;
using Candour.Clinical;

namespace Candour.Web.Pages.Links;

/// <summary>
/// Requests for a new link, answered after the page has: at most so many wait, and a flood is dropped, not kept. While the
/// record cannot be reached a request is tried again until its hour is over, and a stop answers what waits first. They are in
/// memory alone, so that neither the time of the answer nor a row tells who is known: a process that is killed loses those of its
/// last seconds, and the page says "It can take 5 minutes", after which the person asks again.
/// </summary>
public sealed partial class NewLinkRequests(NewLinkAsked asked, TimerLoop loop, TimeProvider clock, ILogger<NewLinkRequests> log)
    : BackgroundService, IAsyncDisposable
{
    /// <summary>Between two tries, while a request is still worth trying, and for what waits when the site stops.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10), Kept = TimeSpan.FromHours(1), Grace = TimeSpan.FromSeconds(5);

    private const int MostWaiting = 1000;

    private readonly Channel<Request> _waiting =
        Channel.CreateBounded<Request>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    private volatile bool _over;

    public void Add(DateOnly born, string contact, Order order) => _waiting.Writer.TryWrite(new(born, contact, order, Moment.Now(clock)));

    /// <summary>Answers what waits, for a few seconds; takes no more.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _waiting.Writer.TryComplete();
        using var grace = new CancellationTokenSource(Grace, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(grace.Token, cancellationToken);
        await base.StopAsync(either.Token);
        _over = true;
    }

    /// <summary>Ends when the request in hand is answered.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        // Stopped before it began, it is a cancelled task.
        await (ExecuteTask ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var request in _waiting.Reader.ReadAllAsync(CancellationToken.None))
        {
            while (!_over && !await IsDone(request) && !stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                // Behind the others: what is wrong with one keeps nobody else waiting.
                if (_waiting.Reader.Count is > 0 and < MostWaiting && _waiting.Writer.TryWrite(request))
                    break;
            }
        }
    }

    /// <summary>False when it is to be tried again.</summary>
    private async Task<bool> IsDone(Request request)
    {
        try
        {
            await asked.Answer(request.Born, request.Contact, request.Order);
            loop.Nudge();
            return true;
        }
        catch (Exception e) when (Hosting.Faults.IsOfTheStore(e) && Moment.Now(clock).Since(request.At) < Kept)
        {
            NotYet(e);
            return false;
        }
        catch (Exception e)
        {
            Failed(e);
            return true;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A new link could not be sent yet. It is tried again.")]
    private partial void NotYet(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A new link could not be sent.")]
    private partial void Failed(Exception exception);

    private sealed record Request(DateOnly Born, string Contact, Order Order, Moment At);
}
