using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>A state in a word or two. The word carries the meaning, never the colour.</summary>
public sealed record Tag : Component
{
    public Markup? Text { get; init; }

    /// <summary>white, grey, green, aqua-green, blue, purple, pink, red, orange or yellow.</summary>
    public string? Colour { get; init; }

    public bool NoColour { get; init; }

    public bool Border { get; init; } = true;

    private static readonly string[] Colours =
        ["white", "grey", "green", "aqua-green", "blue", "purple", "pink", "red", "orange", "yellow"];

    public override Markup? Render() => El("strong", "nhsuk-tag", OneOf("nhsuk-tag--", Colour, Classes, Colours),
            When(NoColour, "nhsuk-tag--no-colour", Classes), When(!Border, "nhsuk-tag--no-border", Classes), Classes)
        .Attr("id", Id).Attrs(Attributes).Add(Text);
}

[HtmlTargetElement("nhs-tag")]
public sealed class TagTagHelper : ComponentTagHelper
{
    public string? Colour { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) => Write(output, new Tag
    {
        Id = Take(output, "id"), Classes = Take(output, "class"), Colour = Colour, Text = await ContentOf(output), Attributes = Rest(output),
    });
}
