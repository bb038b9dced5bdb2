namespace Candour.Journeys;

/// <summary>Somebody who uses the keyboard alone. At every stop the focus must be seen.</summary>
internal static class Keys
{
    private const int MostStops = 80;

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
}
