using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>"You cannot do this yet", with the reason and what to do now.</summary>
public sealed record WarningCallout : Component
{
    public Heading? Heading { get; init; }

    public Markup? Content { get; init; }

    /// <summary>A short text, put into a paragraph.</summary>
    public Markup? Description { get; init; }

    public override Markup? Render()
    {
        var saysSo = Heading?.Text?.Plain?.Contains("important", StringComparison.OrdinalIgnoreCase) ?? true;
        return new Card
        {
            Id = Id, Classes = Classes, Attributes = Attributes, Variant = "warning", Content = Content, Description = Description,
            Heading = Heading is null ? null : Heading with
            {
                Level = Heading.Level ?? 3, VisuallyHiddenText = saysSo ? null : Heading.VisuallyHiddenText ?? "Important",
            },
        };
    }
}

[HtmlTargetElement("nhs-warning-callout")]
public sealed class WarningCalloutTagHelper : ComponentTagHelper
{
    public string Heading { get; set; } = "You cannot do this yet";

    public int Level { get; set; } = 2;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) => Write(output, new WarningCallout
    {
        Id = Take(output, "id"), Classes = Take(output, "class"), Heading = new() { Text = Heading, Level = Level },
        Content = await ContentOf(output), Attributes = Rest(output),
    });
}
