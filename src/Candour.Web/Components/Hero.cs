namespace Candour.Web.Components;

/// <summary>
/// A large opening of a page. Its background picture needs an inline style, which our content security policy refuses: our
/// own pages use it without one.
/// </summary>
public sealed record Hero : Component
{
    public string? ImageSrc { get; init; }

    public bool Border { get; init; } = true;

    public IReadOnlyList<HeroContent> Content { get; init; } = [];

    /// <summary>The first content is a description over the picture.</summary>
    public bool Describes { get; init; }

    public string? ContainerClasses { get; init; }

    public override Markup? Render()
    {
        var look = ImageSrc is null ? Border ? "nhsuk-hero--border" : null
            : Describes ? "nhsuk-hero--image nhsuk-hero--image-description" : "nhsuk-hero--image";
        return El("section", "nhsuk-hero", look, Classes).Attr("id", Id)
            .Attr("style", ImageSrc is null ? null : $"background-image: url('{ImageSrc}');").Attrs(Attributes)
            .Add(
                Content.Count == 0 ? null : El("div", "nhsuk-width-container", ContainerClasses)
                    .Add(Content.Chunk(2).Select(row => El("div", "nhsuk-grid-row").Add(row.Select(Column)))),
                ImageSrc is null ? null : El("div", "nhsuk-hero__overlay"));
    }

    private Element Column(HeroContent content) => El("div", "nhsuk-grid-column-" + content.Width)
        .Add(El("div", "nhsuk-hero__content", content.Classes).Add(
            ImageSrc is not null && Content.Count == 1 ? El("span", "nhsuk-hero__arrow").Attr("aria-hidden", "true") : null,
            content.Heading is null ? null : content.Heading with
            {
                Size = content.Heading.Size ?? "xl", Classes = Element.Joined("nhsuk-hero__heading", content.Heading.Classes),
            },
            content.Content ?? (content.Text is null ? null : El("p", "nhsuk-body-l").Add(content.Text)),
            content.Image));
}

public sealed record HeroContent
{
    public Heading? Heading { get; init; }

    public Markup? Text { get; init; }

    public Markup? Content { get; init; }

    public Image? Image { get; init; }

    public string Width { get; init; } = "one-half";

    public string? Classes { get; init; }
}
