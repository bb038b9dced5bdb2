namespace Candour.Web.Components;

/// <summary>The end of every page.</summary>
public sealed record Footer : Component
{
    public IReadOnlyList<FooterColumn> Columns { get; init; } = [];

    /// <summary>How many columns beside one another: 1 to 4.</summary>
    public int Abreast { get; init; } = 4;

    public IReadOnlyList<FooterLink> Links { get; init; } = [];

    /// <summary>Spoken before the links.</summary>
    public string LinksHeading { get; init; } = "Support links";

    /// <summary>A line or paragraphs after the links.</summary>
    public Markup? Line { get; init; }

    /// <summary>Who owns this; in a paragraph of its own.</summary>
    public Markup? Copyright { get; init; }

    public string? ContainerClasses { get; init; }

    public override Markup? Render() => El("footer", "nhsuk-footer", Classes).Attr("id", Id).Attr("role", "contentinfo").Attrs(Attributes)
        .Add(El("div", "nhsuk-width-container", ContainerClasses)
            .Add(Columns.Chunk(Abreast is >= 1 and <= 3 ? Abreast : 4)
                .Select(row => El("div", "nhsuk-footer__navigation", "nhsuk-grid-row").Add(row.Select(ColumnOf))))
            .Add(El("div", "nhsuk-footer__meta").Add(
                Links.Count == 0 ? null : El("h2", "nhsuk-u-visually-hidden").Add(LinksHeading),
                Links.Count == 0 ? null : ListOf(Links),
                Line,
                Copyright is null ? null : El("p", "nhsuk-body-s").Add(Copyright))));

    private Element ColumnOf(FooterColumn column) => El("div", "nhsuk-grid-column-" + (column.Width ?? WidthOfEach)).Add(
        column.Heading is null ? null : column.Heading with
        {
            Level = 2, Size = "s", ClassName = "nhsuk-footer__heading", ClassPrefix = "nhsuk-heading-",
        },
        column.Content,
        column.Items.Count == 0 ? null : ListOf(column.Items));

    private string WidthOfEach => Abreast switch { 1 => "full", 2 => "one-half", 3 => "one-third", _ => "one-quarter" };

    private static Element ListOf(IEnumerable<FooterLink> links) => El("ul", "nhsuk-footer__list").Add(links);
}

public sealed record FooterColumn
{
    public Heading? Heading { get; init; }

    public Markup? Content { get; init; }

    public IReadOnlyList<FooterLink> Items { get; init; } = [];

    /// <summary>full, one-half, one-third, two-thirds, one-quarter…</summary>
    public string? Width { get; init; }
}

public sealed record FooterLink : Component
{
    public Markup? Text { get; init; }

    public string? Href { get; init; }

    public override Markup? Render() => El("li", "nhsuk-footer__list-item")
        .Add(El("a", "nhsuk-footer__list-item-link").Attr("href", Href).Attrs(Attributes).Add(Text));
}
