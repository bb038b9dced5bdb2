using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>The end of a journey (confirmation), or a stop in the middle of one (interruption).</summary>
public sealed record Panel : Component
{
    public Heading? Heading { get; init; }

    public Markup? Content { get; init; }

    /// <summary>interruption, or null for a confirmation.</summary>
    public string? Variant { get; init; }

    public override Markup? Render() => El("div", "nhsuk-panel", OneOf("nhsuk-panel--", Variant, Classes, "interruption"), Classes)
        .Attr("id", Id).Attrs(Attributes).Add(
            Heading is null ? null : Heading with
            {
                Sizes = ["m", "l", "xl"], ClassName = "nhsuk-panel__heading", ClassPrefix = "nhsuk-panel__heading--",
            },
            Content is null ? null : El("div", "nhsuk-panel__body").Add(Content));
}

/// <summary><c>&lt;nhs-panel heading="Thank you, Amy"&gt;</c>: its heading is the page's <c>h1</c>.</summary>
[HtmlTargetElement("nhs-panel")]
public sealed class PanelTagHelper : ComponentTagHelper
{
    public string Heading { get; set; } = "";

    public int Level { get; set; } = 1;

    public bool Interruption { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) => Write(output, new Panel
    {
        Id = Take(output, "id"), Classes = Take(output, "class"), Heading = new() { Text = Heading, Level = Level },
        Variant = Interruption ? "interruption" : null, Content = await ContentOf(output), Attributes = Rest(output),
    });
}
