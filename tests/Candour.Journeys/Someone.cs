using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Candour.Testing;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Candour.Journeys;

/// <summary>
/// Somebody with a browser of their own. Every page they reach is looked at: it answered 200, has one heading, does not
/// scroll sideways, wrote nothing to the console (a report of the content policy is written there), asked no other host, and
/// axe finds nothing against WCAG 2.2 AA or good practice, with script and without.
/// </summary>
internal sealed partial class Someone : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // Asked in the page itself. The driver's own way opens another page for each look to put frames together, of which there are
    // none here, and describes all that is well: that took most of the time of a run.
    private const string Violations =
        """
        async () => {
          const ran = await axe.run(document, {
            resultTypes: ['violations'],
            runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }
          })
          return ran.violations.map((v) => `${v.id}, ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.html).join(' | ')}`)
        }
        """;

    private const string LookedAt =
        """
        () => ({
          title: document.title,
          headings: document.querySelectorAll('h1').length,
          sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth
        })
        """;

    // The same page in the same state at the same width is looked at by axe once a run.
    private static readonly ConcurrentDictionary<string, bool> Looked = new();

    private readonly IBrowserContext _context;
    private readonly Screen _screen;
    private readonly RunningSite _site;
    private readonly LookingGlass _glass;
    private readonly ConcurrentQueue<string> _wrong = new();
    private readonly ConcurrentQueue<Task> _cookies = new();
    private int _status;
    private volatile bool _gone;

    private Someone(IBrowserContext context, IPage page, Screen screen, RunningSite site)
    {
        (_context, Page, _screen, _site, _glass) = (context, page, screen, site, new(context.Browser!, screen));
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                _wrong.Enqueue($"asked another host: {request.Url}");
        };
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _wrong.Enqueue($"{message.Type} in the console of {page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => _wrong.Enqueue($"script error on {page.Url}: {error}");
        context.Response += (_, response) => _cookies.Enqueue(LookAtCookies(response));
        page.Response += (_, response) =>
        {
            if (response.Request.IsNavigationRequest)
                _status = response.Status;
        };
    }

    public IPage Page { get; }

    public static async Task<Someone> With(Chromium chromium, RunningSite site, Screen screen)
    {
        var context = await chromium.Browser.NewContextAsync(new()
        {
            BaseURL = site.Address.ToString(), ViewportSize = new() { Width = screen.Width, Height = screen.Height },
            JavaScriptEnabled = screen.Script, Locale = "en-GB", TimezoneId = "Europe/London", ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(20_000);
        return new(context, await context.NewPageAsync(), screen, site);
    }

    public Task Opens(string address) => Going(() => Page.GotoAsync(address));

    public Task Follows(string link) => Follows(Page.GetByRole(AriaRole.Link, new() { Name = link }));

    public Task Follows(ILocator link) => Going(() => Presses(link));

    public Task Presses(string button) => Going(() => Presses(Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true })));

    /// <summary>A click, or Enter once the keyboard has come to it.</summary>
    public Task Presses(ILocator what) => _screen.Keyboard ? this.EntersAt(what.First) : what.First.ClickAsync();

    public Task Chooses(string label) => Chooses(Page.GetByLabel(label, new() { Exact = true }));

    /// <summary>The choice under a question, where the same words stand under several.</summary>
    public Task Chooses(string question, string label) =>
        Chooses(Page.GetByRole(AriaRole.Group, new() { Name = question }).GetByLabel(label, new() { Exact = true }));

    public Task Writes(string label, string text) =>
        Page.GetByLabel(label, new() { Exact = true }).First is var field && _screen.Keyboard ? this.TypesAt(field, text) : field.FillAsync(text);

    public async Task WritesDate(int day, int month, int year)
    {
        await Writes("Day", $"{day}");
        await Writes("Month", $"{month}");
        await Writes("Year", $"{year}");
    }

    public async Task Sees(params string[] words)
    {
        var text = Spaces().Replace(await Page.InnerTextAsync("body"), " ");
        foreach (var one in words)
            text.Contains(one, StringComparison.Ordinal).ShouldBeTrue($"'{one}' is not on {Page.Url}, which says: {text}");
    }

    /// <summary>The whole button is on the screen before anybody scrolls.</summary>
    public async Task SeesWithoutScrolling(string button)
    {
        var box = await Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).BoundingBoxAsync();
        (box!.Y + box.Height).ShouldBeLessThanOrEqualTo(_screen.Height, $"{button} on {Page.Url}");
    }

    public async Task DoesNotSee(string words) => (await Page.InnerTextAsync("body")).ShouldNotContain(words, Case.Sensitive, $"on {Page.Url}");

    /// <summary>A picture for the documents: written when they are made anew, otherwise only shown to be possible and small.</summary>
    public async Task Picture(string name, bool whole = false)
    {
        var png = await Page.ScreenshotAsync(new() { FullPage = whole, Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
        png.Length.ShouldBeLessThan(400_000, name);
        if (Environment.GetEnvironmentVariable("CANDOUR_SCREENSHOTS") == "1")
        {
            Directory.CreateDirectory(Checkout.At("docs", "images"));
            await File.WriteAllBytesAsync(Checkout.At("docs", "images", $"{name}.png"), png);
        }
    }

    /// <summary>Does what leads to another page, waits until it is there, and looks at it.</summary>
    public async Task Going(Func<Task> act)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Done(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += Done;
        try
        {
            await act();
            await loaded.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
        finally
        {
            Page.Load -= Done;
        }

        await Look();
    }

    private Task Chooses(ILocator choice) => _screen.Keyboard ? this.TicksAt(choice.First) : choice.First.CheckAsync();

    /// <summary>Closes the browser as it is, with whatever was not sent.</summary>
    public async ValueTask DisposeAsync()
    {
        _gone = true;
        await _glass.DisposeAsync();
        await _context.DisposeAsync();
    }

    private async Task Look()
    {
        var seen = await Page.EvaluateAsync<Seen>(LookedAt);
        var where = $"{new Uri(Page.Url).AbsolutePath}, {seen.Title}";
        _status.ShouldBe(200, $"{where}\n{_site.Errors}");
        while (_cookies.TryDequeue(out var looking))
            await looking;
        _wrong.ShouldBeEmpty(where);
        seen.Headings.ShouldBe(1, $"headings of the first level on {where}");
        seen.Sideways.ShouldBeLessThanOrEqualTo(0, $"scrolls sideways at {_screen.Width}: {where}");
        if (!Looked.TryAdd($"{_screen} {Ids().Replace(where, "…")}", true))
            return;
        var shown = _screen.Script ? Page : await _glass.Of(Page);
        await shown.EvaluateAsync(Axe);
        var found = await shown.EvaluateAsync<string[]>(Violations);
        found.ShouldBeEmpty(where);
    }

    // Asked in one question to the browser: some two thousand pages are looked at in a run.
    private sealed record Seen
    {
        public string Title { get; init; } = "";

        public int Headings { get; init; }

        public int Sideways { get; init; }
    }

    // The browser keeps some of these for one redirect only, so every answer is looked at as it comes.
    private async Task LookAtCookies(IResponse response)
    {
        if (response.Request.ResourceType is "stylesheet" or "script" or "image" or "font" || !response.Url.StartsWith(_site.Address.ToString(), StringComparison.Ordinal))
            return;
        try
        {
            foreach (var cookie in (await response.HeadersArrayAsync()).Where(h => h.Name.Equals("set-cookie", StringComparison.OrdinalIgnoreCase)).SelectMany(h => h.Value.Split('\n')))
            {
                if (!Strict().IsMatch(cookie))
                    _wrong.Enqueue($"a cookie that is not strict: {cookie}");
            }
        }
        catch (PlaywrightException) when (_gone)
        {
            // The browser was closed before it could tell.
        }
    }

    [GeneratedRegex("^__Host-(?=.*; *secure)(?=.*; *httponly)(?=.*; *samesite=(lax|strict))(?=.*; *path=/(;|$))(?!.*; *domain=)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Strict();

    // Ids and numbers differ from person to person; the page is the same.
    [GeneratedRegex("[0-9A-Z]{16}|[A-Za-z0-9_-]{43}|[0-9]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ids();

    [GeneratedRegex("\\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spaces();
}
