using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>A box to search with, and its button.</summary>
public sealed record SearchInput : Component
{
    public required Input Box { get; init; }

    /// <summary>null: no button.</summary>
    public Button? Go { get; init; } = new() { AriaLabel = "Search", Icon = "search" };

    public override Markup? Render() => Box with
    {
        Type = "search", Autocomplete = Box.Autocomplete ?? "off", Classes = Element.Joined("nhsuk-search-input__input", Box.Classes),
        WrapperClasses = Element.Joined("nhsuk-search-input__wrapper", Box.WrapperClasses),
        GroupClasses = Element.Joined("nhsuk-search-input", When(Box.Large, "nhsuk-search-input--large", Box.Classes), Box.GroupClasses),
        After = Join(Go is null ? null : Go with
        {
            Type = "submit", Small = !Box.Large, Classes = Element.Joined("nhsuk-search-input__button", Go.Classes),
        }, Box.After),
    };
}

/// <summary><c>&lt;nhs-search-input for="Query" label="Name, NHS number or date of birth" /&gt;</c></summary>
[HtmlTargetElement("nhs-search-input", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SearchInputTagHelper : LabelledFieldTagHelper
{
    public string? Width { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => Write(output, new SearchInput
    {
        Box = new()
        {
            Id = Take(output, "id") ?? FieldId, Name = FullName, Classes = Take(output, "class"), Label = Question, Hint = Hint,
            ErrorMessage = ErrorMessage, Value = ValueAt(FullName, For?.Model), Width = Width, Attributes = Rest(output),
        },
    });
}
