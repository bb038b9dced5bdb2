using Microsoft.Playwright;

namespace Candour.Journeys;

/// <summary>
/// axe is a script, so a page whose scripts are off cannot be asked by it. Its markup as served is held up in a second page
/// of the same width that loads the site's styles and none of its scripts: what axe sees there is what somebody without
/// script sees.
/// </summary>
internal sealed class LookingGlass(IBrowser browser, Screen screen) : IAsyncDisposable
{
    private IBrowserContext? _context;
    private IPage? _page;

    /// <summary>The page as it is shown without script, to be looked at.</summary>
    public async Task<IPage> Of(IPage shown)
    {
        _context ??= await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = screen.Width, Height = screen.Height }, Locale = "en-GB", ReducedMotion = ReducedMotion.Reduce,
        });
        var markup = await shown.ContentAsync();
        _page ??= await _context.NewPageAsync();
        await _page.UnrouteAllAsync();
        await _page.RouteAsync("**/*", route => route.Request switch
        {
            { IsNavigationRequest: true } => route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = markup }),
            { ResourceType: "script" } => route.AbortAsync(),
            _ => route.ContinueAsync(),
        });
        await _page.GotoAsync(shown.Url);
        return _page;
    }

    public ValueTask DisposeAsync() => _context?.DisposeAsync() ?? ValueTask.CompletedTask;
}
