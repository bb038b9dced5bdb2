namespace Candour.Web.Components;

/// <summary>Sections of which script shows one at a time; without script all, one after the other.</summary>
public sealed record Tabs : Component
{
    public IReadOnlyList<TabItem?> Items { get; init; } = [];

    /// <summary>Ids of the panels begin so; the id of the tabs, if not given.</summary>
    public string? IdPrefix { get; init; }

    /// <summary>Shown above the tabs without script.</summary>
    public Markup Heading { get; init; } = "Contents"!;

    public override Markup? Render() => El("div", "nhsuk-tabs", Classes).Attr("id", Id).Attr("data-module", "nhsuk-tabs").Attrs(Attributes)
        .Add(
            new Heading { Text = Heading, Level = 2, ClassName = "nhsuk-tabs__heading" },
            Items.Count == 0 ? null : El("ul", "nhsuk-tabs__list").Add(Items.Select((item, index) => item is null ? null : TabOf(item, index))),
            Join(Items.Select((item, index) => item is null ? null : PanelOf(item, index))));

    private string IdOf(TabItem item, int index) => item.Id ?? $"{IdPrefix ?? Id}-{index + 1}";

    private Element TabOf(TabItem item, int index) => El("li", "nhsuk-tabs__list-item", index == 0 ? "nhsuk-tabs__list-item--selected" : null)
        .Add(El("a", "nhsuk-tabs__tab").Attr("href", "#" + IdOf(item, index)).Attrs(item.Attributes).Add(item.Label));

    private Element PanelOf(TabItem item, int index) => El("div", "nhsuk-tabs__panel", index > 0 ? "nhsuk-tabs__panel--hidden" : null)
        .Attr("id", IdOf(item, index)).Attrs(item.PanelAttributes).Add(item.Panel);
}

public sealed record TabItem
{
    public required Markup Label { get; init; }

    public string? Id { get; init; }

    public Markup? Panel { get; init; }

    public Attributes? Attributes { get; init; }

    public Attributes? PanelAttributes { get; init; }
}
