using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>The pages above this one; on a phone only "Back to" the nearest.</summary>
public sealed record Breadcrumb : Component
{
    public IReadOnlyList<Crumb> Items { get; init; } = [];

    public string? Variant { get; init; }

    public string AriaLabel { get; init; } = "Breadcrumb";

    /// <summary>What stands on a phone; null makes it from the last crumb.</summary>
    public BackLink? BackLink { get; init; }

    public override Markup? Render()
    {
        var last = Items is [.., var nearest] ? nearest : null;
        var back = BackLink ?? new BackLink();
        return El("nav", "nhsuk-breadcrumb", OneOf("nhsuk-breadcrumb--", Variant, Classes, "reverse"), Classes)
            .Attr("id", Id).Attr("aria-label", AriaLabel).Attrs(Attributes)
            .Add(
                El("ol", "nhsuk-breadcrumb__list").Add(Items.Where(item => item.Href is not null)
                    .Select(item => El("li", "nhsuk-breadcrumb__list-item")
                        .Add(El("a", "nhsuk-breadcrumb__link").Attr("href", item.Href).Attrs(item.Attributes).Add(item.Text)))),
                back with
                {
                    Text = back.Text ?? last?.Text, VisuallyHiddenText = back.VisuallyHiddenText ?? "Back to", Href = back.Href ?? last?.Href,
                    Attributes = back.Attributes ?? last?.Attributes, Variant = back.Variant ?? Variant,
                });
    }
}

public sealed record Crumb
{
    public Markup? Text { get; init; }

    public string? Href { get; init; }

    public Attributes? Attributes { get; init; }
}

/// <summary><c>&lt;nhs-breadcrumb items="@([("Waiting lists", "/waiting")])" /&gt;</c></summary>
[HtmlTargetElement("nhs-breadcrumb", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BreadcrumbTagHelper : ComponentTagHelper
{
    public IEnumerable<(string Words, string Href)> Items { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output) => Write(output, new Breadcrumb
    {
        Id = Take(output, "id"), Classes = Take(output, "class"),
        Items = [.. Items.Select(item => new Crumb { Text = item.Words, Href = item.Href })], Attributes = Rest(output),
    });
}
