namespace Candour.Web.Components;

/// <summary>The top of every page: who this is, the menu, who is signed in. Our own pages carry no logo.</summary>
public sealed record Header : Component
{
    public HeaderLogo? Logo { get; init; }

    public HeaderOrganisation? Organisation { get; init; }

    public string? ServiceName { get; init; }

    public string? ServiceHref { get; init; }

    /// <summary>white, or null for blue.</summary>
    public string? Colour { get; init; }

    public bool Inline { get; init; }

    public string? ContainerClasses { get; init; }

    public HeaderSearch? Search { get; init; }

    public HeaderAccount? Account { get; init; }

    public HeaderNavigation? Navigation { get; init; }

    public override Markup? Render() => El("header", "nhsuk-header", OneOf("nhsuk-header--", Colour, Classes, "white"),
            When(Inline, "nhsuk-header--inline", Classes), Organisation is null ? null : "nhsuk-header--organisation", Classes)
        .Attr("id", Id).Attr("data-module", "nhsuk-header").Attr("role", "banner").Attrs(Attributes)
        .Add(
            El("div", "nhsuk-header__container", "nhsuk-width-container", ContainerClasses).Add(Service(), Search, Account),
            Navigation is { Items.Count: > 0 } ? Navigation with { ContainerClasses = ContainerClasses } : null);

    private Element Service()
    {
        var service = El("div", "nhsuk-header__service");
        var isOneLink = Logo is not null && ServiceHref is not null
            && ((!string.IsNullOrEmpty(ServiceName) && Logo.Href is null) || ServiceHref == Logo.Href);
        var logo = Logo is null ? Organisation : Join(Logo, Organisation);
        if (Logo is not null && (isOneLink ? ServiceHref : Logo.Href) is { } href)
        {
            string?[] said = [Logo.Alt, Organisation?.Name, Organisation?.Split, isOneLink ? ServiceName : null, "homepage"];
            service.Add(El("a", "nhsuk-header__service-logo").Attr("href", href)
                .Attr("aria-label", Logo.AriaLabel ?? Element.Joined(said)).Add(logo, isOneLink ? NameOf(null) : null));
            if (!isOneLink)
                service.Add(" ");
        }
        else
        {
            service.Add(logo);
        }
        return isOneLink ? service : service.Add(NameOf(ServiceHref));
    }

    private Element? NameOf(string? href) => string.IsNullOrEmpty(ServiceName)
        ? null
        : El(href is null ? "span" : "a", "nhsuk-header__service-name").Attr("href", href).Add(ServiceName);
}

/// <summary>The design system's logo, or an organisation's own picture. Not used by our pages: the logo is not ours to show.</summary>
public sealed record HeaderLogo : Component
{
    public string? Href { get; init; }

    public string? Src { get; init; }

    public string Alt { get; init; } = "NHS";

    public string? AriaLabel { get; init; }

    private const string Drawing =
        "M200 0v80H0V0h200Zm-27.5 5.5c-14.5 0-29 5-29 22 0 10.2 7.7 13.5 14.7 16.3l.7.3c5.4 2 10.1 3.9 10.1 8.4 0 "
        + "6.5-8.5 7.5-14 7.5s-12.5-1.5-16-3.5L135 70c5.5 2 13.5 3.5 20 3.5 15.5 0 32-4.5 32-22.5 0-19.5-25.5-16.5-"
        + "25.5-25.5 0-5.5 5.5-6.5 12.5-6.5a35 35 0 0 1 14.5 3l4-13.5c-4.5-2-12-3-20-3Zm-131 2h-22l-14 65H22l9-"
        + "45h.5l13.5 45h21.5l14-65H64l-9 45h-.5l-13-45Zm63 0h-18l-13 65h17l6-28H117l-5.5 28H129l13.5-65H125L119.5 "
        + "32h-20l5-24.5Z";

    public override Markup? Render() => Src is not null
        ? El("img", "nhsuk-header__organisation-logo").Attr("src", Src).Attr("width", "280").Attr("alt", Alt)
        : El("svg", "nhsuk-header__logo").Attr("xmlns", "http://www.w3.org/2000/svg").Attr("viewBox", "0 0 200 80")
            .Attr("height", "40").Attr("width", "100").Attr("focusable", "false").Attr("role", "img").Attr("aria-label", Alt)
            .Add(El("title").Add(Alt), El("path").Attr("fill", "currentcolor").Attr("d", Drawing));
}

public sealed record HeaderOrganisation : Component
{
    public required string Name { get; init; }

    public string? Split { get; init; }

    public string? Descriptor { get; init; }

    public override Markup? Render() => Join(
        El("span", "nhsuk-header__organisation-name").Add(
            Name, Split is null ? null : Join(" ", El("span", "nhsuk-header__organisation-name-split").Add(Split))),
        Descriptor is null ? null : El("span", "nhsuk-header__organisation-name-descriptor").Add(Descriptor));
}
