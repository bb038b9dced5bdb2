using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>Something to notice, not to be alarmed by.</summary>
public sealed record InsetText : Component
{
    public Markup? Content { get; init; }

    /// <summary>Spoken before the text.</summary>
    public string VisuallyHiddenText { get; init; } = "Information";

    public override Markup? Render() => El("div", "nhsuk-inset-text", Classes).Attr("id", Id).Attrs(Attributes)
        .Add(Hidden(VisuallyHiddenText + ": "), Content);
}

/// <summary>Machine text, such as a seal or a command line; with a button that copies it when there is script.</summary>
public sealed record Code : Component
{
    public Markup? Content { get; init; }

    public string? Variant { get; init; }

    public string? Background { get; init; }

    public bool Border { get; init; } = true;

    /// <summary>null: no button.</summary>
    public Button? Copy { get; init; }

    public IReadOnlyList<string>? CopyButtonClassList { get; init; }

    /// <summary>Words that script uses, by the design system's keys: <c>copy-button</c> and so on.</summary>
    public IReadOnlyList<(string Key, string Words)> Messages { get; init; } = [];

    public override Markup? Render()
    {
        var box = El("div", "nhsuk-code", Copy is null ? null : "nhsuk-code--button", OneOf("nhsuk-code--", Variant, Classes, "reverse"),
                Background is null ? null : "nhsuk-code--background-" + Background, When(!Border, "nhsuk-code--no-border", Classes), Classes)
            .Attr("id", Id).Attr("data-module", "nhsuk-code").Attrs(Attributes);
        foreach (var (key, words) in Messages)
            box.Attr("data-i18n." + key, words);
        var kind = CopyButtonClassList is null
            ? Variant == "reverse" ? "nhsuk-button--reverse nhsuk-button--small" : "nhsuk-button--secondary nhsuk-button--small"
            : string.Join(' ', CopyButtonClassList);
        return box.Add(
            Copy is null ? null : Copy with
            {
                Text = Copy.Text ?? "Copy code", Type = "button", Attributes = new() { { "hidden", "" } },
                Classes = Element.Joined(kind, "nhsuk-code__button nhsuk-js-code-button", Copy.Classes),
            },
            El("pre", "nhsuk-code__container").Add(El("code", "nhsuk-code__content").Add(Content)));
    }
}

[HtmlTargetElement("nhs-inset-text")]
public sealed class InsetTextTagHelper : ComponentTagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) => Write(output, new InsetText
    {
        Id = Take(output, "id"), Classes = Take(output, "class"), Content = await ContentOf(output), Attributes = Rest(output),
    });
}

[HtmlTargetElement("nhs-code")]
public sealed class CodeTagHelper : ComponentTagHelper
{
    /// <summary>With a button that copies.</summary>
    public bool Copy { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) => Write(output, new Code
    {
        Id = Take(output, "id"), Classes = Take(output, "class"), Content = await ContentOf(output),
        Copy = Copy ? new Button { Text = "Copy" } : null, Attributes = Rest(output),
    });
}
