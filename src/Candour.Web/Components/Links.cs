using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>The first thing the keyboard reaches: past the header, to the content.</summary>
public sealed record SkipLink : Component
{
    public Markup Text { get; init; } = "Skip to main content"!;

    public string Href { get; init; } = "#maincontent";

    public override Markup? Render() => El("a", "nhsuk-skip-link", Classes).Attr("id", Id).Attr("data-module", "nhsuk-skip-link")
        .Attr("href", Href).Attrs(Attributes).Add(Text);
}

/// <summary>To the page before; above the heading. Without an address a button of a form.</summary>
public sealed record BackLink : Component
{
    public Markup? Text { get; init; }

    public string? Href { get; init; }

    public string? Type { get; init; }

    public string? Variant { get; init; }

    /// <summary>Spoken before the text.</summary>
    public string? VisuallyHiddenText { get; init; }

    public override Markup? Render()
    {
        var isLink = Href is not null && Type is null;
        return El(isLink ? "a" : "button", "nhsuk-back-link", OneOf("nhsuk-back-link--", Variant, Classes, "reverse"), Classes)
            .Attr("id", Id).Attr("type", isLink ? null : Type ?? "submit").Attr("href", isLink ? Href : null).Attrs(Attributes)
            .Add(string.IsNullOrEmpty(VisuallyHiddenText) ? null : Hidden(VisuallyHiddenText + " "), Text ?? "Back");
    }
}

/// <summary>A link with an arrow: the one thing to do next on a page that is no form.</summary>
public sealed record ActionLink : Component
{
    public Markup? Text { get; init; }

    public string? Href { get; init; }

    public string? Type { get; init; }

    public string? Variant { get; init; }

    public bool OpenInNewWindow { get; init; }

    public override Markup? Render()
    {
        var isLink = Href is not null && Type is null;
        return El(isLink ? "a" : "button", "nhsuk-action-link", OneOf("nhsuk-action-link--", Variant, Classes, "reverse"), Classes)
            .Attr("id", Id).Attr("type", isLink ? null : Type ?? "submit").Attr("href", isLink ? Href : null)
            .Attr("target", isLink && OpenInNewWindow ? "_blank" : null).Attrs(Attributes)
            .Add(new Icon("arrow-right-circle"), El("span", "nhsuk-action-link__text").Add(Text));
    }
}

[HtmlTargetElement("nhs-back-link")]
public sealed class BackLinkTagHelper : ComponentTagHelper
{
    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) => Write(output, new BackLink
    {
        Id = Take(output, "id"), Classes = Take(output, "class"), Href = Href, Text = await ContentOf(output), Attributes = Rest(output),
    });
}

[HtmlTargetElement("nhs-action-link")]
public sealed class ActionLinkTagHelper : ComponentTagHelper
{
    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) => Write(output, new ActionLink
    {
        Id = Take(output, "id"), Classes = Take(output, "class"), Href = Href, Text = await ContentOf(output), Attributes = Rest(output),
    });
}
