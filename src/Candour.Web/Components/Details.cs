using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>A line that opens to more, without script.</summary>
public sealed record Details : Component
{
    public Markup? Summary { get; init; }

    public Markup? Content { get; init; }

    public string? Variant { get; init; }

    public bool Open { get; init; }

    public string? SummaryClasses { get; init; }

    public override Markup? Render() => El("details", "nhsuk-details", OneOf("nhsuk-details--", Variant, Classes, "reverse"), Classes)
        .Attr("id", Id).Attrs(Attributes).Flag("open", Open)
        .Add(El("summary", "nhsuk-details__summary", SummaryClasses).Add(El("span", "nhsuk-details__summary-text").Add(Summary)),
            El("div", "nhsuk-details__text").Add(Content));
}

/// <summary><c>&lt;nhs-details summary="…"&gt;</c></summary>
[HtmlTargetElement("nhs-details")]
public sealed class DetailsTagHelper : ComponentTagHelper
{
    public string? Summary { get; set; }

    public bool Open { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) => Write(output, new Details
    {
        Id = Take(output, "id"), Classes = Take(output, "class"), Summary = Summary, Open = Open, Content = await ContentOf(output), Attributes = Rest(output),
    });
}
