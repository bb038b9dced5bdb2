using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>A button, or a link that looks like one.</summary>
public sealed record Button : Component
{
    public Markup? Text { get; init; }

    /// <summary>brand, login, reverse, secondary, secondary-solid or warning.</summary>
    public string? Variant { get; init; }

    public bool Small { get; init; }

    /// <summary>The name of an icon.</summary>
    public string? Icon { get; init; }

    /// <summary>start or end.</summary>
    public string IconPlacement { get; init; } = "start";

    public string? Href { get; init; }

    /// <summary>submit (the default), button or reset.</summary>
    public string? Type { get; init; }

    public string? Name { get; init; }

    public string? Value { get; init; }

    public bool Disabled { get; init; }

    public string? AriaLabel { get; init; }

    /// <summary>With script a second press within a second does nothing.</summary>
    public bool? PreventDoubleClick { get; init; }

    private static readonly string[] Variants = ["brand", "login", "reverse", "secondary", "secondary-solid", "warning"];

    public override Markup? Render()
    {
        var isLink = Href is not null && Type is null;
        var button = El(isLink ? "a" : "button", "nhsuk-button", OneOf("nhsuk-button--", Variant, Classes, Variants),
                When(Icon is not null, "nhsuk-button--icon", Classes), When(Small, "nhsuk-button--small", Classes), Classes)
            .Attr("id", Id).Attr("name", isLink ? null : Name).Attr("data-module", "nhsuk-button")
            .Attr("data-prevent-double-click", PreventDoubleClick is { } prevent ? prevent ? "true" : "false" : null);
        if (isLink)
            button.Attr("href", Href).Attr("role", "button").Attr("draggable", "false");
        else
            button.Attr("type", Type ?? "submit").Attr("value", Value).Flag("disabled", Disabled).Attr("aria-disabled", Disabled ? "true" : null);
        var icon = Icon is null ? null : new Icon(Icon);
        var words = Text is null || icon is null ? Text : El("span", "nhsuk-button__content").Add(Text);
        return button.Attr("aria-label", AriaLabel).Attrs(Attributes)
            .Add(IconPlacement == "start" ? icon : null, words, IconPlacement == "end" ? icon : null);
    }
}

/// <summary><c>&lt;nhs-button&gt;Continue&lt;/nhs-button&gt;</c>; a second press of one that sends a form does nothing.</summary>
[HtmlTargetElement("nhs-button")]
public sealed class ButtonTagHelper : ComponentTagHelper
{
    public string? Variant { get; set; }

    public string? Href { get; set; }

    public string? Type { get; set; }

    public string? Name { get; set; }

    public string? Value { get; set; }

    public string? Icon { get; set; }

    public bool Small { get; set; }

    public bool Disabled { get; set; }

    /// <summary>Guard against a double press; as the server does too, by the once-only id of the form.</summary>
    public bool Once { get; set; } = true;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) => Write(output, new Button
    {
        Id = Take(output, "id"), Classes = Take(output, "class"), Text = await ContentOf(output), Variant = Variant, Href = Href, Type = Type,
        Name = Name, Value = Value, Icon = Icon, Small = Small, Disabled = Disabled,
        PreventDoubleClick = Once && Href is null ? true : null, Attributes = Rest(output),
    });
}
