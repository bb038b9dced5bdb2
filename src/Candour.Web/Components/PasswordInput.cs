using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>A password that can be shown while it is typed. Pasting is never stopped.</summary>
public sealed record PasswordInput : Component
{
    /// <summary>The box: its type, spelling and capitals are set here.</summary>
    public required Input Box { get; init; }

    public string? ShowText { get; init; }

    public string? ShowAriaLabel { get; init; }

    public Button Toggle { get; init; } = new();

    /// <summary>Words of the button and announcements, by the design system's keys: <c>hide-password</c> and so on.</summary>
    public IReadOnlyList<(string Key, string Words)> Messages { get; init; } = [];

    public override Markup? Render()
    {
        var attributes = new Attributes
        {
            { "data-module", "nhsuk-password-input" }, { "data-i18n.show-password", ShowText }, { "data-i18n.show-password-aria-label", ShowAriaLabel },
        };
        foreach (var (key, words) in Messages)
            attributes.Add("data-i18n." + key, words);
        foreach (var (name, value) in Box.GroupAttributes ?? [])
            attributes.Add(name, value);
        return Box with
        {
            Type = "password", Spellcheck = false, Autocomplete = Box.Autocomplete ?? "current-password", Autocapitalize = "none",
            Classes = Element.Joined("nhsuk-password-input__input nhsuk-js-password-input-input", Box.Classes),
            GroupClasses = Element.Joined(Box.GroupClasses, "nhsuk-password-input"), GroupAttributes = attributes,
            After = Join(ToggleButton(), Box.After),
        };
    }

    private Button ToggleButton() => Toggle with
    {
        Text = ShowText ?? "Show", AriaLabel = ShowAriaLabel ?? "Show password", Type = "button", Small = !Box.Large,
        Variant = Toggle.Variant ?? "secondary",
        Classes = Element.Joined("nhsuk-password-input__toggle nhsuk-js-password-input-toggle", Toggle.Classes),
        Attributes = new() { { "aria-controls", Box.Id ?? Box.Name }, { "hidden", "" } },
    };
}

/// <summary><c>&lt;nhs-password-input for="Password" label="Password" /&gt;</c>; never filled in by us.</summary>
[HtmlTargetElement("nhs-password-input", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PasswordInputTagHelper : LabelledFieldTagHelper
{
    /// <summary>current-password, or new-password.</summary>
    public string Autocomplete { get; set; } = "current-password";

    public override void Process(TagHelperContext context, TagHelperOutput output) => Write(output, new PasswordInput
    {
        Box = new()
        {
            Id = Take(output, "id") ?? FieldId, Name = FullName, Classes = Take(output, "class"), Label = Question, Hint = Hint,
            ErrorMessage = ErrorMessage, Autocomplete = Autocomplete, Attributes = Rest(output),
        },
    });
}
