namespace Candour.Web.Components;

/// <summary>The menu: at most six words, no icons, no counts.</summary>
public sealed record HeaderNavigation : Component
{
    public IReadOnlyList<MenuItem> Items { get; init; } = [];

    public string AriaLabel { get; init; } = "Menu";

    public string? Colour { get; init; }

    public bool Justified { get; init; }

    internal string? ContainerClasses { get; init; }

    public override Markup? Render() => El("nav", "nhsuk-header__navigation", OneOf("nhsuk-header__navigation--", Colour, Classes, "white"),
            When(Justified, "nhsuk-header__navigation--justified", Classes), Classes)
        .Attr("aria-label", AriaLabel).Attrs(Attributes)
        .Add(El("div", "nhsuk-header__navigation-container", "nhsuk-width-container", ContainerClasses)
            .Add(El("ul", "nhsuk-header__navigation-list").Add(Items).Add(More())));

    /// <summary>Shown by script only, when the words do not fit on one line.</summary>
    private static Element More() => El("li", "nhsuk-header__menu").Flag("hidden", true)
        .Add(El("button", "nhsuk-header__menu-toggle", "nhsuk-header__navigation-link").Attr("id", "toggle-menu")
            .Attr("aria-expanded", "false").Add(Hidden("Browse "), "More"));
}

public sealed record MenuItem : Component
{
    public Markup? Text { get; init; }

    public string? Href { get; init; }

    /// <summary>This page itself.</summary>
    public bool Current { get; init; }

    /// <summary>A page below this one.</summary>
    public bool Active { get; init; }

    public override Markup? Render()
    {
        var isHere = Current || Active;
        return El("li", "nhsuk-header__navigation-item", isHere ? "nhsuk-header__navigation-item--current" : null, Classes).Attrs(Attributes)
            .Add(El(Href is null ? "span" : "a", Href is null ? "nhsuk-header__navigation-text" : "nhsuk-header__navigation-link")
                .Attr("href", Href).Attr("aria-current", isHere ? Current ? "page" : "true" : null)
                .Add(isHere ? El("strong", "nhsuk-header__navigation-item-current-fallback").Add(Text) : Text));
    }
}

public sealed record HeaderAccount : Component
{
    public IReadOnlyList<AccountItem> Items { get; init; } = [];

    public string AriaLabel { get; init; } = "Account";

    public override Markup? Render() => El("nav", "nhsuk-header__account", Classes).Attr("aria-label", AriaLabel).Attrs(Attributes)
        .Add(El("ul", "nhsuk-header__account-list").Add(Items));
}

/// <summary>A name, a link, or an act (sign out) that is posted.</summary>
public sealed record AccountItem : Component
{
    public Markup? Text { get; init; }

    public string? Href { get; init; }

    public string? Action { get; init; }

    public string Method { get; init; } = "post";

    public bool Icon { get; init; }

    /// <summary>Hidden fields of the form, such as the antiforgery token.</summary>
    public Markup? Fields { get; init; }

    public override Markup? Render()
    {
        var words = Join(Icon ? new Icon("user") : null, Text);
        return El("li", "nhsuk-header__account-item", Classes).Add(
            Href is not null ? El("a", "nhsuk-header__account-link").Attr("href", Href).Add(words)
            : Action is null ? words
            : El("form", "nhsuk-header__account-form").Attr("action", Action).Attr("method", Method).Flag("novalidate", true)
                .Add(Fields, El("button", "nhsuk-header__account-button").Add(words)));
    }
}

public sealed record HeaderSearch : Component
{
    public required string Action { get; init; }

    public string Method { get; init; } = "get";

    public string Name { get; init; } = "q";

    public string Placeholder { get; init; } = "Search";

    public string ButtonLabel { get; init; } = "Search";

    public required string Label { get; init; }

    public override Markup? Render() => El("search", "nhsuk-header__search", Classes).Attrs(Attributes)
        .Add(El("form", "nhsuk-header__search-form").Attr("id", "search").Attr("action", Action).Attr("method", Method)
            .Flag("novalidate", true).Add(new Input
            {
                Label = new() { Text = Label, Classes = "nhsuk-u-visually-hidden" }, Id = "search-field", Name = Name, Type = "search",
                Autocomplete = "off", Placeholder = Placeholder,
                After = new Button { AriaLabel = ButtonLabel, Icon = "search", Small = true },
            }));
}
