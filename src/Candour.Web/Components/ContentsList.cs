using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>The parts of a guide, or the blocks of a long page.</summary>
public sealed record ContentsList : Component
{
    public IReadOnlyList<ContentsItem?> Items { get; init; } = [];

    public string AriaLabel { get; init; } = "Pages in this guide";

    public string VisuallyHiddenText { get; init; } = "Contents";

    public override Markup? Render() => El("nav", "nhsuk-contents-list", Classes).Attr("id", Id).Attr("role", "navigation")
        .Attr("aria-label", AriaLabel).Attrs(Attributes)
        .Add(El("h2", "nhsuk-u-visually-hidden").Add(VisuallyHiddenText), ListOf(Items));

    private static Element ListOf(IReadOnlyList<ContentsItem?> items) =>
        El("ol", "nhsuk-contents-list__list").Add(items.OfType<ContentsItem>().Select(Item));

    private static Markup Item(ContentsItem item) => El("li", "nhsuk-contents-list__item").Attr("aria-current", item.Current ? "page" : null)
        .Add(
            El(item.Current ? "span" : "a", item.Current ? "nhsuk-contents-list__current" : "nhsuk-contents-list__link", item.Classes)
                .Attr("href", item.Current ? null : item.Href).Attrs(item.Attributes).Add(item.Text),
            item.Items.Count == 0 ? null : ListOf(item.Items));
}

public sealed record ContentsItem
{
    public Markup? Text { get; init; }

    public string? Href { get; init; }

    public bool Current { get; init; }

    public string? Classes { get; init; }

    public Attributes? Attributes { get; init; }

    public IReadOnlyList<ContentsItem?> Items { get; init; } = [];
}

/// <summary><c>&lt;nhs-contents-list items="…" current="/assess/a/2" label="Blocks of this assessment" /&gt;</c></summary>
[HtmlTargetElement("nhs-contents-list", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ContentsListTagHelper : ComponentTagHelper
{
    public IEnumerable<(string Words, string Href)> Items { get; set; } = [];

    public string? Current { get; set; }

    public string Label { get; set; } = "Pages in this guide";

    public override void Process(TagHelperContext context, TagHelperOutput output) => Write(output, new ContentsList
    {
        Id = Take(output, "id"), Classes = Take(output, "class"), AriaLabel = Label,
        Items = [.. Items.Select(item => new ContentsItem { Text = item.Words, Href = item.Href, Current = item.Href == Current })],
        Attributes = Rest(output),
    });
}
