namespace Candour.Web.Components;

/// <summary>A region wider than the page that scrolls sideways by itself, named by its caption.</summary>
public sealed record Scroll : Component
{
    public Markup? Content { get; init; }

    public string? LabelledBy { get; init; }

    public string? Variant { get; init; }

    public override Markup? Render() => El("div", "nhsuk-scroll", OneOf("nhsuk-scroll--", Variant, Classes, "reverse"), Classes)
        .Attr("id", Id).Attr("data-module", "nhsuk-scroll").Attrs(Attributes)
        .Add(El("div", "nhsuk-scroll__content").Attr("role", "region").Attr("aria-labelledby", LabelledBy).Add(Content));
}
