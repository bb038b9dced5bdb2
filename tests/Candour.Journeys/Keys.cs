using Microsoft.Playwright;

namespace Candour.Journeys;

/// <summary>Somebody who uses the keyboard alone. At every stop the focus must be seen.</summary>
internal static class Keys
{
    private const int MostStops = 80, MostStopsOfAll = 300, MostChoices = 40;

    private const string Name =
        """
        () => {
          const e = document.activeElement
          const label = e && e.labels && e.labels.length > 0 ? e.labels[0].innerText : e ? e.innerText || e.value || '' : ''
          return label.trim()
        }
        """;

    private const string IsField = "() => !!document.activeElement.labels";

    // The focus is drawn on the field itself or, for radios and checkboxes, on the circle or box that stands for it.
    private const string Unseen =
        """
        () => {
          const e = document.activeElement
          if (!e || e === document.body || e === document.documentElement) return ''
          const drawn = s => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none'
          if (drawn(getComputedStyle(e))) return ''
          const label = e.labels && e.labels[0]
          return label && drawn(getComputedStyle(label, '::before')) ? '' : e.outerHTML.slice(0, 200)
        }
        """;

    // Of radios of one question Tab comes to one; the arrows go on from there. Asked with the other in one question: a page of staff has many stops.
    private const string Stop =
        $$"""
        to => {
          const e = document.activeElement
          const near = e && e.type === 'radio' && to.type === 'radio' && e.name === to.name && e.form === to.form
          return { unseen: ({{Unseen}})(), there: e === to, key: near ? 'ArrowDown' : 'Tab' }
        }
        """;

    /// <summary>Tab, Tab, Tab … to the field, link or button of that name.</summary>
    /// <param name="field">Only a field or button will do, not a link of the same name.</param>
    /// <param name="begins">Its name begins so and goes on.</param>
    public static async Task TabsTo(this Someone one, string name, bool field = false, bool begins = false)
    {
        var stops = new List<string>();
        while (stops.Count < MostStops)
        {
            await one.Page.Keyboard.PressAsync("Tab");
            (await one.Page.EvaluateAsync<string>(Unseen)).ShouldBeEmpty($"focus not seen on {one.Page.Url}");
            var stop = await one.Page.EvaluateAsync<string>(Name);
            if ((begins ? stop.StartsWith(name, StringComparison.Ordinal) : stop == name) && (!field || await one.Page.EvaluateAsync<bool>(IsField)))
                return;
            stops.Add(stop);
        }

        throw new InvalidOperationException($"Tab never comes to '{name}' on {one.Page.Url}, only to: {string.Join(" | ", stops.Distinct())}");
    }

    /// <summary>The first stop of a page jumps over what every page begins with.</summary>
    public static async Task SkipsToMain(this Someone one)
    {
        await one.Page.Keyboard.PressAsync("Tab");
        (await one.Page.EvaluateAsync<string>(Name)).ShouldBe("Skip to main content");
        await one.Page.Keyboard.PressAsync("Enter");
        await one.Page.Keyboard.PressAsync("Tab");
        (await one.Page.EvaluateAsync<bool>("() => !!document.activeElement.closest('main')")).ShouldBeTrue(one.Page.Url);
    }

    public static async Task EntersAt(this Someone one, ILocator what)
    {
        await one.ComesTo(what);
        await one.Key("Enter");
    }

    public static async Task TicksAt(this Someone one, ILocator choice)
    {
        await one.ComesTo(choice);
        if (!await choice.IsCheckedAsync())
            await one.Key("Space");
        (await choice.IsCheckedAsync()).ShouldBeTrue($"the space bar chose nothing on {one.Page.Url}");
    }

    /// <summary>Writes over what the field holds.</summary>
    public static async Task TypesAt(this Someone one, ILocator field, string text)
    {
        await one.ComesTo(field);
        await one.Key("Control+A");
        await one.Page.Keyboard.TypeAsync(text);
    }

    public static Task Key(this Someone one, string key) => one.Page.Keyboard.PressAsync(key);

    public static async Task Ticks(this Someone one, string name)
    {
        await one.TabsTo(name);
        await one.Key("Space");
    }

    public static async Task Types(this Someone one, string name, string text)
    {
        await one.TabsTo(name);
        await one.Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Comes to the button and presses Enter.</summary>
    public static async Task Enters(this Someone one, string button = "Continue")
    {
        await one.TabsTo(button);
        await one.Going(() => one.Page.Keyboard.PressAsync("Enter"));
    }

    // On from where the focus is, past the end of the page and round, if it must be.
    private static async Task ComesTo(this Someone one, ILocator what)
    {
        var to = await what.ElementHandleAsync();
        for (var (stops, choices) = (0, 0); stops < MostStopsOfAll && choices < MostChoices;)
        {
            var stop = await one.Page.EvaluateAsync<AStop>(Stop, to);
            stop.Unseen.ShouldBeEmpty($"focus not seen on {one.Page.Url}");
            if (stop.There)
                return;
            _ = stop.Key == "Tab" ? stops++ : choices++;
            await one.Key(stop.Key);
        }

        throw new InvalidOperationException($"The keyboard never comes to {await what.EvaluateAsync<string>("e => e.outerHTML.slice(0, 200)")} on {one.Page.Url}.");
    }

    private sealed record AStop
    {
        public string Unseen { get; init; } = "";

        public bool There { get; init; }

        public string Key { get; init; } = "";
    }
}
