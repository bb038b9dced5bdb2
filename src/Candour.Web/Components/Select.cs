using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>One of many known values. Radios are better for ten or fewer.</summary>
public sealed record Select : LabelledField
{
    public IReadOnlyList<Option?> Items { get; init; } = [];

    public string? Value { get; init; }

    public string? WrapperClasses { get; init; }

    public override Markup? Render()
    {
        var select = El("select", "nhsuk-select", IsWrong ? "nhsuk-select--error" : null, Classes).Attr("id", FieldId).Attr("name", Name ?? "")
            .Flag("disabled", Disabled).Attr("aria-describedby", Descriptions).Attrs(Attributes).Add(Items.OfType<Option>().Select(OptionOf));
        var isBare = Before is null && After is null && WrapperClasses is null;
        return Group().Add(Top, isBare ? select : El("div", "nhsuk-input-wrapper", WrapperClasses).Add(Before, select, After));
    }

    private Element OptionOf(Option option) => option.IsDivider
        ? El("hr")
        : El("option").Attr("value", option.Value)
            .Flag("selected", option.Selected ?? (!string.IsNullOrEmpty(Value) && (option.Value ?? option.Text) == Value))
            .Flag("disabled", option.Disabled).Attrs(option.Attributes).Add(option.Text);
}

/// <summary>One value of a select. Without <see cref="Value"/> its text is the value.</summary>
public sealed record Option
{
    public string? Value { get; init; }

    public string Text { get; init; } = "";

    public bool? Selected { get; init; }

    public bool Disabled { get; init; }

    public bool IsDivider { get; init; }

    public Attributes? Attributes { get; init; }

    public static Option Of(string value, string text) => new() { Value = value, Text = text };
}

/// <summary><c>&lt;nhs-select for="Therapy" label="Which therapy?" items="Model.Therapies" /&gt;</c></summary>
[HtmlTargetElement("nhs-select", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectTagHelper : LabelledFieldTagHelper
{
    public IEnumerable<Option> Items { get; set; } = [];

    /// <summary>Words of an empty first value, as in "Choose one"; null for none.</summary>
    public string? Empty { get; set; }

    public string? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => Write(output, new Select
    {
        Id = Take(output, "id") ?? FieldId, Name = FullName, Classes = Take(output, "class"), Label = Question, Hint = Hint,
        ErrorMessage = ErrorMessage, Disabled = Disabled, Value = ValueAt(FullName, Value ?? For?.Model),
        Items = [.. Empty is null ? Array.Empty<Option>() : [Option.Of("", Empty)], .. Items], Attributes = Rest(output),
    });
}
