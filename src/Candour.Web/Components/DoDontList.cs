using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>What helps (ticks) or what does not (crosses, each beginning "do not").</summary>
public sealed record DoDontList : Component
{
    public Heading? Heading { get; init; }

    public bool Crosses { get; init; }

    public IReadOnlyList<Markup> Items { get; init; } = [];

    /// <summary>Words before each item; null: "do not" for crosses, nothing for ticks.</summary>
    public string? Prefix { get; init; }

    public bool HidePrefix { get; init; }

    public override Markup? Render()
    {
        var icon = Crosses ? "cross" : "tick";
        var prefix = HidePrefix ? null : Prefix ?? (Crosses ? "do not" : null);
        return new Card
        {
            Id = Id, Classes = Classes, Attributes = Attributes, Variant = "feature",
            Heading = Heading is null ? null : Heading with { Level = Heading.Level ?? 3 },
            Content = El("ul", "nhsuk-list", "nhsuk-list--" + icon).Attr("role", "list")
                .Add(Items.Select(item => El("li").Add(new Icon(icon), prefix is null ? null : prefix + " ", item))),
        };
    }
}

[HtmlTargetElement("nhs-do-dont-list", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DoDontListTagHelper : ComponentTagHelper
{
    public string? Heading { get; set; }

    public bool Crosses { get; set; }

    public IEnumerable<string> Items { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output) => Write(output, new DoDontList
    {
        Id = Take(output, "id"), Classes = Take(output, "class"), Heading = Heading, Crosses = Crosses,
        Items = [.. Items.Select(item => Markup.Join(item))], Attributes = Rest(output),
    });
}
