namespace Candour.Web.Components;

/// <summary>A picture with a caption.</summary>
public sealed record Image : Component
{
    public string? Src { get; init; }

    public string Alt { get; init; } = "";

    public string? Sizes { get; init; }

    public string? Srcset { get; init; }

    public Markup? Caption { get; init; }

    /// <summary>Other content than a picture file.</summary>
    public Markup? Content { get; init; }

    public bool Border { get; init; } = true;

    public bool Background { get; init; } = true;

    public string? Width { get; init; }

    public override Markup? Render() => El("figure", "nhsuk-image", When(!Border, "nhsuk-image--no-border", Classes),
            When(!Background, "nhsuk-image--no-background", Classes),
            Width is null ? null : When(true, "nhsuk-u-width-" + Width, Classes), Classes)
        .Attr("id", Id).Attrs(Attributes).Add(
            Content ?? (Src is null ? null : El("img", "nhsuk-image__img").Attr("src", Src).Attr("alt", Alt).Attr("sizes", Sizes).Attr("srcset", Srcset)),
            Caption is null ? null : El("figcaption", "nhsuk-image__caption").Add(Caption));
}
