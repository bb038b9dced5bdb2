using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>A box around one thing; as a care card (non-urgent, urgent, emergency) it says where to get help.</summary>
public sealed record Card : Component
{
    public Heading? Heading { get; init; }

    /// <summary>A heading made elsewhere, instead of <see cref="Heading"/>.</summary>
    public Markup? HeadingContent { get; init; }

    public Markup? Content { get; init; }

    /// <summary>A short text, put into a paragraph.</summary>
    public Markup? Description { get; init; }

    public string? ContentClasses { get; init; }

    /// <summary>The heading is a link.</summary>
    public string? Href { get; init; }

    /// <summary>The whole card is what is touched.</summary>
    public bool Clickable { get; init; }

    /// <summary>feature, primary, secondary, warning, non-urgent, urgent or emergency.</summary>
    public string? Variant { get; init; }

    public IReadOnlyList<CardAction> Actions { get; init; } = [];

    public string? ActionsClasses { get; init; }

    public Markup? Image { get; init; }

    private bool IsCareCard => Variant is "non-urgent" or "urgent" or "emergency" && (Heading is not null || HeadingContent is not null);

    public override Markup? Render()
    {
        var variant = OneOf("nhsuk-card--", Variant, Classes, "feature", "primary", "secondary", "warning");
        var care = IsCareCard ? OneOf("nhsuk-card--care--", Variant, Classes, "non-urgent", "urgent", "emergency") : null;
        var name = Element.Joined("nhsuk-card", Clickable ? "nhsuk-card--clickable" : null, variant,
            care is null ? null : "nhsuk-card--care " + care, Classes);
        var heading = HeadingOf(name);
        var isApart = IsCareCard || Actions.Count > 0;
        return El("div", name).Attr("id", Id).Attrs(Attributes).Add(
            Image,
            isApart ? El("div", "nhsuk-card__heading-container").Add(heading, ActionsOf()) : null,
            El("div", "nhsuk-card__content", ContentClasses).Add(
                isApart ? null : heading,
                Content ?? (Description is null ? null : El("p", "nhsuk-card__description").Add(Description)),
                name.Contains("nhsuk-card--primary", StringComparison.Ordinal) ? new Icon("chevron-right-circle") : null));
    }

    private Markup HeadingOf(string name)
    {
        var hidden = Heading?.VisuallyHiddenText ?? (!IsCareCard ? null
            : Variant == "emergency" ? "Immediate action required" : Variant == "urgent" ? "Urgent advice" : "Non-urgent advice");
        var text = Heading?.Text;
        var inner = text is null ? null
            : Href is not null && !name.Contains("nhsuk-card--feature", StringComparison.Ordinal) ? El("a", "nhsuk-card__link").Attr("href", Href).Add(text)
            : string.IsNullOrEmpty(hidden) ? text
            : El("span").Attr("role", "text").Add(Hidden(hidden + ": "), text);
        return Join(
            Heading is null || inner is null ? null : Heading with
            {
                Inner = inner, Level = Heading.Level ?? 2, ClassName = "nhsuk-card__heading", ClassPrefix = "nhsuk-heading-", VisuallyHiddenText = null,
            },
            HeadingContent,
            IsCareCard ? El("span", "nhsuk-card--care__arrow").Attr("aria-hidden", "true") : null);
    }

    private Element? ActionsOf() => Actions switch
    {
        [] => null,
        [var one] => El("div", "nhsuk-card__actions", ActionsClasses).Add(one.About(Heading?.Text)),
        _ => El("ul", "nhsuk-card__actions", ActionsClasses).Add(Actions.Select(each => El("li", "nhsuk-card__action").Add(each.About(Heading?.Text)))),
    };
}

/// <summary>A link or button such as "Change", completed for screen readers by what it changes.</summary>
public sealed record CardAction : Component
{
    public Markup? Text { get; init; }

    public string? Href { get; init; }

    public string? Type { get; init; }

    public string? Name { get; init; }

    public string? Value { get; init; }

    public string? VisuallyHiddenText { get; init; }

    private Markup? Subject { get; init; }

    internal CardAction About(Markup? subject) => this with { Subject = subject };

    public override Markup? Render()
    {
        var isLink = Href is not null && Type is null;
        var action = El(isLink ? "a" : "button", "nhsuk-link", Classes).Attr("id", Id);
        if (isLink)
            action.Attr("href", Href);
        else
            action.Attr("name", Name).Attr("type", Type ?? "submit").Attr("value", Value);
        var said = string.IsNullOrEmpty(VisuallyHiddenText) ? null : " " + VisuallyHiddenText;
        return action.Attrs(Attributes).Add(Text,
            said is null && Subject is null ? null : Hidden(Join(said, Subject is null ? null : Join(" (", Subject, ")"))));
    }
}

/// <summary><c>&lt;nhs-card heading="Need help today?" variant="urgent"&gt;</c></summary>
[HtmlTargetElement("nhs-card")]
public sealed class CardTagHelper : ComponentTagHelper
{
    public string? Heading { get; set; }

    public int Level { get; set; } = 2;

    public string? Size { get; set; }

    public string? Variant { get; set; }

    public string? Href { get; set; }

    public bool Clickable { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) => Write(output, new Card
    {
        Id = Take(output, "id"), Classes = Take(output, "class"), Heading = Heading is null ? null : new() { Text = Heading, Level = Level, Size = Size },
        Variant = Variant, Href = Href, Clickable = Clickable, Content = await ContentOf(output), Attributes = Rest(output),
    });
}
