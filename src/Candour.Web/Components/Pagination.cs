using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>To the pages of a list, or to the page before and after in a guide.</summary>
public sealed record Pagination : Component
{
    public PageTurn? Previous { get; init; }

    public PageTurn? Next { get; init; }

    /// <summary>Numbered pages; null for a guide.</summary>
    public IReadOnlyList<PageNumber?> Items { get; init; } = [];

    public string AriaLabel { get; init; } = "Pagination";

    public override Markup? Render()
    {
        var isNumbered = Items.Count > 0;
        var nav = El("nav", "nhsuk-pagination", isNumbered ? "nhsuk-pagination--numbered" : null, Classes).Attr("id", Id)
            .Attr("role", "navigation").Attr("aria-label", AriaLabel).Attrs(Attributes);
        return isNumbered
            ? nav.Add(Previous?.Numbered("previous", "Previous", "prev"),
                El("ul", "nhsuk-pagination__list").Add(Items.OfType<PageNumber>().Select(item => item.Item())),
                Next?.Numbered("next", "Next", "next"))
            : nav.Add(El("ul", "nhsuk-list", "nhsuk-pagination__list")
                .Add(Previous?.Guide("previous", "Previous", "prev"), Next?.Guide("next", "Next", "next")));
    }
}

public sealed record PageTurn
{
    public string? Href { get; init; }

    public Markup? Text { get; init; }

    /// <summary>The title of the page it leads to.</summary>
    public Markup? Label { get; init; }

    public Attributes? Attributes { get; init; }

    internal Markup? Numbered(string side, string word, string rel)
    {
        if (Href is null)
            return null;
        var arrow = new Icon(rel == "prev" ? "arrow-left" : "arrow-right");
        return Markup.El("a", "nhsuk-pagination__" + side).Attr("href", Href).Attr("rel", rel)
            .Add(rel == "prev" ? arrow : null, Title(word), rel == "next" ? arrow : null);
    }

    internal Markup? Guide(string side, string word, string rel) => Href is null ? null
        : Markup.El("li", "nhsuk-pagination-item--" + side)
            .Add(Markup.El("a", "nhsuk-pagination__link", "nhsuk-pagination__link--" + rel).Attr("href", Href).Attr("rel", rel).Attrs(Attributes).Add(
                Title(word),
                Label is null ? null : Markup.Join(Markup.Hidden(":"), " ", Markup.El("span", "nhsuk-pagination__page").Add(Label)),
                new Icon(rel == "prev" ? "arrow-left" : "arrow-right")));

    private Element Title(string word) =>
        Markup.El("span", "nhsuk-pagination__title").Add(Text ?? Markup.Join(word, Markup.Hidden(" page")));
}

public sealed record PageNumber
{
    public string? Number { get; init; }

    public string? Href { get; init; }

    public bool Current { get; init; }

    /// <summary>Pages left out here.</summary>
    public bool Ellipsis { get; init; }

    internal Markup Item() => Markup.El("li", "nhsuk-pagination__item", Current ? "nhsuk-pagination__item--current" : null,
        Ellipsis ? "nhsuk-pagination__item--ellipsis" : null).Add(Ellipsis
            ? "⋯"
            : Markup.El("a", "nhsuk-pagination__link").Attr("href", Href).Attr("aria-label", "Page " + Number)
                .Attr("aria-current", Current ? "page" : null).Add(Number));
}

/// <summary><c>&lt;nhs-pagination page="3" pages="12" href="/waiting?page={0}" /&gt;</c>; nothing when all fits on one page.</summary>
[HtmlTargetElement("nhs-pagination", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PaginationTagHelper : ComponentTagHelper
{
    public int Page { get; set; } = 1;

    public int Pages { get; set; } = 1;

    /// <summary>The address, with <c>{0}</c> for the number.</summary>
    public string Href { get; set; } = "?page={0}";

    public override void Process(TagHelperContext context, TagHelperOutput output) => Write(output, Pages <= 1 ? null : new Pagination
    {
        Previous = Page > 1 ? new() { Href = To(Page - 1) } : null,
        Next = Page < Pages ? new() { Href = To(Page + 1) } : null,
        Items = [.. Shown().Select(number => number is { } page
            ? new PageNumber { Number = $"{page}", Href = To(page), Current = page == Page }
            : new PageNumber { Ellipsis = true })],
    });

    private string To(int page) => Href.Replace("{0}", $"{page}", StringComparison.Ordinal);

    /// <summary>First, last, this one and its neighbours; null where some are left out.</summary>
    private IEnumerable<int?> Shown()
    {
        var before = 0;
        foreach (var page in new[] { 1, Page - 1, Page, Page + 1, Pages }.Where(page => page >= 1 && page <= Pages).Distinct().Order())
        {
            if (page > before + 1)
                yield return null;
            yield return before = page;
        }
    }
}
